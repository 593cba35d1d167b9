import { z } from 'zod'
import { roles } from '#src/kernel/actor.ts'

export const personView = z
  .object({
    id: z.string(),
    name: z.string(),
    jobTitle: z.string(),
    unit: z.string().describe('The name of the unit they belong to; empty where they belong to none.'),
    roles: z.array(z.enum(roles)),
  })
  .meta({ id: 'Person' })
