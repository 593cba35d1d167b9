import { z } from 'zod'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import type { Charters } from './charters.ts'
import { charterDigest, stepView, versionState } from './contract.ts'
import { noSuchVersion, seesVersion } from './permissions.ts'
import { peopleOf, summaryOf } from './present.ts'
import { versionSeen } from './seen.ts'

/** The documents as written, so that a change starts from what is there. */
export const showCharterVersion = ({ shipped }: Charters) =>
  operation({
    name: 'show-charter-version',
    summary: 'The documents of one version of the charter, as they were written, and which two people it comes from.',
    effect: 'read',
    http: { method: 'GET', path: '/charter/versions/{digest}' },
    input: z.strictObject({ digest: charterDigest() }),
    output: z.object({
      label: z.string(),
      digest: z.string(),
      state: versionState,
      documents: z.record(z.string(), z.string()).describe('File name to text.'),
      proposed: stepView.nullable().describe('Null where nobody here proposed it.'),
      adopted: stepView.nullable(),
      endedAt: z.string().nullable(),
    }),
    target: ({ digest }, { db }) => versionSeen(db, shipped, digest),
    allows: (actor, version) => seesVersion(actor, version),
    async run(_, { db }, version) {
      if (!version) throw noSuchVersion()
      const { label, digest, state, documents } = version
      const said = { label, digest, state, documents: { ...documents } }
      if (version.state === 'shipped') return { ...said, proposed: null, adopted: null, endedAt: null }
      const { proposed, adopted, endedAt } = summaryOf(version, await namesOf(db, peopleOf([version])))
      return { ...said, proposed, adopted, endedAt }
    },
  })
