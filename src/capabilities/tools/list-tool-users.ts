import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { usersOfTool } from '../registry/index.ts'
import { toolId, userView } from './contract.ts'
import { findTool } from './list.ts'
import { noSuchTool, seesTool } from './permissions.ts'

export const listToolUsers = (charters: Charters) =>
  operation({
    name: 'list-tool-users',
    summary: 'The solutions that you may see and that use a tool, newest first, with their complete number.',
    effect: 'read',
    http: { method: 'GET', path: '/tools/{tool}/solutions' },
    input: z.strictObject({
      tool: toolId(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      after: z
        .string()
        .regex(/^SOL-\d{4,15}$/, 'Pass on what the last page said.')
        .optional(),
    }),
    output: z.object({
      users: z.array(userView),
      total: z.int(),
      next: z.string().nullable().describe('Pass it as `after` for the next page; null on the last one.'),
    }),
    target: ({ tool }, { db }) => findTool(charters, db, tool),
    allows: seesTool,
    async run({ after, limit }, { db, scope }, tool) {
      if (!tool) throw noSuchTool()
      return usersOfTool(db, scope, tool.id, { after, limit })
    },
  })
