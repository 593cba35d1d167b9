import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { stopKeyOf, stopsOfTool, usersOfTool } from '../registry/index.ts'
import { newestReviews } from '../review/index.ts'
import { language, toolId, toolView } from './contract.ts'
import { allTools, findTool } from './list.ts'
import { mayRead, noSuchTool, seesTool } from './permissions.ts'
import { presentRequest, presentTool, showingTools } from './present.ts'
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
      const showing = await showingTools(db, charter, { tools: [tool], requests }, { language, now })
      const { vendor: _, ...about } = tool.about
      const { total } = await usersOfTool(db, scope, tool.id, { after: undefined, limit: 1 })
      return {
        ...presentTool(tool, showing),
        ...about,
        withdrawnOn: tool.withdrawnOn,
        reason: tool.reason,
        replacedBy: tool.replacedBy.map(id => ({ id, name: tools.find(each => each.id === id)?.listed.name[language] ?? id })),
        changedAt: tool.changedAt?.toString() ?? null,
        requests: requests.map(request => presentRequest(request, showing, reviews)),
        solutions: total,
        stops: (await stopsOfTool(db, tool.id)).map(({ number, model, startedAt }) => ({
          key: stopKeyOf(number),
          model,
          startedAt: startedAt.toString(),
        })),
      }
    },
  })
