/** Streams against whole texts: `node bench/dlp-stream.bench.ts [--splits N] [--seed N]`. Prints every difference. */
import { createScanner, createStream, type Finding } from '#src/engines/dlp/index.ts'
import { corpus, clean } from './dlp-corpus.ts'
import { dice } from './dlp-random.ts'

const option = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : Number(process.argv[at + 1])
}
const splits = option('splits', 100_000)
const seed = option('seed', 1)
const scanner = createScanner()
const d = dice(seed)

const plain = clean(seed + 1, 400)
const texts = corpus(seed, 400).map(({ text }, i) => (i % 2 === 0 ? `${text}\n${plain[i] ?? ''} ` : text))
const whole = texts.map(text => JSON.stringify(scanner.scan(text)))

let different = 0
let waited = 0
let pieces = 0
const start = process.cpuUsage()
for (let run = 0; run < splits; run++) {
  const which = run % texts.length
  const text = texts[which] ?? ''
  const most = d.pick([1, 3, 8, 20, 80, 400])
  const stream = createStream(scanner)
  const findings: Finding[] = []
  let out = ''
  for (let at = 0; at < text.length; pieces++) {
    const size = d.int(1, most)
    const released = stream.push(text.slice(at, at + size))
    out += released.text
    findings.push(...released.findings)
    at += size
    waited = Math.max(waited, Math.min(at, text.length) - out.length)
  }
  const rest = stream.end()
  findings.push(...rest.findings)
  if (out + rest.text === text && JSON.stringify(findings) === whole[which]) continue
  different++
  if (different <= 10)
    console.log(
      `text ${which}, pieces up to ${most}:\n  whole  ${whole[which]}\n  stream ${JSON.stringify(findings)}\n  ${JSON.stringify(text)}`,
    )
}
const { user, system } = process.cpuUsage(start)
console.log(
  `${splits} random splits of ${texts.length} texts (${pieces} pieces): ${different} differ; at most ${waited} characters waited; ${((user + system) / pieces).toFixed(0)} µs CPU a piece`,
)
