import { isMap, isScalar, parseDocument, visit, type Document } from 'yaml'
import { limits, tooLarge, unreadable } from '../limits.ts'

/**
 * YAML 1.2 of a stranger: unique keys, few aliases (a handful of them can stand for billions of values), bounded depth,
 * no tags that mean anything but data. The library compares each key with all before it and recurses with the nesting;
 * so depth is bounded before it sees the text, and keys are compared here, in one pass.
 */
export const parseYaml = (file: string, source: string): unknown => {
  if (source.length > limits.yamlBytes)
    throw tooLarge(file, `It has ${source.length.toLocaleString('en')} characters of YAML`, limits.yamlBytes)
  if (depthOf(source) > limits.depth) throw tooLarge(file, 'It is nested deeper than any automation', limits.depth)
  try {
    const document = parseDocument(source, { uniqueKeys: false, strict: true, merge: false, logLevel: 'silent', prettyErrors: false })
    const [error] = document.errors
    if (error) throw error
    const twice = duplicateKey(document)
    if (twice !== null)
      throw unreadable(file, `The key "${twice.slice(0, 60)}" stands twice in one block, so the file says two things at once.`)
    return document.toJS({ maxAliasCount: limits.yamlAliases })
  } catch (error) {
    if (error instanceof ReferenceError) throw tooLarge(file, 'Its aliases stand for more values than any automation', limits.yamlAliases)
    if (error instanceof Error && error.name === 'YAMLParseError')
      throw unreadable(file, `It is not valid YAML: ${error.message.slice(0, 120)}.`)
    throw error
  }
}

const duplicateKey = (document: Document): string | null => {
  let twice: string | null = null
  visit(document, {
    Map(_, map) {
      const keys = new Set<unknown>()
      for (const { key } of map.items) {
        const name: unknown = isScalar(key) ? key.value : key
        if (keys.has(name) && !isMap(key)) {
          twice = String(name)
          return visit.BREAK
        }
        keys.add(name)
      }
      return undefined
    },
  })
  return twice
}

/**
 * An upper bound on the depth: brackets open at once, and blocks open by indentation, where each `-` before a value
 * counts as one. Text in block scalars is counted too, which can only make the bound stricter.
 */
const depthOf = (source: string): number => {
  const indents: number[] = []
  let brackets = 0
  let deepest = 0
  for (let at = 0; at < source.length;) {
    const end = source.indexOf('\n', at)
    const stop = end < 0 ? source.length : end
    let start = at
    let dashes = 0
    for (; start < stop; start += 1) {
      const c = source.charCodeAt(start)
      if (c === 45 || c === 63) dashes += 1
      else if (c !== 32) break
    }
    if (start < stop) {
      while ((indents.at(-1) ?? -1) >= start - at) indents.pop()
      indents.push(start - at)
    }
    for (let i = start; i < stop; i += 1) {
      const c = source.charCodeAt(i)
      if (c === 91 || c === 123) deepest = Math.max(deepest, (brackets += 1))
      else if ((c === 93 || c === 125) && brackets > 0) brackets -= 1
    }
    deepest = Math.max(deepest, indents.length + (dashes > limits.depth ? dashes : 0))
    if (deepest > limits.depth) return deepest
    at = stop + 1
  }
  return deepest
}
