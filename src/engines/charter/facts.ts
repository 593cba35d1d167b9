/** What somebody said about a solution, read against the charter: answers given, left open, or only narrowed. */
import { Refusal, type Blocker } from '#src/kernel/refusal.ts'
import type { Charter } from './charter.ts'
import { suggest } from './problem.ts'
import { TIER, UNLISTED_PREFIX, valueIndex, type Fact } from './space.ts'
import type { State } from './state.ts'

export interface Facts extends State {
  /** The `key` of the charter they were read against; they mean nothing to another. */
  readonly charter: string
  /** By fact: indexes of the values that are certain, in the charter's order. */
  readonly picked: readonly (readonly number[])[]
  /** Names of tools that are not on the list. */
  readonly unlisted: readonly string[]
  /** Whether nothing is left open. */
  readonly complete: boolean
}

/** Ways to write "not sure". Inside a list it means: these for certain, perhaps more. */
export const NOT_SURE = 'not-sure'

const MAX_LIST = 200
const MAX_WORDS = 2_000
const MAX_BLOCKERS = 50

/**
 * Reads facts as written in JSON or YAML. A field that is left out, null or "not-sure" stays open;
 * `{ among: [...] }` says "one of these, I don't know which" (of a list: at least one, and nothing else).
 * Throws a `Refusal` of kind `invalid` with a blocker for each field that can't be used.
 */
export const parseFacts = (charter: Charter, value: unknown): Facts => {
  const reader = new Reader(charter)
  return reader.read(value)
}

class Reader {
  readonly #charter: Charter
  readonly #must: Int32Array
  readonly #may: Int32Array
  readonly #picked: (readonly number[])[]
  #unlisted: string[] = []
  readonly #blockers: Blocker[] = []

  constructor(charter: Charter) {
    this.#charter = charter
    this.#must = new Int32Array(charter.engine.space.facts.length)
    this.#may = charter.engine.coding.all.slice()
    this.#picked = charter.engine.space.facts.map(() => NOTHING)
  }

