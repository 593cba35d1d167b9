/** A charter's documents by file name. One schema gives the types, the checks and the published JSON Schemas. */
import { z } from 'zod'
import { infoTypesDocument } from './info-type-documents.ts'
import {
  auditDocument,
  calendarDocument,
  certificationDocument,
  lanesDocument,
  outcomesDocument,
  rolloutDocument,
  sectorsDocument,
  standardsDocument,
  waiversDocument,
} from './program-documents.ts'
import {
  charterDocument,
  contactsDocument,
  dataClassesDocument,
  examplesDocument,
  guardrailsDocument,
  obligationsDocument,
  prohibitedDocument,
  questionsDocument,
  scopeDocument,
  tiersDocument,
  toolsDocument,
} from './rule-documents.ts'

export const DOCUMENTS = z.strictObject({
  'charter.yaml': charterDocument,
  'scope.yaml': scopeDocument,
  'questions.yaml': questionsDocument,
  'data-classes.yaml': dataClassesDocument,
  'info-types.yaml': infoTypesDocument,
  'tools.yaml': toolsDocument,
  'tiers.yaml': tiersDocument,
  'prohibited.yaml': prohibitedDocument,
  'guardrails.yaml': guardrailsDocument,
  'obligations.yaml': obligationsDocument,
  'sectors.yaml': sectorsDocument,
  'standards.yaml': standardsDocument,
  'lanes.yaml': lanesDocument,
  'waivers.yaml': waiversDocument,
  'certification.yaml': certificationDocument,
  'rollout.yaml': rolloutDocument,
  'audit.yaml': auditDocument,
  'outcomes.yaml': outcomesDocument,
  'calendar.yaml': calendarDocument,
  'contacts.yaml': contactsDocument,
  'examples.yaml': examplesDocument,
})
export type Documents = Readonly<z.infer<typeof DOCUMENTS>>
export type DocumentName = keyof Documents
export const DOCUMENT_NAMES: readonly DocumentName[] = DOCUMENTS.keyof().options

export { LANGUAGES, type Language, type Text } from './document-parts.ts'
export { VERDICTS, type Verdict } from './rule-documents.ts'
