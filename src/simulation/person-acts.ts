import { z } from 'zod'
import type { Door } from './door.ts'
import type { Intent } from './intent.ts'

const versioned = z.object({ version: z.int() })
const standards = z.object({ digest: z.string() })

/** Does what somebody set out to do, each on what they have just read; a no is an answer like another. */
export const carryOut = async (door: Door, me: string, intents: readonly Intent[]): Promise<void> => {
  for (const intent of intents) await door.act(me, intent.does, { ...intent.with, ...(await readFor(door, me, intent)) })
}

const readFor = async (door: Door, me: string, { reads }: Intent): Promise<Record<string, unknown>> => {
  if (reads === undefined) return {}
  if ('standards' in reads) return { standards: (await door.look(me, standards, 'show-standards')).digest }
  if ('review' in reads) return versioned.parse(await door.look(me, versioned, 'show-review', { review: reads.review }))
  return versioned.parse(await door.look(me, versioned, 'show-solution', { key: reads.solution }))
}
