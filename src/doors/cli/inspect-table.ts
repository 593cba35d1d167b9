import type { Difference } from '#src/engines/inspect/index.ts'
import type { Inspected } from './inspect.ts'

/** For people: each file with its tier floor, what it shows, and what it can't tell. */
export const table = (results: readonly Inspected[], columns: number): string =>
  results.map(result => lines(result, Math.max(40, columns)).map(harmless).join('\n')).join('\n\n') + '\n'

/** Names come out of a stranger's file: nothing in them may steer the reader's terminal. */
export const harmless = (line: string): string => line.replaceAll(/[\p{Cc}\p{Cf}]/gu, '·')

const lines = ({ file, inspection, tierFloor, reasons, refused, difference }: Inspected, columns: number): string[] => {
  if (!inspection) return [`${file}: not read`, ...wrapped(refused?.message ?? '', columns)]
  const { facts, format, name, questions, warnings } = inspection
  const shown = labels.flatMap(([fact, label]) => {
    const value = facts[fact]
    if (value === false || (Array.isArray(value) && value.length === 0)) return []
    return [Array.isArray(value) ? `${label}: ${value.join(', ')}` : label]
  })
  const leaves = facts.sendsExternally || facts.publishesExternally
  const below = [
    ...reasons.filter(({ tier }) => tier > 1).map(({ tier, because }) => `tier ${tier}: ${because}`),
    ...shown.map(line => `· ${line}`),
    ...(leaves ? [`· a person reviews what leaves: ${facts.externalSendsReviewed}`] : []),
    ...questions.map(({ question, where }) => `? ${question}${where === '' ? '' : ` (${where})`}`),
    ...warnings.map(warning => `! ${warning}`),
    ...(difference ? changes(difference) : []),
  ]
  return [
    `${file} (${format}${name === null ? '' : `, “${name}”`}): tier ${tierFloor ?? '?'} or higher`,
    ...below.flatMap(line => wrapped(line, columns)),
  ]
}

const changes = ({ same, sentences }: Difference): string[] =>
  same ? ['Δ nothing changed that an approval covers'] : sentences.map(sentence => `Δ ${sentence}`)

const labels = [
  ['usesAI', 'uses AI'],
  ['aiVendors', 'AI vendors'],
  ['messageChannels', 'sends messages by'],
  ['sendsExternally', 'messages can leave the organisation'],
  ['publishesExternally', 'publishes outside'],
  ['databaseEngines', 'connects to databases'],
  ['enterpriseSystems', 'enterprise systems'],
  ['financialSystems', 'finance systems'],
  ['hasHumanReviewStep', 'has a human review step'],
  ['runsCode', 'runs code'],
  ['httpHosts', 'calls hosts'],
  ['triggers', 'started by'],
  ['callsSubflow', 'runs another flow'],
  ['sendsAsNamedPerson', 'sends in a person’s name'],
  ['sensitiveDomains', 'sensitive domains'],
  ['prohibitedCandidates', 'to be ruled out'],
] as const

const wrapped = (text: string, columns: number): string[] => {
  const out: string[] = []
  let line = ' '
  for (const word of text.split(/\s+/)) {
    if (line.length + 1 + word.length > columns && line.trim() !== '') {
      out.push(line)
      line = '   '
    }
    line += ` ${word}`
  }
  return [...out, line]
}
