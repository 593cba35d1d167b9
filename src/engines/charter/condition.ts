/**
 * From a CEL expression to a condition over facts. Everything that does not depend on the facts (attributes of values,
 * quantifiers over a fact's own values, comparisons of constants) is worked out here, once, so that what remains is
 * only "is any of these values among the answers of this fact", joined by and, or and not.
 */
import { ConditionError, parseCel, type At, type Comparison, type Expression } from './cel.ts'
import { suggest } from './problem.ts'
import { TIER, valueIndex, type Fact, type FactSpace } from './space.ts'

export type Condition =
  | { is: 'constant'; value: boolean }
  | { is: 'any'; fact: number; values: ReadonlySet<number> }
  | { is: 'not'; of: Condition }
  | { is: 'and' | 'or'; of: readonly Condition[] }

/** What a part of an expression stands for while it is being worked out. */
type Meaning =
  | { is: 'truth'; condition: Condition }
  | { is: 'fact'; fact: Fact }
  | { is: 'value'; id: string; fact: Fact | null }
  | { is: 'list'; ids: readonly string[] }
  | { is: 'number'; value: number }
  | { is: 'numbers'; fact: Fact; of: readonly number[] }

type Scope = ReadonlyMap<string, Meaning>

/** Throws a `ConditionError` that points at the characters at fault. */
export const compileCondition = (text: string, space: FactSpace, mayReadTier = false): Condition => {
  const expression = parseCel(text)
  return truth(meaning(expression, new Map(), { space, mayReadTier }), expression)
}

interface Context {
  space: FactSpace
  mayReadTier: boolean
}

const meaning = (expression: Expression, scope: Scope, context: Context): Meaning => {
  switch (expression.is) {
    case 'literal':
      if (typeof expression.value === 'string') return { is: 'value', id: expression.value, fact: null }
      if (typeof expression.value === 'number') return { is: 'number', value: expression.value }
      return constant(expression.value)
    case 'name':
      return named(expression.name, expression, scope, context)
    case 'field': {
      if (expression.of.is !== 'name')
        throw new ConditionError(expression, 'Only a fact has parts.', 'Write the fact and its part, such as humanReview.present.')
      return named(`${expression.of.name}.${expression.field}`, expression, scope, context)
    }
    case 'list':
      return { is: 'list', ids: expression.items.map(item => valueOf(meaning(item, scope, context), item).id) }
    case 'not':
      return { is: 'truth', condition: not(truth(meaning(expression.of, scope, context), expression.of)) }
    case 'and':
    case 'or': {
      const parts = [expression.left, expression.right].map(part => truth(meaning(part, scope, context), part))
      return { is: 'truth', condition: expression.is === 'and' ? and(parts) : or(parts) }
    }
    case 'call':
      return attribute(expression.name, meaning(expression.of, scope, context), expression)
    case 'startsWith': {
      const subject = meaning(expression.of, scope, context)
      const fact = subject.is === 'fact' ? subject.fact : valueOf(subject, expression.of).fact
      if (fact !== null && !fact.values.some(({ id }) => id.startsWith(expression.prefix))) {
        const beginnings = [...new Set(fact.values.map(({ id }) => id.slice(0, expression.prefix.length)))]
        throw new ConditionError(
          expression,
          `No value of ${fact.path} starts with "${expression.prefix}".`,
          suggest(expression.prefix, beginnings),
        )
      }
      return forEachValue(subject, expression, ({ id }) => constant(id.startsWith(expression.prefix)))
    }
    case 'exists':
    case 'all':
      return quantified(expression, scope, context)
  }
  return compared(expression, scope, context)
}

const named = (name: string, at: At, scope: Scope, { space, mayReadTier }: Context): Meaning => {
  const bound = scope.get(name)
  if (bound !== undefined) return bound
  const fact = space.byPath.get(name)
  if (fact === undefined || (name === TIER && !mayReadTier)) {
    const known = space.facts.map(({ path }) => path).filter(path => path !== TIER || mayReadTier)
    const parts = space.objects.get(name)
    throw new ConditionError(
      at,
      parts === undefined ? `There is no fact "${name}".` : `"${name}" has parts; a condition reads one of them.`,
      parts === undefined ? suggest(name, known) : `Write ${parts.map(part => `${name}.${part}`).join(' or ')}.`,
    )
  }
  if (name === TIER) return { is: 'numbers', fact, of: fact.values.map(({ id }) => Number(id)) }
  return fact.type === 'yesNo' ? { is: 'truth', condition: { is: 'any', fact: fact.index, values: new Set([0]) } } : { is: 'fact', fact }
}

