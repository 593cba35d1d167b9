import { z } from 'zod'
import { changedParts } from '#src/engines/charter/index.ts'
import { operation } from '../operation.ts'
import type { Charters } from './charters.ts'
import { changedPart, charterDigest, language, versionState } from './contract.ts'
import { noSuchVersion, seesVersions } from './permissions.ts'
import { versionSeen } from './seen.ts'

const named = z.object({ label: z.string(), digest: z.string(), state: versionState })

/** Two versions as they were written, or all that one says: a document of rules is easier to read entry by entry. */
export const compareCharters = (charters: Charters) =>
  operation({
    name: 'compare-charters',
    summary: 'What differs between two versions of the charter, entry by entry; with one alone, all that it says.',
    effect: 'read',
    http: { method: 'GET', path: '/charter/differences' },
    input: z.strictObject({
      from: charterDigest().optional().describe('The earlier one; left out, everything that the other says is told.'),
      to: charterDigest(),
      language: language(),
    }),
    output: z.object({ from: named.nullable(), to: named, parts: z.array(changedPart).readonly() }),
    async target({ from, to }, { db }) {
      const { shipped } = charters
      return { from: from === undefined ? null : await versionSeen(db, shipped, from), to: await versionSeen(db, shipped, to) }
    },
    allows: (actor, { from, to }) => seesVersions(actor, from === null ? [to] : [from, to]),
    async run(input, { db }, { from, to }) {
      if (from === undefined || to === undefined) throw noSuchVersion()
      const before = from && (await charters.byDigest(db, from.digest))
      return { from, to, parts: changedParts(before, await charters.byDigest(db, to.digest), input.language) }
    },
  })
