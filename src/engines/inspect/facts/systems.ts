import { PLAIN, type Evidence } from '../inspection.ts'
import type { FactRule } from './rule.ts'

/** Databases, enterprise systems, finance systems. Listening to one counts like calling it. */
export const systemRule: FactRule = ({ steps, tables }) =>
  steps.flatMap(({ step, uses }) => uses.flatMap((use): Evidence[] => {
    const system = tables.systems[use.system]
    if (!system) return []
    const { where } = step
    const confidence = use.confidence ?? PLAIN
    const why = use.doubt ? `${use.why}; doubtful: ${use.doubt}` : use.why
    const found: Evidence[] = []
    if (system.database !== undefined) {
      const sure = use.effect === 'remembers' ? Math.min(confidence, 0.5) : confidence
      const reason = use.effect === 'remembers' ? `${why}; doubtful: only as chat memory or vector store` : why
      found.push({ fact: 'directDatabaseAccess', value: true, where, why: reason, confidence: sure }, { fact: 'databaseEngines', value: system.database, where, why: reason, confidence: sure })
    }
    if (system.enterprise !== undefined) found.push({ fact: 'integratesEnterpriseSystem', value: true, where, why, confidence }, { fact: 'enterpriseSystems', value: system.enterprise, where, why, confidence })
    if (system.enterpriseDoubt !== undefined) found.push({ fact: 'integratesEnterpriseSystem', value: true, where, why: `${why}; doubtful: ${system.enterpriseDoubt}`, confidence: 0.4 })
    if (system.financial !== undefined) found.push({ fact: 'handlesFinancialSystem', value: true, where, why, confidence }, { fact: 'financialSystems', value: system.financial, where, why, confidence })
    return found
  }))
