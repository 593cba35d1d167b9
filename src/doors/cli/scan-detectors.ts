import { readFile, stat } from 'node:fs/promises'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { companyDetector, type CompanyDetector } from '#src/engines/dlp/index.ts'
import { Refusal, refuse } from '#src/kernel/refusal.ts'

/** A million hashes fit, and little more. */
const MAX_BYTES = 32 * 1024 * 1024
const file = z.strictObject({ detectors: z.array(companyDetector).min(1) })

/**
 * The company's own detectors in a YAML or JSON file, `detectors:` and a list; `docs/examples/detectors.yaml` shows each kind.
 * @throws Refusal with the field, the reason and a remedy for each mistake
 */
export const readDetectors = async (path: string): Promise<readonly CompanyDetector[]> => {
  const document = parseDocument(await textOf(path), { prettyErrors: true, uniqueKeys: true })
  const [mistake] = document.errors
  if (mistake)
    throw refuse('invalid', 'detectors-not-yaml', mistake.message, 'Mend the YAML; docs/examples/detectors.yaml shows the form.', path)
  const parsed = file.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (parsed.success) return parsed.data.detectors
  throw new Refusal(
    'invalid',
    'bad-detectors',
    `${path} can't be used.`,
    parsed.error.issues.map(({ path: at, message }) => ({
      field: at.length > 0 ? at.join('.') : path,
      reason: message,
      remedy: 'Correct it in the file; docs/examples/detectors.yaml shows every field of each kind.',
    })),
  )
}

const textOf = async (path: string): Promise<string> => {
  try {
    if ((await stat(path)).size <= MAX_BYTES) return await readFile(path, 'utf8')
  } catch {
    throw refuse('not-found', 'file-not-readable', `${path} can't be read.`, 'Check the path and your access to it.', '--detectors')
  }
  throw refuse(
    'too-large',
    'detectors-too-large',
    `${path} is larger than ${MAX_BYTES / 1024 / 1024} MB.`,
    'Give fewer hashes or entries.',
    '--detectors',
  )
}

/** What the scanner says of a detector, told as a place in the file. */
export const inFile = (error: unknown): unknown =>
  error instanceof Refusal
    ? new Refusal(
        error.kind,
        error.code,
        error.message,
        error.blockers.map(({ field, ...said }) =>
          field === undefined ? said : { ...said, field: field.replace(/^company(?=\.)/, 'detectors') },
        ),
      )
    : error
