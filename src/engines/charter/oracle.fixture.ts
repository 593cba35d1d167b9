/**
 * A second, slow way to the same answers, for tests and benchmarks: every condition is run by the CEL library itself on
 * plain values, and open facts are decided by trying every completion. It shares no code with the engine's compiler.
 */
import { Environment } from '@marcbachmann/cel-js'
import type { Charter } from './charter.ts'
import type { Rule } from './rules.ts'
import { TIER, type Fact } from './space.ts'

/** Plain values by fact path: a string, a list of strings or a boolean. */
export type Concrete = Readonly<Record<string, string | boolean | readonly string[]>>

export interface Outcome {
  tier: number
  prohibited: readonly string[]
  guardrails: readonly string[]
}

export interface Oracle {
  /** The facts as the CEL library reads them. */
  context: (facts: Concrete) => Record<string, unknown>
  /** Whether a rule is true in a context in which every fact is known. */
  fires: (rule: Rule, context: Record<string, unknown>) => boolean
  outcome: (facts: Concrete, on: string) => Outcome
}

export const celOracle = (charter: Charter): Oracle => {
  const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })
  const attributes = new Set(charter.engine.space.facts.flatMap(({ values }) => values.flatMap(value => Object.keys(value.attributes))))
  for (const name of attributes)
    environment.registerFunction(`${name}(string): dyn`, (id: string) => {
      for (const { values } of charter.engine.space.facts) {
        const own = (
          values.find(value => value.id === id) ?? (id.startsWith('other:') ? values.find(value => value.id === 'other:') : undefined)
        )?.attributes[name]
        if (own !== undefined) return typeof own === 'number' ? BigInt(own) : own
      }
      return false
    })
  const programs = new Map(charter.rules.map(rule => [rule, environment.parse(rule.when)]))
  const fires: Oracle['fires'] = (rule, context) => programs.get(rule)?.(context) === true
  const outcome = (facts: Concrete, on: string): Outcome => {
    const inForce = charter.rules.filter(
      ({ kind, validFrom, validUntil }) =>
        kind !== 'obligation' && (validFrom === null || validFrom <= on) && (validUntil === null || on < validUntil),
    )
    const context = nested(facts)
    const fired = inForce.filter(rule => fires(rule, context))
    const ids = (kind: Rule['kind']) => [...new Set(fired.filter(rule => rule.kind === kind).map(({ reportedAs }) => reportedAs))]
    const tier = Math.max(1, ...fired.map(({ tier }) => tier ?? 1))
    const guardrails = new Set([...ids('guardrail'), ...(beyondItsTier(charter, facts, tier) ? ['data-boundary'] : [])])
    return { tier, prohibited: ids('prohibited'), guardrails: [...guardrails] }
  }
  return { context: nested, fires, outcome }
}

/** Whether a named tool sees named data above the tier that it may see them in. */
const beyondItsTier = ({ documents }: Charter, facts: Concrete, tier: number): boolean => {
  const named = Object.values(facts).flatMap(answer => answer)
  return documents['tools.yaml'].tools.some(
    ({ id, status, highestTiers = [] }) =>
      status === 'approved' &&
      named.includes(id) &&
      highestTiers.some(({ dataClass, tier: highest }) => named.includes(dataClass) && tier > highest),
  )
}

/** `humanReview.present` as a field of an object, which is how CEL sees it. */
const nested = (facts: Concrete): Record<string, unknown> => {
  const context: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(facts)) {
    const [object = '', part] = path.split('.')
    if (part === undefined) context[object] = value
    else context[object] = { ...Object(context[object]), [part]: value }
  }
  return context
}

/** Every answer that can be given to a fact. */
const answersTo = (fact: Fact): readonly Concrete[string][] => {
  const ids = fact.values.map(({ id }) => (id === 'other:' ? 'other:x' : id))
  if (fact.type === 'yesNo') return [true, false]
  if (fact.type === 'one') return ids
  const combinable = ids.filter((_, index) => index !== fact.exclusive)
  const subsets: string[][] = [[]]
  for (const id of combinable) subsets.push(...subsets.map(subset => [...subset, id]))
  const alone = ids[fact.exclusive]
  return [...(alone === undefined ? [] : [[alone]]), ...subsets.filter(subset => subset.length > 0)]
}

/** Every way to answer what is open: one completion for each combination. */
export const completions = (charter: Charter, known: Concrete): readonly Concrete[] => {
  let all: Concrete[] = [known]
  for (const fact of charter.engine.space.facts) {
    if (fact.path === TIER || known[fact.path] !== undefined) continue
    const answers = fact.unlessGiven === null ? answersTo(fact) : fact.unlessGiven.map(index => fact.values[index]?.id ?? '')
    all = all.flatMap(facts => answers.map(answer => ({ ...facts, [fact.path]: answer })))
  }
  return all
}
