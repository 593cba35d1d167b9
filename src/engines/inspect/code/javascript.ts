import { parse, parseExpressionAt, type Node } from 'acorn'
import { COMPUTED, type HttpRequest } from '../model.ts'
import { nothingKnown, schemeOf, type CodeReading } from './reading.ts'

/**
 * JavaScript as the code nodes of builders hold it: a function's body, so `return` and `await` stand at the top.
 * Parsed, never run. Only literals and what is put together from them are followed; one step of `const` is enough for
 * what people write there.
 */
export const readJavaScript = (source: string): CodeReading => {
  const program = parseBody(source)
  if (!program) return nothingKnown()
  const reading: CodeReading = { parsed: true, requests: [], modules: [], assigns: [], schemes: [] }
  const names = new Map<string, Node>()
  visit(program, node => {
    if (is(node, 'VariableDeclarator') && isNode(node['id']) && is(node['id'], 'Identifier') && isNode(node['init'])) {
      const name = String(node['id']['name'])
      if (!names.has(name)) names.set(name, node['init'])
    }
  })
  visit(program, node => {
    look(node, names, reading)
  })
  return { ...reading, modules: [...new Set(reading.modules)], schemes: [...new Set(reading.schemes)] }
}

/**
 * The text that an expression yields, with computed parts replaced by `COMPUTED`, and the names of properties and
 * variables that its first computed part is read from. `null` where it does not parse.
 */
export const readExpression = (source: string): { text: string; refs: string[] } | null => {
  if (source.length > 5_000) return null
  try {
    const node: unknown = parseExpressionAt(source, 0, { ecmaVersion: 'latest', allowAwaitOutsideFunction: true })
    return isNode(node) ? { text: textOf(node, new Map()), refs: refsOf(node) } : null
  } catch {
    return null
  }
}

type Names = ReadonlyMap<string, Node>
type Open = Node & Record<string, unknown>

const parseBody = (source: string): Node | null => {
  const base = { ecmaVersion: 'latest', allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true, allowHashBang: true } as const
  for (const sourceType of ['script', 'module'] as const) {
    try {
      return parse(source, { ...base, sourceType })
    } catch {
      // the other kind of source, then give up: a syntax error and a nesting too deep for the parser end the same way
    }
  }
  return null
}

const isNode = (value: unknown): value is Open =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
const nodesOf = (value: unknown): Open[] => (Array.isArray(value) ? value.filter(isNode) : [])
const is = (node: Node, type: string): boolean => node.type === type

/** Iterative, so that a chain of ten thousand `+` costs memory and no stack. */
const visit = (root: Node, see: (node: Open) => void): void => {
  const stack: unknown[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (Array.isArray(node)) {
      for (const item of node) stack.push(item)
      continue
    }
    if (!isNode(node)) continue
    see(node)
    for (const [key, value] of Object.entries(node)) if (key !== 'type' && typeof value === 'object' && value !== null) stack.push(value)
  }
}

const look = (node: Open, names: Names, reading: CodeReading): void => {
  if (is(node, 'ImportDeclaration') || is(node, 'ImportExpression')) addModule(node['source'], reading)
  else if (is(node, 'Literal')) addScheme(node['value'], reading)
  else if (is(node, 'AssignmentExpression') || is(node, 'Property')) addAssignment(node, names, reading)
  else if (is(node, 'CallExpression') || is(node, 'NewExpression')) {
    const path = pathOf(node['callee'])
    const args = nodesOf(node['arguments'])
    if (path === 'require') addModule(args[0], reading)
    else {
      const request = requestOf(path, args, names)
      if (request) reading.requests.push(request)
    }
  }
}

const addModule = (source: unknown, reading: CodeReading): void => {
  if (isNode(source) && is(source, 'Literal') && typeof source['value'] === 'string')
    reading.modules.push(source['value'].replace(/^node:/, ''))
}

const addScheme = (value: unknown, reading: CodeReading): void => {
  const scheme = typeof value === 'string' ? schemeOf(value) : null
  if (scheme !== null && !scheme.startsWith('http')) reading.schemes.push(scheme)
}

