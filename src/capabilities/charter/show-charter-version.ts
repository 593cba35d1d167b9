import { z } from 'zod'
import { operation } from '../operation.ts'
import type { Charters } from './charters.ts'
import { charterDigest } from './contract.ts'
import { noSuchVersion, seesVersion } from './permissions.ts'
import { versionByDigest } from './store.ts'

/** The documents as written, so that a change starts from what is there. */
export const showCharterVersion = ({ shipped }: Charters) =>
  operation({
    name: 'show-charter-version',
    summary: 'The documents of one version of the charter, as they were written.',
    effect: 'read',
    http: { method: 'GET', path: '/charter/versions/{digest}' },
    input: z.strictObject({ digest: charterDigest() }),
    output: z.object({
      label: z.string(),
      digest: z.string(),
      state: z
        .enum(['shipped', 'proposed', 'in-force', 'superseded', 'withdrawn'])
        .describe('`shipped`: the charter that comes with this release, and that nobody here adopted.'),
      documents: z.record(z.string(), z.string()).describe('File name to text.'),
    }),
    target: async ({ digest }, { db }) =>
      (await versionByDigest(db, digest)) ??
      (digest === shipped.charter.digest ? { state: 'shipped' as const, ...asShipped(shipped) } : undefined),
    allows: (actor, version) => seesVersion(actor, version),
    run: (_, __, version) => {
      if (!version) throw noSuchVersion()
      const { label, digest, state, documents } = version
      return Promise.resolve({ label, digest, state, documents: { ...documents } })
    },
  })

const asShipped = ({ charter, documents }: Charters['shipped']) => ({ label: charter.version, digest: charter.digest, documents })
