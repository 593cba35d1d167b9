import { pathToFileURL } from 'node:url'
import type { Inspected } from './inspect.ts'

/** SARIF 2.1.0 (OASIS standard, 2020): a note for each fact seen, a warning where a file forces tier 3 or 4. */
export const sarif = (results: readonly Inspected[]): unknown => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'guildhall inspect', rules: rulesOf(results) } },
      invocations: [
        {
          executionSuccessful: results.every(({ refused }) => refused === null),
          toolExecutionNotifications: results.flatMap(notification),
        },
      ],
      results: results.flatMap(result => [...warning(result), ...notes(result)]),
    },
  ],
})

const notification = ({ file, refused }: Inspected): unknown[] =>
  refused ? [{ level: 'error', message: { text: refused.message }, locations: [location(file)] }] : []

const warning = ({ file, tierFloor, reasons }: Inspected): unknown[] => {
  if (tierFloor === null || tierFloor < 3) return []
  const text = `Tier ${tierFloor}: ${reasons.map(({ because }) => because).join(' ')}`
  return [{ ruleId: 'tierFloor', level: 'warning', message: { text }, locations: [location(file)] }]
}

const notes = ({ file, inspection }: Inspected): unknown[] =>
  (inspection?.evidence ?? [])
    .filter(({ confidence, value }) => confidence >= 0.5 && value !== false)
    .map(({ fact, value, where, why, confidence }) => ({
      ruleId: fact,
      level: 'note',
      rank: Math.round(confidence * 100),
      message: { text: `${value === true ? fact : `${fact}: ${String(value)}`}. ${why}` },
      locations: [location(file, where)],
    }))

const rulesOf = (results: readonly Inspected[]): unknown[] => {
  const facts = new Set(results.flatMap(({ inspection }) => inspection?.evidence.map(({ fact }) => fact) ?? []))
  return [
    ...[...facts].toSorted().map(id => ({ id, shortDescription: { text: `The file shows: ${id}` } })),
    { id: 'tierFloor', shortDescription: { text: 'The lowest tier that the file alone forces' } },
  ]
}

const location = (file: string, where?: string): unknown => ({
  physicalLocation: { artifactLocation: { uri: pathToFileURL(file).href } },
  ...(where === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: where }] }),
})
