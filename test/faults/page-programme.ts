import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { matrixPage } from '../../scripts/generate/matrix/index.ts'

/** Ends with 1 where the permissions of the tree that it stands in say otherwise than its page. */
const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'authorization.md'), 'utf8')
process.exitCode = matrixPage() === page ? 0 : 1
