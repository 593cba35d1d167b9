import { z } from 'zod'
import { operation } from '../operation.ts'
import { blockerView, mayPropose } from '../proposals/index.ts'
import type { AdoptCharter } from './adopt-charter.ts'
import type { Charters } from './charters.ts'
import { charterChange, documents, impactPage, impactView, language } from './contract.ts'
import { loadDocuments, MOST_FAULTS } from './documents.ts'
import type { SolutionsAfter } from './impact.ts'
import { walkRegistry } from './impact.ts'
import { changeBetween, judgedBy } from './preview.ts'
import { whyNoRoom } from './room.ts'

const fault = z
  .object({
    file: z.string(),
    line: z.int().describe('Counted from 1, like the column.'),
    column: z.int(),
    wrong: z.string(),
    instead: z.string(),
  })
  .meta({ id: 'CharterFault' })

/** What proposing these documents would come upon, before anybody proposes them: the same checks, the same preview. */
export const checkCharter = (charters: Charters, adoptCharter: AdoptCharter, solutionsAfter: SolutionsAfter) =>
  operation({
    name: 'check-charter',
    summary: 'What is wrong with a charter’s documents, line by line, or else what adopting them would change. Nothing is stored.',
    effect: 'read',
    http: { method: 'POST', path: '/charter/checks', maxBytes: 4 * 1024 * 1024 },
    input: z.strictObject({
      documents: documents().describe('File name to text, for example "tiers.yaml", of every document.'),
      reach: z.boolean().default(false).describe('Also say whom it reaches, which takes seconds in a large registry.'),
      language: language(),
      ...impactPage(),
    }),
    output: z.object({
      faults: z.array(fault).describe(`At most ${MOST_FAULTS}; whoever mends them sees the rest next time.`),
      counted: z.int().describe('How many faults there are.'),
      change: charterChange.nullable().describe('Null while there are faults.'),
      standsInTheWay: z.array(blockerView).readonly().describe('Why it can’t be adopted all the same.'),
      impact: impactView.nullable().describe('Null where it was not asked for.'),
    }),
    allows: actor => mayPropose(actor, adoptCharter),
    async run({ documents: written, reach, language, after: from, limit }, { db, now }) {
      const loaded = loadDocuments(written)
      if (!loaded.ok) {
        const { problems } = loaded
        return { faults: problems.slice(0, MOST_FAULTS), counted: problems.length, change: null, standsInTheWay: [], impact: null }
      }
      const [before, after] = [await charters.adopted(db), loaded.charter]
      const { blockers } = (await whyNoRoom(db, { digest: after.digest, label: after.version }, charters.shipped)) ?? { blockers: [] }
      const reached = async () =>
        walkRegistry(db, solutionsAfter, { ...(await judgedBy(charters, db, { before, after })), now, language, from, limit })
      return {
        faults: [],
        counted: 0,
        change: changeBetween({ before, after }, now, language),
        standsInTheWay: blockers,
        impact: reach ? await reached() : null,
      }
    },
  })
