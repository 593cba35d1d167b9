import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import { stoppedTools } from '../registry/index.ts'
import { language, suggestionView } from './contract.ts'
import { allTools } from './list.ts'
import { presentSuggestion } from './present.ts'
import { suggestTools } from './suggest.ts'

export const suggestToolsFor = (charters: Charters) =>
  operation({
    name: 'suggest-tools',
    summary: 'Approved tools for the classes of data that somebody has in mind, best first.',
    effect: 'read',
    http: { method: 'GET', path: '/tool-suggestions' },
    input: z.strictObject({
      dataClasses: z
        .string()
        .regex(/^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60}){0,59}$/, 'Write ids of data classes with commas between them.')
        .describe('Ids of data classes, with commas between them.'),
      tier: z.coerce.number().int().min(1).max(4).default(1),
      language: language(),
    }),
    output: z.object({ suggestions: z.array(suggestionView) }),
    allows: signedIn,
    async run({ dataClasses, tier, language }, { db }) {
      const { tools } = await allTools(charters, db)
      const stopped = await stoppedTools(db)
      const running = tools.filter(({ id }) => !stopped.has(id))
      const wanted = { dataClasses: [...new Set(dataClasses.split(','))], tier }
      return { suggestions: suggestTools(running, wanted).map(each => presentSuggestion(each, language)) }
    },
  })
