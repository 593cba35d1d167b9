import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { shippedCharter } from '#src/shipped-charter.ts'
import { parseFacts, ruling } from '#src/engines/charter/index.ts'
import { cases } from '#src/engines/inspect/cases/index.ts'
import { declaredFrom, inspect, type DetectedFacts, type Inspection, type Member, type Source } from '#src/engines/inspect/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'

/*
 * node bench/inspect.bench.ts [FOLDER…]
 *
 * Over a folder of real exports: each file read or refused with its reason, facts found, files and megabytes a second.
 * Always: precision and recall of each fact over the labelled cases, tiers called too low, and how long and in how much
 * memory a hostile file of 50 MB is refused. A folder with an agent's components is read as one artifact.
 */

interface Item {
  name: string
  source: Source
  bytes: number
}

const load = (root: string, path: string): Item[] => {
  if (statSync(path).isFile()) {
    const bytes = readFileSync(path)
    return [{ name: relative(root, path), source: { name: path, bytes }, bytes: bytes.length }]
  }
  const names = readdirSync(path).toSorted()
  if (names.includes('agent.mcs.yml') || names.includes('botcomponents') || names.includes('solution.xml')) {
    const members: Member[] = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(file => ({ path: relative(path, file), bytes: readFileSync(file) }))
    return [
      { name: relative(root, path), source: { name: path, members }, bytes: members.reduce((sum, { bytes }) => sum + bytes.length, 0) },
    ]
  }
  return names.flatMap(name => load(root, join(path, name)))
}

const shown = (facts: DetectedFacts): string =>
  Object.entries(facts)
    .filter(([, value]) => value !== false && value !== 'unknown' && !(Array.isArray(value) && value.length === 0))
    .map(([fact, value]) => (value === true ? fact : `${fact}=${String(value)}`))
    .join(' ')

const overFolder = (root: string): void => {
  const items = load(root, root)
  let read = 0
  for (const { name, source } of items) {
    try {
      const { format, facts } = inspect(source)
      read += 1
      console.log(`read     ${name}  ${format}  ${shown(facts)}`)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      console.log(`refused  ${name}  ${error.code}: ${error.message}`)
    }
  }
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0)
  const attempt = ({ source }: Item): void => {
    try {
      inspect(source)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  const start = performance.now()
  let rounds = 0
  while (performance.now() - start < 3_000) {
    items.forEach(attempt)
    rounds += 1
  }
  const seconds = (performance.now() - start) / 1_000
  console.log(`\n${items.length} artifacts (${(bytes / 1e6).toFixed(2)} MB): ${read} read, ${items.length - read} refused with a reason`)
  console.log(
    `${Math.round((items.length * rounds) / seconds)} files/s, ${((bytes * rounds) / seconds / 1e6).toFixed(1)} MB/s (${rounds} rounds after a warm one)\n`,
  )
}

const overCases = async (): Promise<void> => {
  const tally = new Map<string, { hit: number; extra: number; missed: number }>()
  const { charter } = await shippedCharter()
  const now = Temporal.Now.instant()
  const low: string[] = []
  let exact = 0
  let labelled = 0
  let tiers = 0
  for (const [format, list] of Object.entries(cases)) {
    for (const { name, source, facts, tier } of list) {
      const inspection = inspect(source)
      labelled += 1
      let same = true
      for (const fact of Object.keys(inspection.facts) as (keyof DetectedFacts)[]) {
        const [found, wanted] = [atoms(inspection.facts[fact]), atoms(facts[fact])]
        const entry = tally.get(fact) ?? { hit: 0, extra: 0, missed: 0 }
        for (const value of found)
          if (wanted.includes(value)) entry.hit += 1
          else {
            entry.extra += 1
            same = false
          }
        for (const value of wanted)
          if (!found.includes(value)) {
            entry.missed += 1
            same = false
          }
        tally.set(fact, entry)
      }
      if (same) exact += 1
      else console.log(`differs  ${format}: ${name}`)
      if (tier === undefined) continue
      tiers += 1
      const floor = floorOf(inspection, charter, now)
      if (floor < tier) low.push(`${format}: ${name} (called ${floor}, labelled ${tier})`)
      else if (floor > tier) console.log(`higher   ${format}: ${name} (called ${floor}, labelled ${tier})`)
    }
  }
  console.log(`${exact} of ${labelled} labelled cases exact`)
  for (const [fact, { hit, extra, missed }] of tally) {
    if (hit + extra + missed === 0) continue
    console.log(
      `  ${fact.padEnd(28)} precision ${percent(hit, hit + extra)}  recall ${percent(hit, hit + missed)}  (${hit + missed} labelled)`,
    )
  }
  console.log(`tier floors called too low: ${low.length} of ${tiers}${low.map(line => `\n  ${line}`).join('')}\n`)
}

const floorOf = (inspection: Inspection, charter: Awaited<ReturnType<typeof shippedCharter>>['charter'], now: Temporal.Instant): number =>
  ruling(charter, parseFacts(charter, declaredFrom(inspection).facts), now).range[0]

const atoms = (value: DetectedFacts[keyof DetectedFacts] | undefined): readonly string[] =>
  value === true ? ['yes'] : Array.isArray(value) ? value : typeof value === 'string' && value !== 'unknown' ? [value] : []
const percent = (part: number, whole: number): string => (whole === 0 ? '   –  ' : `${((100 * part) / whole).toFixed(1).padStart(5)} %`)

const overHostile = (): void => {
  const files: [string, Uint8Array][] = [
    ['50 MB of one open list', new Uint8Array(50_000_000).fill(91)],
    ['24 MB of open lists', new Uint8Array(24_000_000).fill(91)],
    ['24 MB of values', new TextEncoder().encode(`[${'0,'.repeat(12_000_000)}0]`)],
    ['1 MB of quotes as YAML', new Uint8Array(999_999).fill(34)],
  ]
  for (const [name, bytes] of files) {
    const [start, memory] = [performance.now(), process.memoryUsage().rss]
    let why = 'read'
    try {
      inspect({ name: 'hostile', bytes })
    } catch (error) {
      why = error instanceof Refusal ? error.message : String(error)
    }
    console.log(
      `${name}: ${Math.round(performance.now() - start)} ms, ${Math.max(0, Math.round((process.memoryUsage().rss - memory) / 1e6))} MB more; ${why}`,
    )
  }
}

process.argv.slice(2).forEach(overFolder)
await overCases()
overHostile()
