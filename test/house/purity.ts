import { isBuiltin } from 'node:module'
import { parseSync, Visitor } from 'oxc-parser'
import { engineBuiltins } from './table.ts'

/** Names that reach outside, wherever they are used as a value. An engine calls nothing of its own by them. */
const outside = new Set(
  (
    'process console fetch performance crypto globalThis global setTimeout setInterval setImmediate queueMicrotask ' +
    'navigator WebSocket EventSource Worker require eval Function'
  ).split(' '),
)

/** Members of otherwise harmless globals that read the clock or the dice. */
const impure = new Set(['Date.now', 'Math.random', 'Temporal.Now'])

/**
 * Where an engine's text does more than compute: reaches a builtin of Node that isn't arithmetic, the clock, the dice
 * or the world. An engine gives the same answer to the same values, anywhere and at any time.
 */
export const impurities = (path: string, text: string): string[] => {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const found: string[] = []
  const add = (what: string, at: number) => found.push(`${path}:${text.slice(0, at).split('\n').length} ${what}`)

  const use = (node: { type: string; name?: unknown; start: number } | null | undefined) => {
    if (node?.type === 'Identifier' && typeof node.name === 'string' && outside.has(node.name)) add(`uses ${node.name}`, node.start)
  }

  new Visitor({
    ImportDeclaration({ source, specifiers, importKind, start }) {
      if (!isBuiltin(source.value) || importKind === 'type') return
      const allowed = engineBuiltins[source.value]
      if (!allowed) add(`imports ${source.value}`, start)
      else
        for (const each of specifiers) {
          if (each.type === 'ImportSpecifier' && each.importKind === 'type') continue
          const name = each.type === 'ImportSpecifier' && each.imported.type === 'Identifier' ? each.imported.name : 'everything'
          if (!allowed.includes(name)) add(`imports ${name} of ${source.value}`, each.start)
        }
    },
    ExportNamedDeclaration({ source, start }) {
      if (source && isBuiltin(source.value)) add(`passes ${source.value} on`, start)
    },
    ExportAllDeclaration({ source, start }) {
      if (isBuiltin(source.value)) add(`passes ${source.value} on`, start)
    },
    ImportExpression({ start }) {
      add('loads a module while it runs', start)
    },
    MemberExpression({ object, property, computed, start }) {
      use(object)
      if (object.type !== 'Identifier') return
      const name = !computed && property.type === 'Identifier' ? property.name : property.type === 'Literal' ? String(property.value) : '?'
      if (impure.has(`${object.name}.${name}`)) add(`uses ${object.name}.${name}`, start)
    },
    CallExpression({ callee, arguments: given, start }) {
      use(callee)
      given.forEach(use)
      if (callee.type === 'Identifier' && callee.name === 'Date') add('uses Date()', start)
    },
    NewExpression({ callee, arguments: given, start }) {
      use(callee)
      given.forEach(use)
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0) add('uses new Date()', start)
    },
    VariableDeclarator({ init }) {
      use(init)
      // `const { now } = Date` would take the clock under another name.
      if (init?.type === 'Identifier' && ['Date', 'Math', 'Temporal'].includes(init.name)) add(`takes ${init.name} apart`, init.start)
    },
    AssignmentExpression: ({ right }) => use(right),
    ArrowFunctionExpression: ({ body }) => use(body),
    ReturnStatement: ({ argument }) => use(argument),
    Property: ({ value }) => use(value),
  }).visit(program)
  return found
}
