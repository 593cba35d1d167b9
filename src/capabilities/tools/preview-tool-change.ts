import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { usersOfTool } from '../registry/index.ts'
import { foreseePromise, laneOf } from '../review/index.ts'
import { changeFields, weigh } from './change-tool.ts'
import { toolId } from './contract.ts'
import { findTool } from './list.ts'
import { keepsTool, noSuchTool } from './permissions.ts'

const part = z.object({ what: z.string(), which: z.string().nullable() })

export const previewToolChange = (charters: Charters) =>
  operation({
    name: 'preview-tool-change',
    summary: 'What a change of a tool would come to: done at once, or a review, by when, and how many solutions use it. Nothing is stored.',
    effect: 'read',
    http: { method: 'POST', path: '/tools/{tool}/change-preview' },
    input: z.strictObject({ tool: toolId(), ...changeFields() }),
    output: z.object({
      does: z.enum(['nothing', 'at-once', 'review']),
      opens: z.array(part).readonly(),
      closes: z.array(part).readonly(),
      dueAt: z.string().nullable().describe('By when a review would be answered.'),
      solutions: z.int().describe('How many solutions use it.'),
    }),
    target: ({ tool }, { db }) => findTool(charters, db, tool),
    allows: keepsTool,
    async run(fields, { db, now, scope }, tool) {
      if (!tool) throw noSuchTool()
      const { charter, consequence } = await weigh(charters, db, tool, fields)
      const { total } = await usersOfTool(db, scope, tool.id, { after: undefined, limit: 1 })
      const lane = laneOf(charter, { purpose: 'tool', tier: null })
      const promised = consequence.does === 'review' ? await foreseePromise({ db, now }, charter, lane) : null
      return { ...consequence, dueAt: promised?.by.toString() ?? null, solutions: total }
    },
  })
