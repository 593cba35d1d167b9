import { z } from 'zod'
import { canonical } from '#src/kernel/canonical.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { text, version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { reviewKeyOf } from '../review/index.ts'
import type { Writing } from '../review/index.ts'
import { consequenceOf } from './change.ts'
import type { ToolFields } from './contract.ts'
import { language, toolFields, toolId, toolSummary } from './contract.ts'
import { expectDecidable } from './decidable.ts'
import { toolChanged } from './entries.ts'
import { tools } from './governed.ts'
import { allTools, findTool, holdTool } from './list.ts'
import { openRequest } from './open-request.ts'
import { keepsTool, noSuchTool } from './permissions.ts'
import { presentTool, showingTools } from './present.ts'
import { holdsOneOf, keepTool, lockList } from './store.ts'
import type { Tool } from './tool.ts'
import { isUsable, statusOf } from './tool.ts'
import { expectClasses, wishOf } from './wish.ts'

const ownerId = () => z.string().regex(/^[a-z0-9-]{1,60}$/, 'Use the id as the list of people shows it.')

export const changeFields = () => ({
  ...toolFields(),
  owner: ownerId().nullable().describe('Who in the center of excellence answers for it.'),
})

/** Roles of whoever may answer for a tool. */
const owning = ['coe-reviewer', 'program-lead', 'it-security'] as const

export const changeTool = (charters: Charters) =>
  operation({
    name: 'change-tool',
    summary: 'Change what is known of a tool or what it may see; what opens something more goes to a review first.',
    effect: 'write',
    http: { method: 'PUT', path: '/tools/{tool}' },
    input: z.strictObject({
      tool: toolId(),
      version: version(),
      ...changeFields(),
      note: text(2_000, { lines: true }).describe('Why, for whoever reads it later.'),
      language: language(),
    }),
    output: z.object({
      does: z.enum(['at-once', 'review']),
      tool: toolSummary,
      review: z.object({ key: z.string(), dueAt: z.string() }).nullable(),
    }),
    target: ({ tool }, { db }) => holdTool(charters, db, tool),
    allows: keepsTool,
    async run({ note, language, ...fields }, { actor, db, now, record, send }, tool) {
      if (!tool) throw noSuchTool()
      const writing = { db, now, record, send }
      const { charter, wish, consequence } = await weigh(charters, db, tool, fields)
      const present = async (shown: Tool) => presentTool(shown, await showingTools(db, charter, { tools: [shown] }, { language, now }))
      if (consequence.does === 'nothing' && fields.owner === tool.ownerId)
        throw refuse('conflict', 'nothing-changed', 'This is what stands there already.', 'There is nothing to do.')
      if (consequence.does === 'review') {
        const content = { ...wish, ownerId: fields.owner }
        const { review } = await openRequest(writing, charter, asPerson(actor), { tool: tool.id, content, note, noneFits: null })
        return {
          does: 'review' as const,
          tool: await present(tool),
          review: { key: reviewKeyOf(review.number), dueAt: review.dueAt.toString() },
        }
      }
      await keepChanged(charters, writing, tool, { ...wish, ownerId: fields.owner })
      return { does: 'at-once' as const, tool: await present((await findTool(charters, db, tool.id)) ?? tool), review: null }
    },
  })

/**
 * What a change would come to.
 * @throws Refusal `no-such-data-class`, `no-such-owner`, `withdraw-instead`
 */
export const weigh = async (charters: Charters, db: Db, tool: Tool, { owner, ...fields }: ToolFields & { owner: string | null }) => {
  const { charter } = await allTools(charters, db)
  const wish = wishOf(fields, tool)
  expectClasses(charter, wish.listed)
  if (owner !== null && owner !== tool.ownerId && !(await holdsOneOf(db, owner, owning)))
    throw refuse(
      'invalid',
      'no-such-owner',
      'Nobody of that name can answer for a tool.',
      'Choose somebody of the center of excellence, of IT security, or a program lead.',
      'owner',
    )
  const consequence = consequenceOf(tool, wish)
  expectSomethingLeft(tool, wish.listed.approvedFor)
  return { charter, wish, consequence }
}

/** Closing everything would be a withdrawal, which takes two people and names who is affected. */
const expectSomethingLeft = (tool: Tool, after: Tool['listed']['approvedFor']): void => {
  const before = tool.listed.approvedFor.map(({ dataClass }) => dataClass)
  if (isUsable(tool) && before.length > 0 && !after.some(({ dataClass }) => before.includes(dataClass)))
    throw refuse(
      'conflict',
      'withdraw-instead',
      'Nothing would be left of what it is approved for.',
      'Withdraw it, which takes two people and names the solutions that use it; or leave at least one class of data.',
      'approvedFor',
    )
}

/** What was decided by the charter's list stays so until something that decisions read is changed. */
const keepChanged = async (
  charters: Charters,
  { db, now, record }: Writing,
  tool: Tool,
  { listed, about, ownerId }: Pick<Tool, 'listed' | 'about' | 'ownerId'>,
): Promise<void> => {
  const decides = !tool.fromCharter || canonical(listed) !== canonical(tool.listed)
  const status = isUsable(tool) ? statusOf(listed, about) : tool.status
  const { id, reviewedOn, nextReviewOn, withdrawnOn, replacedBy, reason } = tool
  const standing = { id, about, ownerId, reviewedOn, nextReviewOn, withdrawnOn, replacedBy: [...replacedBy], reason }
  const content = { ...standing, status: decides ? status : null, listed: decides ? listed : null }
  if (decides) {
    await lockList(db)
    await expectDecidable(charters, db, content)
  }
  const row = await keepTool(db, content, tool.version, now)
  record(
    toolChanged({
      subject: tools.subject(row),
      data: { status: row.status, approvedFor: listed.approvedFor, owner: ownerId },
      personal: { listed: canonical(listed), about: canonical(about) },
    }),
  )
}
