import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

export interface Import {
  /** The importing file, from the root of the checkout with forward slashes; so is `to` where it is a file of ours. */
  from: string
  /** A file of ours (`src/…`, `web/…`), a package (`zod`, `@scope/name`), a builtin (`node:fs`), or `unknown`. */
  to: string
  kind: 'static' | 'type' | 're-export' | 'dynamic' | 'type query' | 'require' | 'url'
  line: number
}

/** What a dynamic import of something computed is reported as: nobody can tell from the text where it leads. */
export const unknown = '(computed)'

const resolve = (from: string, specifier: string): string => {
  const [path = specifier] = specifier.split('?') // vite's `?url`, `?raw`
  if (path.startsWith('.')) return posix.join(posix.dirname(from), path)
  if (path.startsWith('#')) return path.slice(1)
  if (path.startsWith('node:')) return path
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')
}

/**
 * Every way in which a TypeScript file names another module, in the order of the text. Throws when the file doesn't
 * parse: what can't be read must not pass for clean.
 */
export const importsOf = (from: string, text: string): Import[] => {
  const { program, errors } = parseSync(from, text)
  if (errors.length > 0) throw new Error(`${from}: ${errors[0]?.message}`)
  const found: Import[] = []
  const add = (kind: Import['kind'], specifier: string | null, at: number) => {
    const to = specifier === null ? unknown : resolve(from, specifier)
    found.push({ from, to, kind, line: text.slice(0, at).split('\n').length })
  }

  new Visitor({
    ImportDeclaration({ importKind, source, start }) {
      add(importKind === 'type' ? 'type' : 'static', source.value, start)
    },
    ExportNamedDeclaration({ source, start }) {
      if (source) add('re-export', source.value, start)
    },
    ExportAllDeclaration({ source, start }) {
      add('re-export', source.value, start)
    },
    ImportExpression({ source, start }) {
      add('dynamic', literal(source), start)
    },
    TSImportType({ source, start }) {
      add('type query', source.value, start)
    },
    TSExternalModuleReference({ expression, start }) {
      add('require', expression.value, start)
    },
    CallExpression({ callee, arguments: [first], start }) {
      const name = callee.type === 'Identifier' ? callee.name : ''
      if (name === 'require') add('require', first ? literal(first) : null, start)
    },
    // `new Worker(new URL('./worker.ts', import.meta.url))` runs that file as an import does.
    NewExpression({ callee, arguments: [first, second], start }) {
      if (callee.type !== 'Identifier' || callee.name !== 'URL' || !first || second?.type !== 'MemberExpression') return
      const path = literal(first)
      if (second.object.type === 'MetaProperty' && path && /\.tsx?$/.test(path)) add('url', path, start)
    },
  }).visit(program)

  return found.sort((a, b) => a.line - b.line)
}

/** The text of a string, or of a template without holes; null for anything that is computed. */
const literal = (node: { type: string; value?: unknown; quasis?: { value: { cooked: string | null } }[] }): string | null => {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'TemplateLiteral' && node.quasis?.length === 1) return node.quasis[0]?.value.cooked ?? null
  return null
}
