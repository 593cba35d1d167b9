import { PLAIN, type Evidence, type FactName } from '../inspection.ts'
import type { FoundUse } from '../resolve.ts'
import type { System } from '../tables/table.ts'
import type { FactRule } from './rule.ts'

/** Databases, enterprise systems, finance systems. Listening to one counts like calling it. */
export const systemRule: FactRule = ({ steps, tables }) =>
  steps.flatMap(({ step, uses }) => uses.flatMap(use => ofUse(step.where, use, tables.systems[use.system] ?? { name: use.system })))

const ofUse = (where: string, use: FoundUse, system: System): Evidence[] => {
  const confidence = use.confidence ?? PLAIN
  /** A yes to one fact and, where the row names it, a value of the other. */
  const seen = (fact: FactName, values: FactName, value: string | undefined, sure: number, doubt?: string): Evidence[] => {
    if (value === undefined) return []
    const why = doubt === undefined ? use.why : `${use.why}; doubtful: ${doubt}`
    return [
      { fact, value: true, where, why, confidence: sure },
      { fact: values, value, where, why, confidence: sure },
    ]
  }
  const database =
    use.effect === 'remembers'
      ? seen('directDatabaseAccess', 'databaseEngines', system.database, Math.min(confidence, 0.5), 'only as chat memory or vector store')
      : seen('directDatabaseAccess', 'databaseEngines', system.database, confidence, use.doubt)
  const hidden: Evidence[] =
    system.enterpriseDoubt === undefined
      ? []
      : [
          {
            fact: 'integratesEnterpriseSystem',
            value: true,
            where,
            why: `${use.why}; doubtful: ${system.enterpriseDoubt}`,
            confidence: 0.4,
          },
        ]
  return [
    ...database,
    ...seen('integratesEnterpriseSystem', 'enterpriseSystems', system.enterprise, confidence, use.doubt),
    ...hidden,
    ...seen('handlesFinancialSystem', 'financialSystems', system.financial, confidence, use.doubt),
  ]
}
