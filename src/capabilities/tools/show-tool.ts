import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { usersOfTool } from '../registry/index.ts'
import { newestReviews } from '../review/index.ts'
import { language, toolId, toolView } from './contract.ts'
import { allTools, findTool, todayIn } from './list.ts'
import { mayRead, noSuchTool, seesTool } from './permissions.ts'
import { peopleOf, presentRequest, presentTool } from './present.ts'
import { requestsFor } from './store.ts'
import { REVIEWED_AS } from './tool-review.ts'

export const showTool = (charters: Charters) =>
  operation({
    name: 'show-tool',
    summary: 'One tool: what it may see, whose it is, and what is wanted of it.',
    effect: 'read',
    http: { method: 'GET', path: '/tools/{tool}' },
    input: z.strictObject({ tool: toolId(), language: language() }),
    output: toolView,
    target: ({ tool }, { db }) => findTool(charters, db, tool),
    allows: seesTool,
    async run({ language }, { actor, db, now, scope }, tool) {
      if (!tool) throw noSuchTool()
      const { charter, tools } = await allTools(charters, db)
      const requests = (await requestsFor(db, tool.id, 10)).filter(request => mayRead(actor, request))
      const reviews = await newestReviews(
        db,
        REVIEWED_AS,
        requests.map(({ id }) => id),
      )
      const names = await peopleOf(db, [tool], requests)
      const { vendor: _, ...about } = tool.about
      const { total } = await usersOfTool(db, scope, tool.id, { after: undefined, limit: 1 })
      return {
        ...presentTool(tool, names, language, todayIn(charter, now).toString()),
        ...about,
        withdrawnOn: tool.withdrawnOn,
        reason: tool.reason,
        replacedBy: tool.replacedBy.map(id => ({ id, name: tools.find(each => each.id === id)?.listed.name[language] ?? id })),
        changedAt: tool.changedAt?.toString() ?? null,
        requests: requests.map(request => presentRequest(request, names, language, reviews)),
        solutions: total,
      }
    },
  })
