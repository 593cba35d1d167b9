import type { Detector, Page, Report } from '../types.ts'

const N = '(?:1[01]\\d|[1-9]?\\d)'
const ALONE = '(?<![\\w.,-])'
/** Only the number is the finding: "[AGE_1] years old" stays readable. Things have ages too; form can't tell them apart. */
const PATTERNS = [
  new RegExp(`${ALONE}${N}(?=[- ]?(?:years?|yrs?|months?)[- ]old(?!\\w))`, 'gi'),
  new RegExp(`${ALONE}${N}(?= ?(?:y/?o|yo|y\\.o\\.?)(?!\\w))`, 'gi'),
  new RegExp(
    `(?<=(?<![\\p{L}])(?:aged?|age of|aged|âgée? de|im alter von|edad|età|leeftijd|idade|wiek|ålder|alder|ikä|alter|возраст|年齢|나이)["']?[:= ]{1,3}["']?)${N}(?![\\w%]|[.,:/-]\\d)`,
    'giu',
  ),
  new RegExp(
    `${ALONE}${N}(?= ?(?:Jahre alt|-jährige?[rsnm]?|ans(?= ?[,.;)\\n]| et )|años de edad|anni(?= ?[,.;)\\n])|anos de idade|jaar oud|lat(?= ?[,.;)\\n])|år gammal|år gammel|-årige?|-vuotias))`,
    'gi',
  ),
  new RegExp(
    `(?<=(?:homme|femme|patiente?|garçon|fille|enfant|hombre|mujer|varón|paciente|uomo|donna|paziente|homem|mulher) (?:de|di) )${N}(?= (?:ans|años|anni|anos)(?!\\w))`,
    'gi',
  ),
  new RegExp(`(?<=(?:j'ai|il a|elle a|tengo|tiene|ho|ha|tenho|tem) )${N}(?= (?:ans|años|anni|anos)(?!\\w))`, 'gi'),
  /\d{1,3}(?= ?(?:歳|세(?![\p{L}])|岁))/gu,
  new RegExp(`(?<=(?:I'm|I’m|I am|he is|she is|he's|she's|turned|turning|turns) )${N}(?= ?(?:[,.;!)]|and |years))(?![.,]\\d)`, 'gi'),
]

const HINT =
  /old|age|y\.?\/?o|jahr|jähr|alter|ans|an[nn]?[oi]|año|jaar|lat|år|edad|età|leeftijd|idade|wiek|ikä|vuot|возраст|[年歳세岁나]|turn|[’']m |I am|he is|[’']s /i

const find = ({ text, survey }: Page, report: Report): void => {
  for (let w = 0; w < survey.digits.length; w += 2) {
    const from = survey.digits[w] ?? 0
    const stretch = text.slice(from, survey.digits[w + 1])
    if (!HINT.test(stretch)) continue
    for (const pattern of PATTERNS)
      for (const match of stretch.matchAll(pattern)) {
        const start = from + match.index
        report({ type: 'AGE', start, end: start + match[0].length, confidence: 0.8 })
      }
  }
}

export const age: Detector = {
  family: 'age',
  types: ['AGE'],
  find,
  examples: [
    {
      type: 'AGE',
      found: [
        'a «34»-year-old man',
        'she is «34» years old',
        'aged «61», retired',
        'Er ist «45» Jahre alt.',
        "j'ai «32» ans",
        'Age: «57»',
        'tiene «28» años',
        'un homme de «41» ans',
      ],
      ignored: ['page: 34', '10 years of experience', 'for 5 years', 'aged 3.5 times', 'version 34'],
    },
  ],
}
