import type { Detector, Page, Report } from '../types.ts'
import { COMMON_WORDS } from '../words/common-words.ts'
import { US_STATES } from '../words/places.ts'

/** Street words by language: the suffixes of USPS Publication 28 (C1) and what its European counterparts use. */
const ENGLISH =
  'Alley|Aly|Avenue|Ave|Av|Bayou|Beach|Bend|Bluffs?|Bottom|Boulevard|Blvd|Branch|Bridge|Brooks?|Burgs?|Bypass|Camp|Canyon|Cape|Causeway|Centers?|Circles?|Cir|Cliffs?|Close|Club|Common|Corners?|Course|Courts?|Ct|Coves?|Creek|Crescent|Cres|Crest|Crossing|Crossroad|Curve|Dale|Dam|Divide|Drives?|Dr|Estates?|Expressway|Extensions?|Falls|Ferry|Fields?|Flats?|Fords?|Forest|Forges?|Forks?|Fort|Freeway|Gardens?|Gateway|Glens?|Greens?|Groves?|Harbors?|Haven|Heights|Highway|Hwy|Hills?|Hollow|Inlet|Islands?|Isle|Junctions?|Keys?|Knolls?|Lakes?|Land|Landing|Lane|Ln|Lights?|Loaf|Locks?|Lodge|Loop|Mall|Manors?|Meadows?|Mews|Mills?|Mission|Motorway|Mountains?|Mount|Neck|Orchard|Oval|Overpass|Parks?|Parkways?|Pkwy|Pass|Passage|Path|Pike|Pines?|Place|Pl|Plains?|Plaza|Points?|Ports?|Prairie|Quay|Radial|Ramp|Ranch|Rapids?|Rest|Ridges?|River|Roads?|Rd|Route|Row|Rue|Run|Shoals?|Shores?|Skyway|Springs?|Spurs?|Squares?|Sq|Station|Stravenue|Stream|Streets?|St|Summit|Terrace|Ter|Throughway|Trace|Track|Trafficway|Trail|Trl|Tunnel|Turnpike|Underpass|Unions?|Valleys?|Via|Viaduct|Views?|Villages?|Ville|Vista|Walks?|Wall|Way|Wells?|Yard'
const NAME = "\\p{Lu}[\\p{L}'’.-]*"
const DIRECTION = '(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\\.?\\s+)?'
const UNIT = '(?:,?\\s+(?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Fl|Room|Rm|Bldg|Building|#)\\.?\\s*#?\\s*[\\w-]{1,8})?'
const GAP = '(?:,?\\s*\\n\\s*|,\\s*|\\s+)'
const TOWN = `${NAME}(?:[ -](?:${NAME}|upon|on|am|an|der|de|la|le|sur|en|den)){0,4}`
const COUNTRY = `(?:${GAP}(?:USA|U\\.S\\.A\\.|United States(?: of America)?|UK|United Kingdom|England|Canada|Germany|Deutschland|France|Australia|Austria|Switzerland|Ireland|Italy|Spain|Netherlands))?`
const US_TAIL = `(?:${GAP}${TOWN})?${GAP}(?:(?:${US_STATES})|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New \\p{Lu}\\p{L}+|North \\p{Lu}\\p{L}+|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South \\p{Lu}\\p{L}+|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)\\.?(?:[ ,]{1,2}\\d{5}(?:-\\d{4})?)?`
const UK_POSTCODE = '[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}'
const CA_POSTCODE = '[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d'
const ENGLISH_TAIL = `(?:${US_TAIL}|(?:${GAP}${TOWN}){0,3}${GAP}(?:${UK_POSTCODE}|(?:[A-Z]{2}\\s+)?${CA_POSTCODE}|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\\s+\\d{4})|${GAP}${TOWN}${GAP}\\d{5}|(?:,\\s*${TOWN}){1,2})?${COUNTRY}`
const FIVE = '(?:[A-Z]{1,2}-)?\\d{5}'
const EUROPEAN_TAIL = `(?:${GAP}(?:${FIVE}|(?:[A-Z]{1,2}-)?\\d{4}(?:\\s?[A-Z]{2})?|\\d{3}\\s\\d{2}|\\d{2}-\\d{3}|\\d{4}-\\d{3})\\s+${TOWN}(?:\\s+\\([A-Z]{2}\\))?|,\\s*${TOWN})?(?:,\\s*${NAME})?`
const HOUSE = '\\d{1,4}\\s?[a-zA-Z]?(?:\\s?[-/]\\s?\\d{1,4}[a-z]?)?(?![\\d\\p{L}])'

