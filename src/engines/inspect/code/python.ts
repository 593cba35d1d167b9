import { COMPUTED, type HttpRequest } from '../model.ts'
import { schemeOf, type CodeReading } from './reading.ts'

/**
 * Python as code nodes hold it, split into words, strings and signs by the language's lexical rules (Python Language
 * Reference §2: string prefixes, triple quotes, comments), without a grammar. It knows imports, names that are given a
 * string, and calls whose first argument is a URL; more would need a parser, and nothing here pretends to be one.
 */
export const readPython = (source: string): CodeReading => {
  const tokens = tokenize(source)
  const reading: CodeReading = { parsed: true, requests: [], modules: [], assigns: [], schemes: [] }
  const names = new Map<string, string>()
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1]
    if (token.kind === 'string') {
      const scheme = schemeOf(token.text)
      if (scheme !== null && !scheme.startsWith('http')) reading.schemes.push(scheme)
    }
    if (token.kind !== 'name') continue
    if (token.first && token.text === 'import') reading.modules.push(...imported(tokens, i + 1))
    else if (token.first && token.text === 'from' && next) reading.modules.push(...importedFrom(tokens, i + 1))
    else if (next?.text === '=' && tokens[i + 2]?.kind === 'string') {
      const value = joined(tokens, i + 2, names)
      if (!names.has(token.text)) names.set(token.text, value)
      if (/^https?:\/\//i.test(value)) reading.assigns.push({ name: token.text, value })
    } else if (next?.text === '(' && opens.test(token.text)) {
      const request = requestOf(token.text, tokens, i + 2, names)
      if (request) reading.requests.push(request)
    }
  }
  return { ...reading, modules: [...new Set(reading.modules)], schemes: [...new Set(reading.schemes)] }
}

interface Token {
  kind: 'name' | 'string' | 'sign'
  text: string
  first: boolean
}

const opens =
  /^(?:requests|httpx|session|client|http|self\.session)\.(?:get|post|put|patch|delete|head|request)$|(?:^|\.)(?:urlopen|urlretrieve)$|^(?:urllib\.request\.)?Request$|^(?:aiohttp\.)?ClientSession\.(?:get|post)$/

const tokenize = (source: string): Token[] => {
  const tokens: Token[] = []
  const sticky =
    /[ \t\f]+|\\\r?\n|#[^\n]*|(\r?\n)|([A-Za-z]{0,2})("""|'''|"|')|([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)|(\d[\w.]*)|([^])/uy
  let first = true
  while (sticky.lastIndex < source.length) {
    const found = sticky.exec(source)
    if (!found) break
    const [, newline, prefix, quote, name, , sign] = found
    if (newline !== undefined) {
      first = true
      continue
    }
    if (quote !== undefined) {
      const { text, end } = stringFrom(source, sticky.lastIndex, quote, (prefix ?? '').toLowerCase())
      sticky.lastIndex = end
      tokens.push({ kind: 'string', text, first })
    } else if (name !== undefined) tokens.push({ kind: 'name', text: name, first })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, first })
    else continue
    first = sign === ';' || sign === ':'
  }
  return tokens
}

const stringFrom = (source: string, from: number, quote: string, prefix: string): { text: string; end: number } => {
  let i = from
  while (i < source.length && !source.startsWith(quote, i)) {
    if (quote.length === 1 && source[i] === '\n') break // an unclosed string ends with its line
    i += source[i] === '\\' ? 2 : 1
  }
  const raw = source.slice(from, i)
  return { text: prefix.includes('f') ? raw.replace(/\{[^{}]*\}/g, COMPUTED) : raw, end: Math.min(source.length, i + quote.length) }
}

/** Adjacent strings and `+` between strings and names. */
const joined = (tokens: readonly Token[], from: number, names: ReadonlyMap<string, string>): string => {
  let value = ''
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i]
    if (!token || (token.first && i > from)) break
    if (token.kind === 'string') value += token.text
    else if (token.kind === 'name') value += names.get(token.text) ?? COMPUTED
    else if (token.text !== '+') break
  }
  return value
}

const imported = (tokens: readonly Token[], from: number): string[] => {
  const modules: string[] = []
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i]
    if (!token || token.first) break
    if (token.kind === 'name' && token.text === 'as') i += 1
    else if (token.kind === 'name') modules.push(token.text)
  }
  return modules
}

/** `from google.cloud import bigquery` names `google.cloud` and `google.cloud.bigquery`. */
const importedFrom = (tokens: readonly Token[], from: number): string[] => {
  const module = tokens[from]
  if (module?.kind !== 'name' || tokens[from + 1]?.text !== 'import') return []
  return [module.text, ...imported(tokens, from + 2).map(name => `${module.text}.${name}`)]
}

const requestOf = (callee: string, tokens: readonly Token[], from: number, names: ReadonlyMap<string, string>): HttpRequest | null => {
  const verb = callee.split('.').at(-1) ?? ''
  const byName = verb === 'request'
  let start = from
  let method = byName ? 'GET' : verb.toUpperCase()
  if (byName && tokens[from]?.kind === 'string') {
    // requests.request("POST", url)
    method = tokens[from].text.toUpperCase()
    start = from + 2
  }
  if (tokens[start]?.text === 'url' && tokens[start + 1]?.text === '=') start += 2
  const url = joined(tokens, start, names)
  if (!/^[a-z]|\uFFFC/i.test(url)) return null
  const ref = tokens[start]?.kind === 'name' ? tokens[start]?.text.split('.').at(-1) : undefined
  return {
    url,
    refs: ref === undefined ? [] : [ref],
    method: /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/.test(method) ? method : 'GET',
    fromCode: true,
  }
}
