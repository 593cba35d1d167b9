import { limits } from '../../limits.ts'
import { COMPUTED } from '../../model.ts'

/**
 * Workflow Definition Language (learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference):
 * a text that begins with `@` is an expression, and `@{…}` inside a text is one too. Only `concat` of literals is
 * followed; everything else is computed.
 */
export const filled = (given: string): { text: string; refs: string[] } => {
  const source = given.slice(0, limits.urlLength)
  if (/^@[^@{]/.test(source)) return valueOf(source.slice(1))
  let refs: string[] = []
  let text = ''
  let at = 0
  for (;;) {
    const start = source.indexOf('@{', at)
    const end = start < 0 ? -1 : closing(source, start + 2)
    if (end < 0) return { text: text + source.slice(at), refs }
    const value = valueOf(source.slice(start + 2, end))
    if (start === 0) refs = value.refs
    text += source.slice(at, start) + value.text
    at = end + 1
  }
}

/** The bracket that ends an expression stands outside of its quoted texts. */
const closing = (source: string, from: number): number => {
  let quoted = false
  for (let i = from; i < source.length; i += 1) {
    if (source[i] === "'") quoted = !quoted
    else if (source[i] === '}' && !quoted) return i
  }
  return -1
}

const valueOf = (expression: string): { text: string; refs: string[] } => {
  const inner = expression.trim()
  const literal = /^'((?:[^']|'')*)'$/.exec(inner)?.[1]
  if (literal !== undefined) return { text: literal.replaceAll("''", "'"), refs: [] }
  const concat = /^concat\(([^]*)\)$/i.exec(inner)?.[1]
  if (concat !== undefined) {
    const parts = splitArguments(concat).map(valueOf)
    return { text: parts.map(part => part.text).join(''), refs: parts[0]?.refs ?? [] }
  }
  return { text: COMPUTED, refs: referencesIn(inner).map(({ name }) => name) }
}

/** At commas that stand outside of brackets and quotes. */
const splitArguments = (source: string): string[] => {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let from = 0
  for (let i = 0; i < source.length; i += 1) {
    const c = source[i]
    if (c === "'") quoted = !quoted
    else if (quoted) continue
    else if (c === '(' || c === '[') depth += 1
    else if (c === ')' || c === ']') depth -= 1
    else if (c === ',' && depth === 0) {
      parts.push(source.slice(from, i))
      from = i + 1
    }
  }
  return [...parts, source.slice(from)]
}

export interface Reference {
  kind: 'variable' | 'action' | 'item' | 'parameter' | 'trigger'
  name: string
  path: string
}

/** What an expression reads: `variables('x')`, `outputs('Get_profile')?['body/mail']`, `triggerBody()?['to']`. */
export const referencesIn = (expression: string): Reference[] =>
  [...expression.slice(0, limits.urlLength).matchAll(reads)].map(([, call = '', name = '', path = '']) => ({
    kind: kinds[call.toLowerCase()] ?? 'action',
    name,
    path,
  }))

const reads =
  /\b(variables|outputs|body|actions|items|result|parameters|triggerBody|triggerOutputs|trigger|item)\(\s*(?:'([^']*)')?\s*\)((?:\??\['[^']*'\])*)/gi

const kinds: Readonly<Record<string, Reference['kind']>> = {
  variables: 'variable',
  parameters: 'parameter',
  trigger: 'trigger',
  triggerbody: 'trigger',
  triggeroutputs: 'trigger',
  items: 'item',
  item: 'item',
}
