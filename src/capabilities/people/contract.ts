import { z } from 'zod'
import { roles } from '#src/kernel/actor.ts'

export const personView = z
  .object({
    id: z.string(),
    name: z.string(),
    jobTitle: z.string(),
    unit: z.string(),
    roles: z.array(z.enum(roles)),
  })
  .meta({ id: 'Person' })

export const meView = z
  .object({
    person: personView.nullable().describe('Who is signed in; null where nobody is.'),
    company: z.string(),
    demo: z.boolean().describe('Whether everything here is made-up demo data.'),
  })
  .meta({ id: 'Me' })
