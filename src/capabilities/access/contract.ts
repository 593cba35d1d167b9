import { z } from 'zod'
import { personView } from '../people/index.ts'

export const meView = z
  .object({
    person: personView.nullable().describe('Who is signed in; null where nobody is.'),
    company: z.string().describe('Empty before the set-up.'),
    demo: z.boolean().describe('Whether everything here is made-up demo data.'),
    stage: z.enum(['set-up', 'ready']).describe('Whether somebody has set this installation up.'),
  })
  .meta({ id: 'Me' })
