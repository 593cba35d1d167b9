import { z } from 'zod'
import { DOCUMENT_NAMES, DOCUMENTS, type DocumentName } from './documents.ts'

/** The JSON Schema (draft 2020-12) of each document, with which editors complete and check while one types. */
export const charterSchemas = (): ReadonlyMap<DocumentName, unknown> =>
  new Map(DOCUMENT_NAMES.map(name => [name, { title: name, ...z.toJSONSchema(DOCUMENTS.shape[name], { io: 'input' }) }]))
