import { z } from 'zod'
import type { Door } from './door.ts'
import type { Intent } from './intent.ts'
import { afterRefusal } from './intent.ts'

const versioned = z.object({ version: z.int() })
const standards = z.object({ digest: z.string() })

/** Does what somebody set out to do, each on what they have just read; a refusal may say what to do first. */
export const carryOut = async (door: Door, me: string, name: string, intents: readonly Intent[]): Promise<void> => {
  const left = [...intents]
  const tried = new Set<Intent>()
  for (let intent = left.shift(); intent !== undefined; intent = left.shift()) {
    const answer = await door.act(me, intent.does, { ...intent.with, ...(await readFor(door, me, intent)) })
    if (!answer.ok && !tried.has(intent)) left.unshift(...afterRefusal(intent, answer, name))
    tried.add(intent)
  }
}

const readFor = async (door: Door, me: string, { reads }: Intent): Promise<Record<string, unknown>> => {
  if (reads === undefined) return {}
  if ('standards' in reads) return { standards: (await door.look(me, standards, 'show-standards')).digest }
  if ('review' in reads) return versioned.parse(await door.look(me, versioned, 'show-review', { review: reads.review }))
  return versioned.parse(await door.look(me, versioned, 'show-solution', { key: reads.solution }))
}
