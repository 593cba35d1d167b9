import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import { newestReviews } from '../review/index.ts'
import { flag, searchText } from '../search.ts'
import { language, requestView, toolStatuses, toolSummary } from './contract.ts'
import { allTools, todayIn } from './list.ts'
import { mayRead } from './permissions.ts'
import { presentRequest, presentTool, showingTools } from './present.ts'
import { openRequests } from './store.ts'
import { REVIEWED_AS } from './tool-review.ts'
import type { Tool } from './tool.ts'
import { isOverdue } from './tool.ts'

/** Open requests that one answer holds; each person has a few at most. */
const MOST_REQUESTS = 200

export const listTools = (charters: Charters) =>
  operation({
    name: 'list-tools',
    summary: 'The tools that makers build with: what each may see up to which tier, and what is asked for.',
    effect: 'read',
    http: { method: 'GET', path: '/tools' },
    input: z.strictObject({
      language: language(),
      q: searchText().optional(),
      status: z.enum(toolStatuses).optional(),
      dataClass: z.string().max(60).optional().describe('Only tools that may see this class of data.'),
      tier: z.coerce.number().int().min(1).max(4).optional().describe('… in solutions of this tier.'),
      overdue: flag().optional().describe('Only tools whose regular review is due.'),
    }),
    output: z.object({
      tools: z.array(toolSummary),
      total: z.int().describe('How many there are without any filter.'),
      dataClasses: z.array(z.object({ id: z.string(), name: z.string(), protected: z.boolean() })),
      requests: z.array(requestView).describe('Open requests that you may see, oldest first.'),
      reviewEveryMonths: z.int(),
      answerBusinessDays: z.int().describe('By when a request is answered.'),
    }),
    allows: signedIn,
    async run({ language, ...wanted }, { actor, db, now }) {
      const { charter, tools } = await allTools(charters, db)
      const today = todayIn(charter, now).toString()
      const shown = tools.filter(tool => isWanted(tool, wanted, today))
      const requests = (await openRequests(db, MOST_REQUESTS)).filter(request => mayRead(actor, request))
      const reviews = await newestReviews(
        db,
        REVIEWED_AS,
        requests.map(({ id }) => id),
      )
      const showing = await showingTools(db, charter, { tools: shown, requests }, { language, now })
      const { documents } = charter
      return {
        tools: shown.map(tool => presentTool(tool, showing)),
        total: tools.length,
        dataClasses: documents['data-classes.yaml'].dataClasses.map(({ id, text, sensitive }) => ({
          id,
          name: text[language],
          protected: sensitive,
        })),
        requests: requests.map(request => presentRequest(request, showing, reviews)),
        reviewEveryMonths: documents['tools.yaml'].reviewEveryMonths,
        answerBusinessDays: documents['calendar.yaml'].toolRequestBusinessDays,
      }
    },
  })

interface Wanted {
  q?: string | undefined
  status?: Tool['status'] | undefined
  dataClass?: string | undefined
  tier?: number | undefined
  overdue?: boolean | undefined
}

/** Whether a tool is what somebody looks for. */
export const isWanted = (tool: Tool, { q, status, dataClass, tier = 1, overdue }: Wanted, today: string): boolean => {
  const { name, help, approvedFor } = tool.listed
  const said = [tool.id, name.en, name.de, help.en, help.de, tool.about.vendor].join(' ').toLowerCase()
  const words = q?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
  const sees = dataClass === undefined || approvedFor.some(use => use.dataClass === dataClass && use.highestTier >= tier)
  return (
    words.every(word => said.includes(word)) &&
    (status === undefined || tool.status === status) &&
    sees &&
    (overdue === undefined || isOverdue(tool, today) === overdue)
  )
}