const addAssignment = (node: Open, names: Names, reading: CodeReading): void => {
  const [target, value] = node.type === 'Property' ? [node['key'], node['value']] : [node['left'], node['right']]
  if (!isNode(value)) return
  const name = pathOf(target).split('.').at(-1) ?? ''
  const literal = textOf(value, names)
  if (name === '') return
  if (/^https?:\/\//i.test(literal)) reading.assigns.push({ name, value: literal })
  else if (literal.startsWith(`${COMPUTED}/`)) reading.assigns.push({ name, value: literal, refs: refsOf(firstPart(value)) })
}

/** What stands first in a text that is put together: the base of a URL that paths are added to. */
const firstPart = (node: Open): Open => {
  let here = node
  for (;;) {
    const first = is(here, 'BinaryExpression')
      ? here['left']
      : is(here, 'TemplateLiteral') && Array.isArray(here['expressions'])
        ? here['expressions'][0]
        : null
    if (!isNode(first)) return here
    here = first
  }
}

/** `a.b.c` for a plain chain of names, '' for anything else. */
const pathOf = (node: unknown): string => {
  const parts: string[] = []
  let here = node
  while (isNode(here)) {
    if (is(here, 'Identifier')) return [String(here['name']), ...parts].join('.')
    if (is(here, 'ThisExpression')) return ['this', ...parts].join('.')
    if (is(here, 'Literal')) return [String(here['value']), ...parts].join('.')
    if (is(here, 'ChainExpression')) here = here['expression']
    else if (is(here, 'MemberExpression') && isNode(here['property'])) {
      const property: Open = here['property']
      const name = property['name'] ?? property['value']
      if (typeof name !== 'string') return ''
      parts.unshift(name)
      here = here['object']
    } else return ''
  }
  return ''
}

/** Calls that open a connection: the platform's own, the usual clients, and the builders' own `httpRequest`. */
const callers: readonly RegExp[] = [
  /^(?:(?:global|globalThis|window)\.)?(?:fetch|axios|got|request|needle|ky|superagent|nodeFetch|node_fetch|bent|phin|\$http|WebSocket|EventSource)$/,
  /^(?:axios|got|request|needle|ky|superagent|undici|https?|http2|client|instance|api)\.(?:get|post|put|patch|delete|del|head|request|fetch|create|stream|connect)$/,
  /(?:^|\.)(?:httpRequest|requestWithAuthentication|httpRequestWithAuthentication|requestOAuth2)$/,
  /^(?:this\.)?helpers\.request$/,
  /^UrlFetchApp\.fetch$/,
]
const xhr = /(?:^|\.)open$/

const requestOf = (path: string, args: readonly Open[], names: Names): HttpRequest | null => {
  if (xhr.test(path) && args.length >= 2) {
    const [method, address] = args
    const url = address ? textOf(address, names) : ''
    return method && isUrl(url) ? { url, refs: [], method: textOf(method, names).toUpperCase(), fromCode: true } : null
  }
  if (!callers.some(pattern => pattern.test(path))) return null
  const plain = args.map(argument => resolve(argument, names))
  const options = plain.find(argument => is(argument, 'ObjectExpression'))
  const first = args[0]
  let url = first && !is(resolve(first, names), 'ObjectExpression') ? textOf(first, names) : ''
  if (url === '' && options) {
    const base = propertyText(options, ['baseURL', 'baseUrl', 'prefixUrl'], names)
    const rest = propertyText(options, ['url', 'uri', 'href'], names)
    const host = propertyText(options, ['hostname', 'host'], names)
    url = isUrl(rest)
      ? rest
      : base !== ''
        ? base + rest
        : rest !== ''
          ? rest
          : host === ''
            ? ''
            : `https://${host}${propertyText(options, ['path'], names)}`
  }
  if (url === '') url = COMPUTED
  const named = /\.(get|post|put|patch|delete|del|head)$/.exec(path)?.[1]
  const method = (options ? propertyText(options, ['method'], names) : '') || named || (path.startsWith('axios.post') ? 'post' : 'get')
  return { url, refs: first ? refsOf(first) : [], method: method.toUpperCase(), fromCode: true }
}

const isUrl = (value: string): boolean => /^(?:https?|wss?):\/\//i.test(value)

const resolve = (node: Open, names: Names): Open => {
  if (!is(node, 'Identifier')) return node
  const found = names.get(String(node['name']))
  return isNode(found) ? found : node
}

const propertyText = (object: Open, keys: readonly string[], names: Names): string => {
  const properties = nodesOf(object['properties'])
  const found = properties.find(property => keys.includes(pathOf(property['key'])))
  return found && isNode(found['value']) ? textOf(found['value'], names) : ''
}

/** Bounded by `depth` because a name may be defined by itself. */
const textOf = (node: Open, names: Names, depth = 0): string => {
  if (depth > 40) return COMPUTED
  const sub = (child: unknown): string => (isNode(child) ? textOf(child, names, depth + 1) : COMPUTED)
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' || typeof node['value'] === 'number' ? String(node['value']) : COMPUTED
    case 'TemplateLiteral': {
      const parts = nodesOf(node['quasis'])
      const holes = Array.isArray(node['expressions']) ? node['expressions'] : []
      return parts.map((part, i) => cooked(part) + (i < holes.length ? sub(holes[i]) : '')).join('')
    }
    case 'BinaryExpression':
      return node['operator'] === '+' ? sub(node['left']) + sub(node['right']) : COMPUTED
    case 'LogicalExpression': {
      // a default after || or ?? is what runs where nothing else was set
      const right = sub(node['right'])
      return right.startsWith(COMPUTED) ? sub(node['left']) : right
    }
    case 'AwaitExpression':
    case 'ChainExpression':
      return sub(node['argument'] ?? node['expression'])
    case 'NewExpression':
      return pathOf(node['callee']) === 'URL' && Array.isArray(node['arguments']) ? sub(node['arguments'][0]) : COMPUTED
    case 'Identifier': {
      const found = names.get(String(node['name']))
      return found ? sub(found) : COMPUTED
    }
    case 'MemberExpression': {
      const object = isNode(node['object']) ? resolve(node['object'], names) : null
      const name = isNode(node['property']) ? pathOf(node['property']) : ''
      return object && is(object, 'ObjectExpression') && name !== '' ? propertyText(object, [name], names) || COMPUTED : COMPUTED
    }
    default:
      return COMPUTED
  }
}

const cooked = (part: Open): string => {
  const value = part['value']
  return typeof value === 'object' && value !== null && 'cooked' in value && typeof value.cooked === 'string' ? value.cooked : ''
}

/** Last names of the property chains in an expression: `$('Set').item.json.base_url` gives `base_url`. */
const refsOf = (node: Node): string[] => {
  const refs: string[] = []
  visit(node, part => {
    if (is(part, 'MemberExpression') && isNode(part['property'])) {
      const name = part['property']['name'] ?? part['property']['value']
      if (typeof name === 'string') refs.push(name)
    } else if (is(part, 'Identifier')) refs.push(String(part['name']))
  })
  return [...new Set(refs)]
}
