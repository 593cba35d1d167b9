/** Every trick on every kind of value: `node bench/dlp-obfuscation.bench.ts [--seed N]`. Prints what is not caught. */
import { createScanner } from '#src/engines/dlp/index.ts'
import { LOCALES } from './dlp-locales.ts'
import { fill } from './dlp-corpus.ts'
import { dice } from './dlp-random.ts'
import { TRICKS } from './dlp-tricks.ts'

const KINDS: readonly (readonly [type: string, before: string, template: string])[] = [
  ['CREDIT_CARD', 'the card is ', '{CREDIT_CARD}'],
  ['IBAN_CODE', 'my IBAN: ', '{IBAN_CODE}'],
  ['US_SSN', 'her SSN is ', '{NATIONAL}'],
  ['EMAIL_ADDRESS', 'write to ', '{EMAIL_ADDRESS}'],
  ['PHONE_NUMBER', 'my phone number is ', '{PHONE_NUMBER}'],
  ['IP_ADDRESS', 'log in at ', '{IP_ADDRESS}'],
  ['DE_TAX_ID', 'Steuer-ID: ', '{NATIONAL}'],
  ['IT_FISCAL_CODE', 'codice fiscale ', '{NATIONAL}'],
  ['SECRET', 'use the key ', '{SECRET}'],
  ['BR_CPF', 'CPF: ', '{NATIONAL}'],
]
const at = process.argv.indexOf('--seed')
const d = dice(at < 0 ? 1 : Number(process.argv[at + 1]))
const scanner = createScanner()
const EACH = 4

const totals = { mechanical: [0, 0], semantic: [0, 0] }
const uncaught: string[] = []
let kinds = 0
for (const trick of TRICKS)
  for (const [type, before, template] of KINDS) {
    const locale = LOCALES.find(({ id }) => id === type) ?? LOCALES[0]
    if (!locale) throw new Error('no locale')
    let caught = 0
    let applied = 0
    for (let i = 0; i < EACH; i++) {
      let value = fill(template, d, locale).text
      if (type === 'SECRET' && value.includes('\n')) value = fill('{SECRET}', d, locale).text.replace(/\n/g, '')
      const hidden = trick.hide(value)
      if (hidden === value) continue
      applied++
      const text = `Hello there, ${before}${hidden} for now.`
      const start = text.indexOf(hidden)
      if (
        scanner
          .scan(text)
          .some(
            finding =>
              finding.start < start + hidden.length &&
              finding.end > start &&
              (finding.type === type || finding.end - finding.start > hidden.length * 0.6) &&
              finding.type !== 'PERSON',
          )
      )
        caught++
    }
    if (applied === 0) continue
    kinds++
    const total = totals[trick.mechanical ? 'mechanical' : 'semantic']
    total[0] = (total[0] ?? 0) + caught
    total[1] = (total[1] ?? 0) + applied
    if (caught < applied)
      uncaught.push(`${trick.mechanical ? 'mechanical' : 'semantic  '}  ${trick.name} × ${type}: ${caught} of ${applied}`)
  }

for (const line of uncaught) console.log(line)
console.log(
  `\n${TRICKS.length} tricks (${TRICKS.filter(trick => trick.mechanical).length} mechanical) on ${KINDS.length} kinds, ${kinds} pairs, ${EACH} values each`,
)
for (const [name, [caught = 0, applied = 0]] of Object.entries(totals))
  console.log(`${name}: ${caught} of ${applied} caught (${((100 * caught) / applied).toFixed(1)} %)`)