/** Each with a cheap sign without which it cannot match. */
const GRAMMARS: readonly (readonly [confidence: number, hint: RegExp, source: string])[] = [
  [
    0.85,
    /\d[A-Za-z]?,?\s+(?:\p{Lu}|\d)/u,
    `(?<![\\w.,$€£#:-])(?:(?:Flat|Apt|Unit|Suite)\\.?\\s+[\\w-]{1,5},?\\s+)?\\d{1,5}[A-Za-z]?(?:[-/]\\d{1,4})?,?\\s+${DIRECTION}(?:(?:${NAME}|\\d{1,3}(?:st|nd|rd|th))\\s+){1,4}?(?:${ENGLISH})(?![\\p{L}\\d])\\.?(?:\\s+(?:${ENGLISH})(?![\\p{L}\\d])\\.?)?(?:\\s+(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)(?!\\p{L})\\.?)?${UNIT}${ENGLISH_TAIL}`,
  ],
  [
    0.85,
    /,\s*(?:\p{Lu}{2}|\p{Lu}\p{Ll}+)[ ,]+\d{5}/u,
    `(?<![\\w.,$€£#:-])\\d{1,5}[A-Za-z]?\\s+(?:(?:${NAME}|\\d{1,4}[A-Za-z]?)\\s+){0,5}(?:${NAME}|\\d{1,4}[A-Za-z]?)${UNIT}${US_TAIL}${COUNTRY}`,
  ],
  [
    0.85,
    /\d\s+(?:Avenue|Highway|Hwy|Route|County|State|Interstate)/,
    `(?<![\\w.,$€£#:-])\\d{1,5}\\s+(?:Avenue|Highway|Hwy|Route|County Road|State Route|Interstate)\\s+(?:of\\s+(?:the\\s+)?)?[\\p{Lu}\\d][\\p{L}\\d]*${UNIT}${ENGLISH_TAIL}`,
  ],
  [
    0.85,
    /(?:straße|strasse|tr\.|eg|latz|llee|asse|amm|ufer|haussee|steig|stieg|pfad|graben|promenade|ring|hof|kamp|Straße|Strasse|Weg|Ring|Ufer|Markt)\s+\d/,
    `(?<!\\p{L})(?:(?:\\p{Lu}[\\p{L}.-]*[ -]){0,3}\\p{Lu}\\p{L}*(?:straße|strasse|str\\.|weg|platz|allee|gasse|damm|ufer|chaussee|steig|stieg|pfad|graben|promenade|ring|hof|kamp)|(?:\\p{Lu}[\\p{L}.-]*[ -]){1,3}(?:Straße|Strasse|Str\\.|Weg|Platz|Allee|Gasse|Ring|Damm|Ufer|Markt))\\s+${HOUSE}${EUROPEAN_TAIL}`,
  ],
  [
    0.75,
    /(?:Am|An|Auf|Im|In|Zum|Zur|Unter|Hinter|Bei)\s/,
    `(?<!\\p{L})(?:Am|An der|An den|Auf der|Auf dem|Im|In der|In den|Zum|Zur|Unter den|Unter der|Hinter der|Bei der)\\s+\\p{Lu}[\\p{L}-]+(?:\\s+\\p{Lu}[\\p{L}-]+)?\\s+${HOUSE}(?:${GAP}(?:D-)?\\d{5}\\s+${TOWN})`,
  ],
  [
    0.85,
    /rue|avenue|av\.|boulevard|b[vd]|place|chemin|impasse|allée|quai|route|cours|square|passage|voie|sentier|faubourg|esplanade|Rue|Avenue|Boulevard|Place|Chemin|Impasse|Allée|Quai|Route|Cours/,
    `(?<![\\w.,-])\\d{1,4}(?:\\s?(?:bis|ter|quater|[A-D]))?,?\\s+(?:rue|avenue|av\\.|boulevard|bd|bvd|place|chemin|impasse|allée|quai|route|cours|square|passage|voie|sentier|faubourg|esplanade|Rue|Avenue|Boulevard|Place|Chemin|Impasse|Allée|Quai|Route|Cours)\\s+(?:(?:de la|de l['’]|des|du|de|d['’]|à|aux|la|le|les|l['’])\\s?)?${NAME}(?:[ -](?:(?:de la|de l['’]|des|du|de|d['’]|et)\\s?)?${NAME}){0,4}${EUROPEAN_TAIL}`,
  ],
  [
    0.85,
    /V\.le|Via|Piazz|P\.zza|Cors|C\.so|Larg|Vicol|Strada|Contrada|Borgo|Lungo|Calle|C\/|Aven|Avda|Av\.|Plaza|Pza|Paseo|Pº|Carr|Camin|Ctra|Ronda|Trav|Urban|Rua|R\.|Praça|Alameda|Estrada|Rodovia|Cuesta|Glorieta|Acceso|Pasad|Canto|Rotonda|Incrocio|Stretto/,
    `(?<!\\p{L})(?:Via|Viale|V\\.le|Piazza|P\\.zza|Piazzale|Corso|C\\.so|Largo|Vicolo|Strada|Contrada|Borgo|Lungomare|Calle|C/|Avenida|Avda\\.?|Av\\.|Plaza|Pza\\.?|Paseo|Pº|Carrer|Camino|Carretera|Ctra\\.?|Ronda|Travesía|Urbanización|Rua|R\\.|Travessa|Praça|Alameda|Estrada|Rodovia|Cuesta|Glorieta|Acceso|Pasadizo|Callejón|Canto|Rotonda|Incrocio|Stretto)\\s?(?:(?:de la|de las|de los|del|della|delle|dei|degli|dello|de|di|da|do|dos|das|d['’]|la|las|los|el|al)\\s?)?${NAME}(?:[ -](?:(?:de la|del|della|dei|de|di|da|do|dos|das|y|e|d['’])\\s?)?${NAME}){0,4},?\\s+(?:n\\.?\\s?[º°]?\\s?|nº\\s?|s/n|snc)?\\d{1,5}\\s?[A-Za-z]?(?:[-/]\\d{1,4})?(?![\\d\\p{L}])(?:,?\\s+(?:\\d{1,2}\\s?[º°ª]\\s?[A-Z]?|[Aa]pto?\\.?\\s?\\d+|[Pp]iso\\s\\d+|[Pp]iano\\s\\d+|[Ii]nt\\.?\\s?\\d+))?${EUROPEAN_TAIL}`,
  ],
  [
    0.85,
    /(?:straat|laan|plein|gracht|kade|dijk|singel|steeg|dreef|plantsoen|boulevard|gatan|vägen|gata|gränd|torg|stigen|vej|gade|vænget|plads|veien|gaten|vei|gate|bakken|katu|tie|kuja|polku|tori)\s+\d/,
    `(?<!\\p{L})(?:\\p{Lu}[\\p{L}.'’-]*\\s+){0,3}\\p{Lu}?\\p{L}*(?:straat|laan|plein|gracht|kade|dijk|singel|steeg|dreef|plantsoen|boulevard|gatan|vägen|gata|gränd|torg|stigen|vej|gade|vænget|plads|veien|gaten|vei|gate|bakken|katu|tie|kuja|polku|tori)\\s+${HOUSE}${EUROPEAN_TAIL}`,
  ],
  [
    0.85,
    /ul\.|ulic|al\.|alej|pl\.|plac|os\.|osied|nám|str\.|strada|bd\.|bulev|utca/,
    `(?<!\\p{L})(?:ul\\.|ulica|al\\.|aleja|pl\\.|plac|os\\.|osiedle|ulice|nám\\.|náměstí|str\\.|strada|bd\\.|bulevardul|ulica|utca)\\s+(?:${NAME}\\s?){1,4}(?:,?\\s*nr\\.?)?\\s+\\d{1,4}[A-Za-z]?(?:/\\d{1,4})?(?:\\s?m\\.?\\s?\\d+)?${EUROPEAN_TAIL}`,
  ],
  [
    0.85,
    /utca|út|tér|körút|soka|cadd|bulv|ulice|iela|gatvė|g\./,
    `(?<!\\p{L})${NAME}(?:\\s${NAME})?\\s+(?:utca|út|tér|körút|sokak|sokağı|caddesi|bulvarı|ulice|iela|gatvė|g\\.)\\s+(?:no:?\\s*)?${HOUSE}\\.?${EUROPEAN_TAIL}`,
  ],
  [
    0.8,
    /Box|Postfach|Bo[iî]te|BP|Apartado|Casella|Postbus/,
    `(?<!\\p{L})(?:P\\.?\\s?O\\.?\\s?Box|Postfach|Boîte postale|BP|Apartado(?: de correos)?|Casella postale|Postbus)\\s+\\d{1,6}(?![\\d/])(?:${ENGLISH_TAIL}|${EUROPEAN_TAIL})`,
  ],
  [
    0.85,
    /[FAD]PO\s/,
    `(?<!\\p{L})(?:(?:PSC|CMR|Unit)\\s+\\d{1,4}(?:,?\\s+Box\\s+\\d{1,5})?|USS\\s+${NAME}|USNS\\s+${NAME}|USNV\\s+${NAME}|USCGC\\s+${NAME})${GAP}(?:FPO|APO|DPO)\\s+A[AEP]\\s+\\d{5}`,
  ],
]

