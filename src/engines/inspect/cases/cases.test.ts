import { describe, expect, it } from 'vitest'
import { inspect } from '../index.ts'
import type { DetectedFacts } from '../inspection.ts'
import { cases } from './index.ts'

const nothing: DetectedFacts = {
  usesAI: false,
  aiVendors: [],
  messageChannels: [],
  sendsExternally: false,
  publishesExternally: false,
  directDatabaseAccess: false,
  databaseEngines: [],
  integratesEnterpriseSystem: false,
  enterpriseSystems: [],
  handlesFinancialSystem: false,
  financialSystems: [],
  hasHumanReviewStep: false,
  runsCode: false,
  callsHttp: false,
  httpHosts: [],
  triggers: [],
  callsSubflow: false,
  sendsAsNamedPerson: false,
  sensitiveDomains: [],
  prohibitedCandidates: [],
  externalSendsReviewed: 'unknown',
}

for (const [format, labelled] of Object.entries(cases)) {
  describe(format, () => {
    for (const { name, why, source, facts } of labelled) {
      it(`${name}: ${why}`, () => {
        const inspection = inspect(source)
        expect(inspection.format).toBe(format)
        expect(inspection.facts).toEqual({ ...nothing, ...facts })
      })
    }
  })
}
