import { limits, notRecognised, tooLarge } from '../limits.ts'
import type { Artifact } from '../model.ts'
import { isN8n, readN8n } from '../readers/n8n.ts'
import type { Tables } from '../tables/index.ts'
import { parseJson } from './json.ts'

/** A file as it came, or the files of a folder that together are one agent. */
export type Source = { name: string; bytes: Uint8Array } | { name: string; members: readonly Member[] }
export interface Member { path: string; bytes: Uint8Array }

/** Recognises the format by its content (never by the file's name) and reads it. Refuses what it does not recognise. */
export const readArtifact = (source: Source, tables: Tables): Artifact => {
  if ('members' in source) throw notRecognised(source.name, 'Folders are not read yet.')
  if (source.bytes.length > limits.fileBytes) throw tooLarge(source.name, `It has ${source.bytes.length.toLocaleString('en')} bytes`, limits.fileBytes)
  const value = parseJson(source.name, new TextDecoder('utf-8', { fatal: false }).decode(source.bytes))
  if (isN8n(value)) return readN8n(source.name, value, tables)
  throw notRecognised(source.name, 'It is JSON, but of no automation that we know.')
}