const PATTERNS = GRAMMARS.map(([confidence, hint, source]) => ({ confidence, hint, pattern: new RegExp(source, 'gu') }))

const LEAD = 60
const TAIL = 60

const find = ({ text, survey, from: begin }: Page, report: Report): void => {
  for (let w = 0; w < survey.digits.length; w += 2) {
    const from = Math.max(0, begin - 1, (survey.digits[w] ?? 0) - LEAD)
    const stretch = text.slice(from, (survey.digits[w + 1] ?? 0) + TAIL)
    for (const { confidence, hint, pattern } of PATTERNS)
      for (const match of hint.test(stretch) ? stretch.matchAll(pattern) : []) {
        if (isCount(match[0])) continue
        const start = from + match.index
        report({ type: 'STREET_ADDRESS', start, end: start + match[0].trimEnd().length, confidence })
      }
  }
}

/** Words that are streets and little else; the others ("Points", "Way", "Views") follow numbers in headings too. */
const STREET =
  /\b(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Terrace|Highway|Hwy|Crescent|Parkway|Pkwy|Alley|Mews|Turnpike|Expressway)\b/

/** "5 Important Points" counts things: everyday words from the number to the end, and nothing that says street. */
const isCount = (found: string): boolean =>
  /^\d/.test(found) &&
  !STREET.test(found) &&
  !/\d/.test(found.replace(/^\d+/, '')) &&
  found
    .toLowerCase()
    .replace(/^\d+\s*/, '')
    .split(/[\s,]+/)
    .every(word => COMMON_WORDS.has(word) || COMMON_WORDS.has(word.replace(/s$/, '')))

export const address: Detector = {
  family: 'address',
  types: ['STREET_ADDRESS'],
  find,
  examples: [
    {
      type: 'STREET_ADDRESS',
      found: [
        'lives at «742 Evergreen Terrace, Springfield, IL 62704», call',
        'ship to «12 High Street, London SW1A 1AA».',
        '«Hauptstraße 12a, 80331 München»',
        'au «15 bis rue de la Paix, 75002 Paris»',
        'in «Via Giuseppe Verdi 24, 20121 Milano»',
        '«Calle Mayor 5, 28013 Madrid»',
        '«Kerkstraat 112, 1017 GN Amsterdam»',
        '«Storgatan 5, 111 22 Stockholm»',
        '«ul. Marszałkowska 10/15, 00-590 Warszawa»',
        '«P.O. Box 1234, Dallas, TX 75201»',
      ],
      ignored: [
        '5 Important Points about it',
        'version 12 is out',
        '3 new features',
        'Section 4 Way forward is',
        'chapter 12 in the book',
        'Ring 3, Level 2',
        'BP 152/91 and pulse 88',
      ],
    },
  ],
}
