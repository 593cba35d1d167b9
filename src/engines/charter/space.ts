/** What may be known about a solution: every fact a condition can read, with the values it can take. */
export interface Fact {
  /** Its place in every state. */
  index: number
  /** `audience`, or `humanReview.present` for a part of an answer. */
  path: string
  /** The question whose answer tells it. */
  question: string
  type: 'one' | 'many' | 'yesNo'
  values: readonly FactValue[]
  /** Index of the value that stands alone in a list ("none"), or -1. */
  exclusive: number
  /** Index of the value that stands for everything not listed (`other:<name>`), or -1. */
  unlisted: number
  /** What holds while nobody has said otherwise; such a fact is set by the registry or a ruling, never asked. */
  unlessGiven: readonly number[] | null
}

export interface FactValue {
  id: string
  /** What conditions may ask about a value with `name(value)`, such as `approvedFor(tool)`. */
  attributes: Readonly<Record<string, boolean | number | readonly string[]>>
}

export interface FactSpace {
  facts: readonly Fact[]
  byPath: ReadonlyMap<string, Fact>
  /** Answers that have parts, so that `humanReview` alone can be explained. */
  objects: ReadonlyMap<string, readonly string[]>
}

export const YES_NO: readonly FactValue[] = [
  { id: 'yes', attributes: {} },
  { id: 'no', attributes: {} },
]
/** The tier itself, which obligations may read; not a fact of the solution. */
export const TIER = 'tier'
export const TIERS = [1, 2, 3, 4] as const
export type Tier = (typeof TIERS)[number]

/** Puts facts side by side; a fact's index is its place in `described`. The tier comes last. */
export const factSpace = (described: readonly Omit<Fact, 'index'>[]): FactSpace => {
  const tier: Omit<Fact, 'index'> = {
    path: TIER,
    question: TIER,
    type: 'one',
    values: TIERS.map(tier => ({ id: String(tier), attributes: {} })),
    exclusive: -1,
    unlisted: -1,
    unlessGiven: null,
  }
  const facts = [...described, tier].map((fact, index) => ({ ...fact, index }))
  const objects = new Map<string, string[]>()
  for (const { path } of facts) {
    const [object, part] = path.split('.')
    if (object !== undefined && part !== undefined) objects.set(object, [...(objects.get(object) ?? []), part])
  }
  return { facts, byPath: new Map(facts.map(fact => [fact.path, fact])), objects }
}

export const valueIndex = (fact: Fact, id: string): number => {
  const found = fact.values.findIndex(value => value.id === id)
  return found >= 0 || fact.unlisted < 0 || !id.startsWith(UNLISTED_PREFIX) || id.length === UNLISTED_PREFIX.length ? found : fact.unlisted
}

/** A tool that is not on the list is written `other:<name>`. */
export const UNLISTED_PREFIX = 'other:'