const quantified = (expression: Expression & { is: 'exists' | 'all' }, scope: Scope, context: Context): Meaning => {
  const over = meaning(expression.over, scope, context)
  if (over.is !== 'fact' || over.fact.type !== 'many')
    throw new ConditionError(
      expression.over,
      `.${expression.is}(…) goes over a fact with several values.`,
      'For a fact with one value write == or in.',
    )
  const { fact } = over
  // Values of which the same is said are one sort: a list may grow long while few sorts of values are told apart.
  const sorts = new Map<string, { body: Condition; values: Set<number> }>()
  fact.values.forEach(({ id }, index) => {
    const inner = new Map(scope).set(expression.variable, { is: 'value', id, fact })
    const body = truth(meaning(expression.body, inner, context), expression.body)
    const said = JSON.stringify(body, (_, part: unknown) => (part instanceof Set ? [...part].sort((a, b) => Number(a) - Number(b)) : part))
    const sort = sorts.get(said) ?? { body, values: new Set() }
    sorts.set(said, sort)
    sort.values.add(index)
  })
  const parts = [...sorts.values()].map(({ body, values }): Condition => {
    const present: Condition = { is: 'any', fact: fact.index, values }
    return expression.is === 'exists' ? and([present, body]) : or([not(present), body])
  })
  return { is: 'truth', condition: expression.is === 'exists' ? or(parts) : and(parts) }
}

const compared = (expression: Expression & { is: 'compare' }, scope: Scope, context: Context): Meaning => {
  const left = meaning(expression.left, scope, context)
  const right = meaning(expression.right, scope, context)
  const { operator } = expression
  if (operator === 'in') return { is: 'truth', condition: membership(left, right, expression) }
  if (left.is === 'numbers' && right.is === 'number') return { is: 'truth', condition: ordered(left, operator, right.value) }
  if (operator !== '==' && operator !== '!=')
    throw new ConditionError(expression, `"${operator}" compares numbers.`, 'Write tier >= 2, or use == for other facts.')
  const equal = equality(left, right, expression)
  return { is: 'truth', condition: operator === '==' ? equal : not(equal) }
}

const equality = (left: Meaning, right: Meaning, at: Expression & { is: 'compare' }): Condition => {
  if (left.is === 'truth' && right.is === 'truth') {
    if (right.condition.is === 'constant') return right.condition.value ? left.condition : not(left.condition)
    if (left.condition.is === 'constant') return left.condition.value ? right.condition : not(right.condition)
  }
  if (left.is === 'fact' && left.fact.type === 'one' && right.is === 'value')
    return { is: 'any', fact: left.fact.index, values: new Set([checkedIndex(left.fact, right, at.right)]) }
  if (left.is === 'value' && right.is === 'value') {
    const fact = left.fact ?? right.fact
    if (fact !== null) [left, right].forEach(value => checkedIndex(fact, value, at))
    return { is: 'constant', value: left.id === right.id }
  }
  if (left.is === 'fact' && left.fact.type === 'many')
    throw new ConditionError(at, `${left.fact.path} holds several values.`, `Write 'value' in ${left.fact.path}.`)
  throw new ConditionError(at, "These two can't be compared.", "Compare a fact with a quoted value, such as audience == 'outside'.")
}

const membership = (left: Meaning, right: Meaning, at: Expression & { is: 'compare' }): Condition => {
  if (left.is === 'value' && right.is === 'fact' && right.fact.type === 'many')
    return { is: 'any', fact: right.fact.index, values: new Set([checkedIndex(right.fact, left, at.left)]) }
  if (left.is === 'fact' && left.fact.type === 'one' && right.is === 'list') {
    const { fact } = left
    return any(
      fact,
      right.ids.map(id => checkedIndex(fact, { is: 'value', id, fact: null }, at.right)),
    )
  }
  if (left.is === 'value' && right.is === 'list') {
    const { fact } = left
    if (fact !== null) right.ids.forEach(id => checkedIndex(fact, { is: 'value', id, fact: null }, at.right))
    return { is: 'constant', value: right.ids.includes(left.id) }
  }
  throw new ConditionError(at, '"in" can\'t be used like this.', "Write 'value' in fact, or fact in ['a', 'b'].")
}

const ordered = ({ fact, of }: Meaning & { is: 'numbers' }, operator: Exclude<Comparison, 'in'>, bound: number): Condition => {
  const holds: Record<typeof operator, (number: number) => boolean> = {
    '==': number => number === bound,
    '!=': number => number !== bound,
    '<': number => number < bound,
    '<=': number => number <= bound,
    '>': number => number > bound,
    '>=': number => number >= bound,
  }
  return any(
    fact,
    of.flatMap((number, index) => (holds[operator](number) ? [index] : [])),
  )
}