  read(value: unknown): Facts {
    if (!isRecord(value)) {
      this.#block('', 'The facts are not a block of named answers.', 'Write the facts as fields, such as audience: my-team.')
      throw this.#refusal()
    }
    const { facts } = this.#charter.engine.space
    for (const name of Object.keys(value))
      if (!this.#charter.engine.fields.has(name))
        this.#block(name, `There is no fact "${clip(name)}".`, suggest(name, [...this.#charter.engine.fields]))
    for (const question of this.#charter.questions)
      if (question.type === 'object') this.#object(question.id, question.parts, value[question.id])
    for (const fact of facts) if (fact.path !== TIER && !fact.path.includes('.')) this.#fact(fact, value[fact.path], fact.path)
    if (this.#blockers.length > 0) throw this.#refusal()
    const { shape } = this.#charter.engine.coding
    let complete = true
    for (const { index, path } of facts) {
      const possible = this.#may[index] ?? 0
      const alone = shape.exclusive[index] ?? 0
      if (shape.many[index] === true && (this.#must[index] ?? 0) !== 0 && this.#must[index] !== alone) this.#may[index] = possible & ~alone
      if (((this.#may[index] ?? 0) & ((this.#may[index] ?? 0) - 1)) === 0) this.#must[index] = this.#may[index] ?? 0
      if (path !== TIER && this.#must[index] !== this.#may[index]) complete = false
    }
    return { charter: this.#charter.engine.key, must: this.#must, may: this.#may, picked: this.#picked, unlisted: this.#unlisted, complete }
  }

  #fact(fact: Fact, value: unknown, field: string): void {
    if (isOpen(value)) {
      if (fact.unlessGiven !== null) this.#know(fact, fact.unlessGiven)
      return
    }
    if (isRecord(value) && 'among' in value) return this.#among(fact, value['among'], field)
    switch (fact.type) {
      case 'yesNo':
        if (typeof value === 'boolean') this.#know(fact, [value ? 0 : 1])
        else this.#block(field, `${shown(value)} is not yes or no.`, 'Write true, false or not-sure.')
        return
      case 'one': {
        const index = this.#index(fact, value, field)
        if (index !== null) this.#know(fact, [index])
        return
      }
      case 'many':
        return this.#many(fact, value, field)
    }
  }

  #many(fact: Fact, value: unknown, field: string): void {
    const list = typeof value === 'string' ? [value] : value
    if (!Array.isArray(list))
      return this.#block(field, `${shown(value)} is not a list.`, `Write a list, such as [${fact.values[0]?.id ?? ''}].`)
    const none = fact.values[fact.exclusive]?.id
    if (list.length === 0)
      return this.#block(
        field,
        'The list is empty.',
        `${none === undefined ? 'Name at least one' : `Write [${none}] if none apply`}, or leave the field out if you are not sure.`,
      )
    if (list.length > MAX_LIST) return this.#block(field, `The list has ${list.length} entries.`, `Name at most ${MAX_LIST}.`)
    const sure = list.filter(item => item !== NOT_SURE)
    const picked = this.#indexes(fact, sure, field)
    if (picked === null) return
    if (picked.includes(fact.exclusive) && (picked.length > 1 || sure.length < list.length))
      return this.#block(field, `"${none ?? ''}" can't stand beside other answers.`, 'Take it out, or take the others out.')
    for (const item of sure)
      if (typeof item === 'string' && valueIndex(fact, item) === fact.unlisted && fact.unlisted >= 0)
        this.#unlisted.push(item.slice(UNLISTED_PREFIX.length))
    if (sure.length === list.length) this.#know(fact, picked)
    else {
      this.#picked[fact.index] = picked
      this.#must[fact.index] = this.#mask(fact, picked)
    }
  }

  #among(fact: Fact, value: unknown, field: string): void {
    const wanted =
      Array.isArray(value) && fact.type === 'yesNo' ? value.map(item => (item === true ? 'yes' : item === false ? 'no' : item)) : value
    if (!Array.isArray(wanted) || wanted.length === 0 || wanted.length > MAX_LIST)
      return this.#block(
        field,
        '"among" needs a list of the answers that are possible.',
        `Write { among: [${fact.values
          .slice(0, 2)
          .map(({ id }) => id)
          .join(', ')}] }.`,
      )
    const possible = this.#indexes(fact, wanted, field)
    if (possible !== null) this.#may[fact.index] = this.#mask(fact, possible)
  }

  #object(id: string, parts: readonly { id: string; type: 'yesNo' | 'text' }[], value: unknown): void {
    if (isOpen(value)) return
    const known = parts.map(part => part.id)
    if (!isRecord(value)) return this.#block(id, `${shown(value)} is not a block of fields.`, `Write its parts: ${known.join(', ')}.`)
    for (const name of Object.keys(value))
      if (!known.includes(name)) this.#block(`${id}.${name}`, `"${clip(name)}" is not part of ${id}.`, suggest(name, known))
    for (const part of parts) {
      const given = value[part.id]
      const fact = this.#charter.engine.space.byPath.get(`${id}.${part.id}`)
      if (fact !== undefined) this.#fact(fact, given, fact.path)
      else if (!isOpen(given) && (typeof given !== 'string' || given.length > MAX_WORDS))
        this.#block(`${id}.${part.id}`, 'This is not text, or too long.', `Write at most ${MAX_WORDS} characters.`)
    }
  }

  #indexes(fact: Fact, list: readonly unknown[], field: string): number[] | null {
    const found = list.map(item => this.#index(fact, item, field))
    return found.includes(null) ? null : [...new Set(found.filter(index => index !== null))].sort((a, b) => a - b)
  }

  #index(fact: Fact, value: unknown, field: string): number | null {
    const index = typeof value === 'string' && value.length <= MAX_WORDS ? valueIndex(fact, value) : -1
    if (index >= 0 && value !== UNLISTED_PREFIX) return index
    const known = fact.values.map(({ id }) => (id === UNLISTED_PREFIX ? `${id}<name>` : id))
    this.#block(
      field,
      `${shown(value)} is not an answer to ${fact.path}.`,
      typeof value === 'string' ? suggest(value, known) : `Write one of: ${known.slice(0, 24).join(', ')}.`,
    )
    return null
  }

  #know(fact: Fact, values: readonly number[]): void {
    this.#picked[fact.index] = values
    const mask = this.#mask(fact, values)
    this.#must[fact.index] = mask
    this.#may[fact.index] = mask
  }

  #mask(fact: Fact, values: readonly number[]): number {
    return values.reduce((mask, value) => mask | this.#charter.engine.coding.bit(fact.index, value), 0)
  }

  #block(field: string, reason: string, remedy: string): void {
    if (this.#blockers.length < MAX_BLOCKERS) this.#blockers.push({ ...(field === '' ? {} : { field: clip(field) }), reason, remedy })
  }

  #refusal(): Refusal {
    return new Refusal('invalid', 'facts-not-usable', "These facts can't be used as written.", this.#blockers)
  }
}

const NOTHING: readonly number[] = []
const isOpen = (value: unknown): boolean => value === undefined || value === null || value === NOT_SURE
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
const shown = (value: unknown): string =>
  typeof value === 'string'
    ? `"${clip(value)}"`
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : Array.isArray(value)
        ? 'A list'
        : 'This'
