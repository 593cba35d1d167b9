import { z } from 'zod'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import type { Charters } from './charters.ts'
import { versionSummary } from './contract.ts'
import { readsProposals } from './permissions.ts'
import { peopleOf, summaryOf } from './present.ts'
import { pageOfVersions } from './store.ts'

export const listCharterVersions = ({ shipped }: Charters) =>
  operation({
    name: 'list-charter-versions',
    summary: 'Every version of the charter that was proposed here, newest first, and the one that this release ships.',
    effect: 'read',
    http: { method: 'GET', path: '/charter/versions' },
    input: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50), before: id().optional() }),
    output: z.object({
      versions: z.array(versionSummary),
      next: z.string().nullable().describe('Pass it as `before` for the next page; null on the last one.'),
      shipped: z.object({ label: z.string(), digest: z.string() }),
    }),
    allows: readsProposals,
    async run({ limit, before }, { db }) {
      const found = await pageOfVersions(db, { limit, before })
      const rows = found.slice(0, limit)
      const names = await namesOf(db, peopleOf(rows))
      return {
        versions: rows.map(row => summaryOf(row, names)),
        next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
        shipped: { label: shipped.charter.version, digest: shipped.charter.digest },
      }
    },
  })
