import { parseSync } from 'oxc-parser'
import { importsOf } from './imports.ts'

/** Modules and packages that can open a connection, or start a program that does. */
const modules = new Set(
  (
    'node:http node:https node:http2 node:net node:tls node:dgram node:dns node:dns/promises node:inspector node:inspector/promises ' +
    'node:child_process node:cluster node:module undici pg nodemailer openid-client oauth4webapi ws axios node-fetch got'
  ).split(' '),
)

/** What of these modules only reads, compares or names. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  // Listening lets in, not out.
  'node:http': ['createServer'],
  'node:https': ['createServer as createTlsServer'],
  'node:net': ['isIP', 'isIPv4', 'isIPv6', 'BlockList'],
  'node:module': ['enableCompileCache', 'isBuiltin'],
}

/** Globals that open a connection, or under which one of them can be had by another name. */
const globals = new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'globalThis', 'global', 'require'])
/** Members that load a module past the imports. */
const loaders = new Set(['getBuiltinModule', 'binding', '_linkedBinding', 'createRequire'])

export interface WayOut {
  readonly path: string
  readonly line: number
  /** The module, global or member that opens it. */
  readonly by: string
}

/** Every place in a file's text from which something could leave the machine. */
export const waysOut = (path: string, text: string): WayOut[] => {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const found: WayOut[] = importsOf(path, text)
    .filter(({ kind }) => kind !== 'type' && kind !== 'type query')
    .map(({ to, line }) => ({ path, line, by: modules.has(`node:${to}`) ? `node:${to}` : to }))
    .filter(({ by, line }) => modules.has(by) && !onlyHarmless(text, by, line))

  walk(program, null, '', (node, parent, key) => {
    const isName = parent?.['computed'] !== true && ((parent?.type === 'MemberExpression' && key === 'property') || key === 'key')
    const by = node.type === 'Identifier' ? node['name'] : node.type === 'Literal' ? node['value'] : undefined
    if (typeof by !== 'string') return
    if (loaders.has(by) || (node.type === 'Identifier' && globals.has(by) && !isName)) found.push({ path, line: lineAt(node.start), by })
  })
  return found
}

/** Whether the import on a line takes only what a module has of harmless things. */
const onlyHarmless = (text: string, by: string, line: number): boolean => {
  const names = /^import (?:type )?\{([^}]*)\} from/
    .exec(
      text
        .split('\n')
        .slice(line - 1)
        .join('\n'),
    )?.[1]
    ?.split(',')
  return (
    names !== undefined &&
    names.map(name => name.trim()).every(name => name === '' || name.startsWith('type ') || (harmless[by] ?? []).includes(name))
  )
}

interface Node {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value

const walk = (value: unknown, parent: Node | null, key: string, visit: (node: Node, parent: Node | null, key: string) => void): void => {
  if (Array.isArray(value)) for (const each of value) walk(each, parent, key, visit)
  else if (isNode(value)) {
    visit(value, parent, key)
    for (const [field, child] of Object.entries(value)) if (typeof child === 'object') walk(child, value, field, visit)
  }
}
