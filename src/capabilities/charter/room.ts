import { refuse } from '#src/kernel/refusal.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import type { Db } from '../operation.ts'
import type { Shipped } from './documents.ts'
import { versionByDigest, versionByLabel } from './store.ts'

/** Why a charter can't come into force: its documents or its label are another version's. */
export const whyNoRoom = async (
  db: Db,
  { digest, label }: { digest: string; label: string },
  { charter }: Shipped,
): Promise<Refusal | null> => {
  const same = await versionByDigest(db, digest)
  if (same?.state === 'in-force' || same?.state === 'superseded')
    return refuse(
      'conflict',
      'charter-known',
      `This very charter is in force ${same.state === 'in-force' ? 'already' : 'no more, but was once'}.`,
      same.state === 'in-force'
        ? 'Change what should be different, and the version in charter.yaml.'
        : 'To go back to it, propose it with a new version in charter.yaml.',
      'documents',
    )
  const taken = ((await versionByLabel(db, label))?.digest ?? digest) !== digest || (label === charter.version && digest !== charter.digest)
  return taken
    ? refuse(
        'conflict',
        'label-taken',
        `Another charter is already called ${label}, and decisions name their charter by it.`,
        `Write a new version into charter.yaml, for example ${label}-a.`,
        'documents.charter.yaml',
      )
    : null
}
