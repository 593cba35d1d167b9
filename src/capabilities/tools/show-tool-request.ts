import { z } from 'zod'
import { id } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { newestReviews } from '../review/index.ts'
import { language, requestPage } from './contract.ts'
import { allTools } from './list.ts'
import { noSuchRequest, readsRequest } from './permissions.ts'
import { presentRequest, presentSuggestion, presentTool, showingTools } from './present.ts'
import { requestById } from './store.ts'
import { suggestTools } from './suggest.ts'
import { REVIEWED_AS } from './tool-review.ts'

export const showToolRequest = (charters: Charters) =>
  operation({
    name: 'show-tool-request',
    summary: 'What somebody wants a tool to be approved as, beside what stands now and what could be used instead.',
    effect: 'read',
    http: { method: 'GET', path: '/tool-requests/{request}' },
    input: z.strictObject({ request: id(), language: language() }),
    output: requestPage,
    target: ({ request }, { db }) => requestById(db, request),
    allows: readsRequest,
    async run({ language }, { db, now }, request) {
      if (!request) throw noSuchRequest()
      const { charter, tools } = await allTools(charters, db)
      const { listed, about } = request.content
      const standing = tools.find(tool => tool.id === request.tool)
      const wanted = {
        dataClasses: listed.approvedFor.map(({ dataClass }) => dataClass),
        tier: Math.max(1, ...listed.approvedFor.map(({ highestTier }) => highestTier)),
      }
      const reviews = await newestReviews(db, REVIEWED_AS, [request.id])
      const showing = await showingTools(db, charter, { tools: standing ? [standing] : [], requests: [request] }, { language, now })
      const others = tools.filter(({ id }) => id !== request.tool && !showing.stopped.has(id))
      return {
        ...presentRequest(request, showing, reviews),
        ...about,
        redact: listed.redact,
        standsNow: standing ? presentTool(standing, showing) : null,
        alternatives: suggestTools(others, wanted).map(each => presentSuggestion(each, language)),
      }
    },
  })
