import { Refusal } from '#src/kernel/refusal.ts'
import type { Solutions } from './solutions-world.ts'

/** A walk through the life of some solutions. */
export interface Walk {
  world: Solutions
  random: () => number
  pick: <T>(list: readonly T[]) => T
  /** Keys of the solutions so far. */
  solutions: string[]
}

export const people = [
  'priya-raman',
  'jonas-weber',
  'sofia-marques',
  'hanna-lindqvist',
  'luca-ferri',
  'daniel-okoye',
  'ines-cardoso',
  'mei-lin-chou',
  'oliver-stein',
  'tomas-novak',
  'nadia-haddad',
  'amelia-hart',
  'yusuf-demir',
  'grace-mbeki',
]
export const makers = people.slice(0, 5)

export type Step = (walk: Walk) => Promise<'yes' | 'no'>
export interface NamedStep {
  name: string
  step: Step
}

/** A refusal is an answer; anything else is a fault of ours. */
export const tried = async (work: () => Promise<unknown>): Promise<'yes' | 'no'> => {
  try {
    await work()
    return 'yes'
  } catch (error) {
    if (error instanceof Refusal) return 'no'
    throw error
  }
}

/** Mostly a solution in which the step is possible, otherwise any. */
export const solutionFor = async ({ world, solutions, random, pick }: Walk, states?: readonly string[]): Promise<string | undefined> => {
  if (solutions.length === 0) return undefined
  if (states === undefined || random() < 0.2) return pick(solutions)
  const numbers = solutions.map(key => Number(key.slice('SOL-'.length)))
  const rows = await world.db
    .selectFrom('solution')
    .select('number')
    .where('number', 'in', numbers)
    .where('state', 'in', states)
    .orderBy('number')
    .execute()
  return rows.length === 0 ? pick(solutions) : `SOL-${String(pick(rows).number).padStart(4, '0')}`
}

const rowOf = ({ world }: Walk, key: string) =>
  world.db
    .selectFrom('solution')
    .select(['version', 'ownerId', 'facts'])
    .where('number', '=', Number(key.slice('SOL-'.length)))
    .executeTakeFirstOrThrow()

/** Mostly somebody who speaks for it, otherwise anybody. */
export const somebodyFor = async (walk: Walk, key: string): Promise<string> => {
  const { ownerId } = await rowOf(walk, key)
  return walk.random() < 0.8 ? ownerId : walk.pick(people)
}

/** Does something to a solution as somebody; what it stands at is read beside its page, which costs much more. */
export const onSolution =
  (
    name: string,
    input: (walk: Walk, row: { facts: Record<string, unknown> }) => Record<string, unknown> | null = () => ({}),
    states?: readonly string[],
  ): Step =>
  async walk => {
    const key = await solutionFor(walk, states)
    if (key === undefined) return 'no'
    const row = await rowOf(walk, key)
    const given = input(walk, row)
    if (given === null) return 'no'
    const person = name === 'rule-on-fact' ? reviewerOrAnybody(walk) : await somebodyFor(walk, key)
    return tried(() => walk.world.ask(name, { key, version: row.version, ...given }, person))
  }

export const reviewerOrAnybody = ({ random, pick }: Walk): string => (random() < 0.7 ? pick(people.slice(3, 11)) : pick(people))

export const reviewKeyOf = ({ number }: { number: number }) => `REV-${String(number).padStart(4, '0')}`

/** Who gives the sign-offs of a role. */
export const holders: Readonly<Record<string, readonly string[]>> = {
  coe: ['hanna-lindqvist', 'luca-ferri'],
  'it-security': ['daniel-okoye', 'ines-cardoso'],
  legal: ['mei-lin-chou', 'oliver-stein'],
  'change-management': ['tomas-novak', 'nadia-haddad'],
}
