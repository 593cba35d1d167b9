import { z } from 'zod'

const dataKeyView = z.object({
  id: z.string(),
  state: z.enum(['current', 'retired']).describe('The current key seals; retired ones only open what they have sealed.'),
  master: z.string().describe('The id of the master key that wraps it.'),
  opens: z.boolean().describe('Whether the master key that this server has opens it.'),
  createdAt: z.string(),
  retiredAt: z.string().nullable(),
  values: z.int().describe('How many stored secrets are sealed under it now.'),
})

export const keysView = z
  .object({
    keys: z.array(dataKeyView),
    lost: z.int().describe('Stored secrets whose data key is not there; nothing opens them.'),
    trouble: z
      .string()
      .nullable()
      .describe('What keeps the master key from being used; null where nothing does, or nothing was sealed yet.'),
  })
  .meta({ id: 'Keys' })
