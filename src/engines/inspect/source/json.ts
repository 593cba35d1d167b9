import { limits, tooLarge, unreadable } from '../limits.ts'

/**
 * JSON (RFC 8259) of a stranger. `JSON.parse` alone keeps the last of two equal keys without a word, and a reader
 * elsewhere may keep the first; so a document with duplicate keys says two things and is refused. One pass over the text
 * checks depth, number of values and keys before anything is built.
 */
export const parseJson = (file: string, source: string): unknown => {
  scan(file, source)
  try {
    return JSON.parse(source)
  } catch (error) {
    throw unreadable(file, `It is not valid JSON: ${error instanceof Error ? error.message.slice(0, 120) : 'unknown error'}.`)
  }
}

const QUOTE = 34,
  BACKSLASH = 92,
  OPEN = 123,
  CLOSE = 125,
  OPEN_LIST = 91,
  CLOSE_LIST = 93,
  COLON = 58,
  COMMA = 44

const scan = (file: string, source: string): void => {
  /** One entry for each open bracket: the keys seen in an object, null for a list. */
  const open: (Set<string> | null)[] = []
  let values = 0
  let pending: string | null = null // a string that becomes a key if a colon follows
  for (let i = 0; i < source.length; i += 1) {
    const c = source.charCodeAt(i)
    if (c === QUOTE) {
      const start = i + 1
      i = endOfString(source, start)
      pending = source.slice(start, i)
    } else if (c === COLON) {
      const keys = open.at(-1)
      if (keys && pending !== null) {
        const key = pending.includes('\\') ? unescaped(file, pending) : pending
        if (keys.has(key))
          throw unreadable(file, `The key "${key.slice(0, 60)}" stands twice in the same object, so the file says two things at once.`)
        keys.add(key)
        pending = null
      }
    } else if (c === OPEN || c === OPEN_LIST) {
      open.push(c === OPEN ? new Set() : null)
      values += 1
      if (open.length > limits.depth) throw tooLarge(file, 'It is nested deeper than any automation', limits.depth)
    } else if (c === CLOSE || c === CLOSE_LIST) open.pop()
    else if (c === COMMA) values += 1
    if (values > limits.values) throw tooLarge(file, 'It holds more values than any automation', limits.values)
  }
}

const endOfString = (source: string, from: number): number => {
  let i = from
  for (;;) {
    i = source.indexOf('"', i)
    if (i < 0) return source.length
    let slashes = 0
    while (source.charCodeAt(i - 1 - slashes) === BACKSLASH && i - 1 - slashes >= from) slashes += 1
    if (slashes % 2 === 0) return i
    i += 1
  }
}

const unescaped = (file: string, raw: string): string => {
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    throw unreadable(file, 'It is not valid JSON: a key holds a broken escape.')
  }
}
