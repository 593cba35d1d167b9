import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { proposalKind, proposing } from '../proposals/index.ts'
import type { Adopting } from '../proposals/index.ts'
import { usersOfTool } from '../registry/index.ts'
import { toolId, userView } from './contract.ts'
import { toolWithdrawn } from './entries.ts'
import { tools } from './governed.ts'
import { allTools, findTool, todayIn } from './list.ts'
import { noSuchTool } from './permissions.ts'
import { keepTool, lockList, lockTool } from './store.ts'
import { isUsable } from './tool.ts'

const replacedBy = () => z.array(toolId()).max(5).describe('Approved tools to use instead, best first.')
const content = z.strictObject({ tool: toolId(), replacedBy: replacedBy() })
type Content = z.output<typeof content>

const everything = { kind: 'everything' } as const

/** Solutions that use it are stopped, so they are named before anybody signs, and it takes two people. */
export const withdrawToolKind = (charters: Charters) =>
  proposalKind({
    kind: 'withdraw-tool',
    called: 'the withdrawal of a tool',
    content,
    details: z
      .object({
        tool: z.object({ id: z.string(), name: z.string() }),
        replacedBy: z.array(z.object({ id: z.string(), name: z.string() })),
        users: z.array(userView).describe('The solutions that use it, newest first.'),
        total: z.int().describe('How many there are in all.'),
        next: z.string().nullable().describe('Pass it as `after` for more; null where there is no more.'),
      })
      .meta({ id: 'ToolWithdrawal' }),
    proposedBy: ['it-security', 'coe-reviewer'],
    decidedBy: ['it-security', 'legal', 'program-lead'],
    // The preview names solutions, so it is for those who see every solution.
    readBy: ['change-manager', 'auditor'],
    subject: ({ tool }) => tool,
    async named(_, { db, language }) {
      const { tools } = await allTools(charters, db)
      return new Map(tools.map(({ id, listed }) => [id, listed.name[language]]))
    },
    favours: () => [],
    lock: ({ tool }, db) => lockTool(db, tool),
    check: (proposed, { db }) => expectWithdrawable(charters, db, proposed),
    async preview({ tool, replacedBy }, { db, language, after, limit }) {
      const { tools: all } = await allTools(charters, db)
      const named = (id: string) => ({ id, name: all.find(each => each.id === id)?.listed.name[language] ?? id })
      const { users, total, next } = await usersOfTool(db, everything, tool, { after, limit })
      const { name } = named(tool)
      const others = replacedBy.map(id => named(id).name).join(', ')
      return {
        words: [
          `Nothing new may use ${name} from then on: checks and declarations that name it are blocked at once.`,
          total === 0 ? 'No solution uses it.' : `${total} ${total === 1 ? 'solution uses' : 'solutions use'} it; each is named below.`,
          ...(others === '' ? [] : [`To use instead: ${others}.`]),
        ],
        details: { tool: named(tool), replacedBy: replacedBy.map(named), users, total, next },
      }
    },
    effect: (adopted, adopting) => withdraw(charters, adopted, adopting),
  })

export const proposeToolWithdrawal = (kind: ReturnType<typeof withdrawToolKind>) =>
  proposing(kind, {
    name: 'propose-tool-withdrawal',
    summary: 'Propose that a tool is not used any more; every solution that uses it is named, and it takes a second person.',
    path: '/proposals/tool-withdrawals',
    input: z.strictObject({ tool: toolId(), replacedBy: replacedBy().default([]) }),
    content: input => input,
  })

/** @throws Refusal `no-such-tool`, `tool-not-in-use`, `no-replacement` */
const expectWithdrawable = async (charters: Charters, db: Db, { tool: id, replacedBy }: Content): Promise<void> => {
  const { tools: all } = await allTools(charters, db)
  const tool = all.find(each => each.id === id)
  if (!tool) throw noSuchTool()
  if (!isUsable(tool)) throw refuse('conflict', 'tool-not-in-use', `It is ${tool.status} already.`, 'There is nothing to withdraw.', 'tool')
  const unfit = replacedBy.find(other => other === id || !all.some(each => each.id === other && isUsable(each)))
  if (unfit !== undefined)
    throw refuse(
      'conflict',
      'no-replacement',
      `“${unfit}” can’t take its place.`,
      'Name approved tools of the list, other than this one.',
      'replacedBy',
    )
}

const withdraw = async (charters: Charters, { tool: id, replacedBy }: Content, { db, now, record, proposal }: Adopting): Promise<void> => {
  const tool = await findTool(charters, db, id)
  if (!tool) throw noSuchTool()
  await lockList(db)
  const on = todayIn(await charters.adopted(db), now).toString()
  const { listed, about, ownerId, reviewedOn } = tool
  const standing = { id, listed, about, ownerId, reviewedOn, nextReviewOn: null }
  const row = await keepTool(
    db,
    { ...standing, status: 'withdrawn', withdrawnOn: on, replacedBy, reason: proposal.note },
    tool.version,
    now,
  )
  record(toolWithdrawn({ subject: tools.subject(row), data: { on, replacedBy }, personal: { reason: proposal.note } }))
}
