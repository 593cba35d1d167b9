import { z } from 'zod'

export const privateTargetView = z
  .object({
    id: z.string(),
    version: z.int(),
    target: z.string().describe('Host and port as calls are compared, such as erp.example:8443.'),
    host: z.string(),
    port: z.int(),
    reason: z.string(),
    addedAt: z.string(),
  })
  .meta({ id: 'PrivateTarget' })
