import { refuse } from '#src/kernel/refusal.ts'

/**
 * Bounds on what is read. The largest real exports we know of stay below a fifth of each. Whatever passes one of them is
 * refused as a whole: half-read facts would look like facts.
 */
export const limits = {
  fileBytes: 25_000_000,
  depth: 200,
  /** Values (objects, arrays, strings, numbers …) in one document. */
  values: 1_000_000,
  steps: 20_000,
  edges: 200_000,
  zipEntries: 5_000,
  /** Over all entries of one archive, counted while unpacking, whatever the archive claims. */
  zipUnpackedBytes: 50_000_000,
  /** Unpacked over packed size of an entry; DEFLATE reaches 1,032 at most, documents stay below 50. */
  zipRatio: 200,
  yamlBytes: 1_000_000,
  yamlAliases: 100,
  codeBytes: 500_000,
  /** Longer addresses are cut: what they name stands at the front. */
  urlLength: 2_000,
  /** Of one text, and of all texts that are looked at for what they tell a model. */
  textLength: 20_000,
  allTexts: 2_000_000,
  /** Workflows inside workflows (n8n embeds them as text). */
  nesting: 4,
} as const

export const tooLarge = (file: string, what: string, limit: number) =>
  refuse(
    'too-large',
    'artifact-too-large',
    `${what} (the limit is ${limit.toLocaleString('en')}).`,
    'Export the one automation you mean, not a backup of everything, and try again.',
    file,
  )

export const unreadable = (file: string, why: string) =>
  refuse('invalid', 'artifact-unreadable', why, 'Export it again from the tool it was built with, and do not edit the export.', file)

export const notRecognised = (file: string, why: string) =>
  refuse(
    'invalid',
    'artifact-not-recognised',
    why,
    'Give an export of n8n, Power Automate, Node-RED, Copilot Studio, Flowise, Dify or Langflow.',
    file,
  )
