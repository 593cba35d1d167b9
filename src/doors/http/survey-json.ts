import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** Deep enough for every contract of ours, shallow enough for every reader of ours. */
const maxDepth = 32
/** More than any contract of ours takes in one list or object. */
const maxItems = 10_000

/** One bracket that is open: how much stands in it, and where it is an object, the names that it has. */
interface Open {
  names: Set<string> | null
  items: number
  /** In an object: whether the next text is a name. */
  nameNext: boolean
}

/**
 * Looks over JSON without building anything: how deep, how wide, and whether an object has a name twice, of which
 * JSON.parse would silently keep the last (RFC 8259 §4 leaves it open). What is no JSON at all passes; the parser says so.
 * @throws Refusal `too-deep`, `too-wide`, `named-twice`
 */
export const surveyJson = (json: string): void => {
  const open: Open[] = []
  for (let i = 0; i < json.length; i += 1) {
    const c = json.charCodeAt(i)
    const inside = open.at(-1)
    if (c === quote) {
      const end = endOfText(json, i)
      if (inside?.names && inside.nameNext) addName(inside.names, json.slice(i, end + 1))
      if (inside) inside.nameNext = false
      i = end
    } else if (c === openBrace || c === openBracket) {
      if (open.length === maxDepth) throw tooDeep()
      open.push({ names: c === openBrace ? new Set() : null, items: 1, nameNext: c === openBrace })
    } else if (c === closeBrace || c === closeBracket) open.pop()
    else if (c === comma && inside) {
      inside.items += 1
      inside.nameNext = inside.names !== null
      if (inside.items > maxItems) throw tooWide()
    }
  }
}

const quote = 0x22
const comma = 0x2c
const openBracket = 0x5b
const backslash = 0x5c
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

/** Where a text that begins at `start` has its closing quote; the end where it has none. */
const endOfText = (json: string, start: number): number => {
  for (let i = start + 1; i < json.length; i += 1) {
    const c = json.charCodeAt(i)
    if (c === quote) return i
    if (c === backslash) i += 1
  }
  return json.length
}

/** @param quoted as it is written: the same name may be written with escapes and without. */
const addName = (names: Set<string>, quoted: string): void => {
  const name = quoted.includes('\\') ? unescaped(quoted) : quoted.slice(1, -1)
  if (names.has(name)) throw namedTwice(name)
  names.add(name)
}

const unescaped = (quoted: string): string => {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}

const tooDeep = (): Refusal =>
  refuse('invalid', 'too-deep', `The request nests values more than ${maxDepth} levels deep.`, 'Send it as the API document describes it.')

const tooWide = (): Refusal =>
  refuse('invalid', 'too-wide', `The request has more than ${maxItems} items in one list or object.`, 'Send less at once.')

const namedTwice = (name: string): Refusal =>
  refuse('invalid', 'named-twice', 'The request says this twice.', 'Give each field once.', name.slice(0, 60))
