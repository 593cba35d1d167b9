import type { Examples } from '../frame.ts'
import { accessExamples } from './access.ts'
import { appealsExamples } from './appeals.ts'
import { auditExamples } from './audit.ts'
import { charterExamples } from './charter.ts'
import { emergencyExamples } from './emergency.ts'
import { endpointsExamples } from './endpoints.ts'
import { findingsExamples } from './findings.ts'
import { incidentsExamples } from './incidents.ts'
import { humanReviewExamples } from './human-review.ts'
import { intakeExamples } from './intake.ts'
import { messagesExamples } from './messages.ts'
import { outboundExamples } from './outbound.ts'
import { peopleExamples } from './people.ts'
import { proposalsExamples } from './proposals.ts'
import { registryExamples } from './registry.ts'
import { reviewExamples } from './review.ts'
import { stewardshipExamples } from './stewardship.ts'
import { toolsExamples } from './tools.ts'
import { vaultExamples } from './vault.ts'
import { waiversExamples } from './waivers.ts'

/** Capability by capability, in the order of the page. */
export const byCapability: Readonly<Record<string, Examples>> = {
  people: peopleExamples,
  access: accessExamples,
  proposals: proposalsExamples,
  emergency: emergencyExamples,
  charter: charterExamples,
  intake: intakeExamples,
  registry: registryExamples,
  stewardship: stewardshipExamples,
  incidents: incidentsExamples,
  appeals: appealsExamples,
  review: reviewExamples,
  tools: toolsExamples,
  waivers: waiversExamples,
  'human-review': humanReviewExamples,
  findings: findingsExamples,
  messages: messagesExamples,
  endpoints: endpointsExamples,
  audit: auditExamples,
  outbound: outboundExamples,
  vault: vaultExamples,
}

export const examples: Examples = Object.assign({}, ...Object.values(byCapability))
