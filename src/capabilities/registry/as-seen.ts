import { NOT_SURE } from '#src/engines/charter/index.ts'
import type { Seen } from '#src/store/tables.ts'
import type { DeclaredFacts } from './material.ts'

/** From here on, what was read raises a tier; below, it only asks. */
const SURE = 0.8

/**
 * Declared facts in the light of what an artifact shows. What was surely seen is added and takes nothing away: a list grows, a no
 * becomes a yes, one answer gives way to the least that was seen. Where a plain no stands against a doubt, the question is open.
 */
export const asSeen = (declared: DeclaredFacts, { facts: seen, doubts }: Seen): Record<string, unknown> => {
  const facts: Record<string, unknown> = { ...declared }
  for (const [fact, { value, confidence }] of Object.entries(seen)) if (confidence >= SURE) facts[fact] = joined(facts[fact], value)
  for (const [fact, settledBy] of Object.entries(doubts)) if (isPlainNo(facts[fact], settledBy)) facts[fact] = opened(facts[fact])
  return facts
}

const joined = (said: unknown, value: unknown): unknown => {
  if (Array.isArray(value))
    return Array.isArray(said)
      ? [...new Set([...said.map(String).filter(isMore), ...value.map(String)])].toSorted()
      : [...value.map(String), NOT_SURE]
  if (isAmong(value)) return typeof said === 'string' && !value.among.includes(said) ? value.among[0] : (said ?? value)
  return value === true ? value : (said ?? value)
}

/** One of these, the least of them first. */
const isAmong = (value: unknown): value is { among: unknown[] } =>
  typeof value === 'object' && value !== null && 'among' in value && Array.isArray(value.among)

/** “None” doesn’t stand beside something that was seen. */
const isMore = (value: string): boolean => value !== 'none'

const isPlainNo = (said: unknown, settledBy: readonly string[]): boolean => {
  if (!Array.isArray(said)) return said === false || said === 'none' || said === 'nothing'
  return settledBy.length > 0 ? !settledBy.some(answer => said.includes(answer)) : !said.some(answer => isMore(String(answer)))
}

const opened = (said: unknown): unknown => (Array.isArray(said) ? [...said.map(String).filter(isMore), NOT_SURE] : undefined)