const attribute = (name: string, subject: Meaning, at: Expression & { is: 'call' }): Meaning => {
  const fact = subject.is === 'fact' ? subject.fact : valueOf(subject, at.of).fact
  const known = [...new Set((fact?.values ?? []).flatMap(({ attributes }) => Object.keys(attributes)))]
  if (fact === null || !known.includes(name)) {
    const about = fact === null ? 'this' : `values of ${fact.path}`
    throw new ConditionError(
      at,
      `${name}(…) is not something known about ${about}.`,
      known.length === 0 ? 'Compare the values instead.' : suggest(name, known),
    )
  }
  if (subject.is === 'value') {
    const own = fact.values[valueIndex(fact, subject.id)]?.attributes[name]
    if (typeof own === 'number') return { is: 'number', value: own }
    return typeof own === 'object' ? { is: 'list', ids: own } : constant(own ?? false)
  }
  const numbers = fact.values.map(({ attributes }) => attributes[name]).filter(own => typeof own === 'number')
  if (numbers.length === fact.values.length) return { is: 'numbers', fact, of: numbers }
  return forEachValue(subject, at, ({ attributes }) => constant(attributes[name] === true))
}

/** Turns a test of single values into a condition on the fact, or answers it at once for one known value. */
const forEachValue = (
  subject: Meaning,
  at: At,
  test: (value: { id: string; attributes: Fact['values'][number]['attributes'] }) => Meaning,
): Meaning => {
  if (subject.is === 'value') return test({ id: subject.id, attributes: {} })
  if (subject.is !== 'fact' || subject.fact.type !== 'one')
    throw new ConditionError(at, 'This asks about one value.', 'For a fact with several values use .exists(x, …).')
  const { fact } = subject
  const fitting = fact.values.flatMap((value, index) => {
    const answer = test(value)
    return answer.is === 'truth' && answer.condition.is === 'constant' && answer.condition.value ? [index] : []
  })
  return { is: 'truth', condition: any(fact, fitting) }
}

const checkedIndex = (fact: Fact, value: Meaning & { is: 'value' }, at: At): number => {
  const index = valueIndex(fact, value.id)
  if (index < 0)
    throw new ConditionError(
      at,
      `"${value.id}" is not a value of ${fact.path}.`,
      suggest(
        value.id,
        fact.values.map(({ id }) => id),
      ),
    )
  return index
}

const truth = (subject: Meaning, at: At): Condition => {
  if (subject.is === 'truth') return subject.condition
  throw new ConditionError(at, 'This is not a yes or no.', "Compare it, such as audience == 'outside'.")
}

const valueOf = (subject: Meaning, at: At): Meaning & { is: 'value' } => {
  if (subject.is === 'value') return subject
  throw new ConditionError(at, 'A single value is needed here.', "Write a quoted value, such as 'outside'.")
}

const constant = (value: boolean): Meaning => ({ is: 'truth', condition: { is: 'constant', value } })
const any = (fact: Fact, values: readonly number[]): Condition =>
  values.length === 0 ? { is: 'constant', value: false } : { is: 'any', fact: fact.index, values: new Set(values) }

export const not = (of: Condition): Condition => {
  if (of.is === 'constant') return { is: 'constant', value: !of.value }
  return of.is === 'not' ? of.of : { is: 'not', of }
}
export const and = (parts: readonly Condition[]): Condition => join('and', parts)
export const or = (parts: readonly Condition[]): Condition => join('or', parts)

/** Drops constants, flattens, and merges "any of" tests of one fact under an or, which is where quantifiers lead. */
const join = (is: 'and' | 'or', parts: readonly Condition[]): Condition => {
  const decisive = is === 'or'
  const kept: Condition[] = []
  const merged = new Map<number, Set<number>>()
  for (const part of parts.flatMap(part => (part.is === is ? part.of : [part]))) {
    if (part.is === 'constant') {
      if (part.value === decisive) return part
    } else if (is === 'or' && part.is === 'any') {
      const values = merged.get(part.fact) ?? new Set()
      part.values.forEach(value => values.add(value))
      merged.set(part.fact, values)
    } else kept.push(part)
  }
  const all: Condition[] = [...[...merged].map(([fact, values]): Condition => ({ is: 'any', fact, values })), ...kept]
  const [only] = all
  if (only === undefined) return { is: 'constant', value: !decisive }
  return all.length === 1 ? only : { is, of: all }
}

/** Every set of values that some condition tells apart, per fact: what the compact form must keep distinct. */
export const valueSets = (condition: Condition, into: Map<number, ReadonlySet<number>[]>): void => {
  if (condition.is === 'any') into.set(condition.fact, [...(into.get(condition.fact) ?? []), condition.values])
  else if (condition.is === 'not') valueSets(condition.of, into)
  else if (condition.is !== 'constant') condition.of.forEach(part => valueSets(part, into))
}
