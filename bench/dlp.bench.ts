/**
 * How well and how fast the scanner finds: `node bench/dlp.bench.ts [--seed N] [--texts N] [--errors TYPE]`.
 * Texts are generated (see `dlp-corpus.ts`), so another seed is another, equally unseen set.
 */
import { createScanner, INFO_TYPES } from '#src/engines/dlp/index.ts'
import { clean, corpus } from './dlp-corpus.ts'
import { prose } from './dlp-prose.ts'
import { f, precision, recall, score, STRUCTURED, sum } from './dlp-score.ts'

const option = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return (at < 0 ? undefined : process.argv[at + 1]) ?? fallback
}
const seed = Number(option('seed', '1'))
const count = Number(option('texts', '5000'))
const errors = option('errors', '')

const scanner = createScanner()
const texts = corpus(seed, count)

if (errors !== '') {
  let shown = 0
  for (const { text, spans } of texts) {
    const findings = scanner.scan(text)
    const missed = spans.filter(
      span => span.type === errors && !findings.some(x => x.type === errors && x.start < span.end && x.end > span.start),
    )
    const wrong = findings.filter(
      x => x.type === errors && !spans.some(span => span.type === errors && x.start < span.end && x.end > span.start),
    )
    for (const { start, end } of missed)
      console.log(
        'missed',
        JSON.stringify(text.slice(Math.max(0, start - 40), start)),
        '«',
        text.slice(start, end),
        '»',
        JSON.stringify(text.slice(end, end + 20)),
        findings
          .filter(x => x.start < end && x.end > start)
          .map(x => x.type)
          .join(),
      )
    for (const { start, end } of wrong)
      console.log(
        'wrong ',
        JSON.stringify(text.slice(Math.max(0, start - 40), start)),
        '«',
        text.slice(start, end),
        '»',
        JSON.stringify(text.slice(end, end + 20)),
      )
    shown += missed.length + wrong.length
    if (shown > 40) break
  }
  process.exit(0)
}

const scores = score(texts, text => scanner.scan(text))
const percent = (x: number): string => x.toFixed(3)
console.log(`${count} texts, seed ${seed}\n`)
console.log('type'.padEnd(20), 'right', 'wrong', 'missed', 'precision', 'recall', 'F1', 'F2')
for (const [type, s] of [...scores].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(
    type.padEnd(20),
    String(s.right).padStart(5),
    String(s.wrong).padStart(5),
    String(s.missed).padStart(6),
    percent(precision(s)).padStart(9),
    percent(recall(s)).padStart(6),
    percent(f(s, 1)),
    percent(f(s, 2)),
  )
const structured = sum([...scores].filter(([type]) => STRUCTURED.has(type)).map(([, s]) => s))
console.log(`\nstructured types, micro F1 ${percent(f(structured, 1))}, F2 ${percent(f(structured, 2))}`)

const harmless = clean(seed, 5000)
const alarmed = harmless.filter(text => scanner.scan(text).some(({ type }) => type !== 'URL' && type !== 'DATE_TIME'))
console.log(
  `false alarms on ${harmless.length} clean texts: ${alarmed.length} (${((100 * alarmed.length) / harmless.length).toFixed(2)} %)`,
)
for (const text of new Set(alarmed.slice(0, 5)))
  console.log(
    '  ',
    JSON.stringify(text.slice(0, 100)),
    scanner
      .scan(text)
      .map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)
      .join('; '),
  )

/** CPU time of this process, so that other work on the machine counts less. */
const speed = (scan: (text: string) => unknown, text: string): number => {
  for (let i = 0; i < 3; i++) scan(text)
  const start = process.cpuUsage()
  for (let i = 0; i < 5; i++) scan(text)
  const { user, system } = process.cpuUsage(start)
  return (5 * Buffer.byteLength(text)) / (user + system)
}
const worded = new Set<string>(['PERSON', 'LOCATION', 'ORGANIZATION', 'STREET_ADDRESS'])
const structuredOnly = createScanner({ types: INFO_TYPES.filter(type => !worded.has(type)) })
const plain = prose(1_000_000)
const dense = corpus(seed + 1, 2000)
  .map(({ text }) => text)
  .join('\n')
console.log(
  `\nMB/s of CPU time: prose ${speed(text => structuredOnly.scan(text), plain).toFixed(1)} without names and addresses, ${speed(text => scanner.scan(text), plain).toFixed(1)} with all types; dense ${speed(text => structuredOnly.scan(text), dense).toFixed(1)} and ${speed(text => scanner.scan(text), dense).toFixed(1)}`,
)
