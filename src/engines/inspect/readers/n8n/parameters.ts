import { readExpression } from '../../code/javascript.ts'
import { limits } from '../../limits.ts'
import { COMPUTED, type Assignment, type StepText } from '../../model.ts'
import { between, withoutBraces } from '../../source/templates.ts'
import { at, choice, list, strings, text, type Json } from '../../source/values.ts'
import type { NodeRow } from '../../tables/table.ts'

/** `resource/operation`, with the format's own defaults filled in. */
export const operationOf = (parameters: Json, row: NodeRow): string => {
  const defaults = (row.default ?? '/').split(' ').map(pair => pair.split('/'))
  const chosen = choice(parameters['resource']) || (defaults[0]?.[0] ?? '')
  const done = choice(parameters['operation']) || (defaults.find(([resource]) => resource === chosen)?.[1] ?? '')
  return `${chosen}/${done}`
}

/** Of one parameter; an address is put together from a handful. */
const MAX_EXPRESSIONS = 10

/** The text of a parameter: a leading `=` makes it a template whose `{{ … }}` are JavaScript. */
export const plain = (value: unknown): { text: string; refs: string[] } => {
  const source = choice(value).slice(0, limits.urlLength)
  if (!source.startsWith('=')) return { text: source.replace(/\{[A-Za-z_]\w*\}/g, COMPUTED), refs: [] }
  let refs: string[] = []
  let parsed = 0
  const filled = between(source.slice(1).trimStart(), '{{', '}}', (expression, at) => {
    const read = (parsed += 1) > MAX_EXPRESSIONS ? null : readExpression(expression.trim())
    if (at === 0 && read) refs = read.refs
    return read?.text ?? COMPUTED
  })
  return { text: filled.trim(), refs }
}

/** What a `set` node gives a name to, in the three shapes that the node has had, and as JSON. */
export const assignmentsOf = (parameters: Json, key: string): Assignment[] => {
  if (key !== 'set') return []
  const rows = [
    ['assignments', 'assignments'],
    ['values', 'string'],
    ['fields', 'values'],
  ].flatMap(path => list(at(parameters, ...path)))
  const named = rows.map(row => {
    const { text: value, refs } = plain(at(row, 'value') ?? at(row, 'stringValue'))
    return { name: text(at(row, 'name')).split('.').at(-1) ?? '', value, refs }
  })
  return [...named, ...fromJson(plain(parameters['jsonOutput']).text)].filter(({ name, value }) => name !== '' && value !== '')
}

const fromJson = (source: string): Assignment[] => {
  if (source === '') return []
  return [...source.matchAll(/"(\w+)"\s*:\s*"((?:https?:)[^"\\]*)"/g)].map(([, name = '', value = '']) => ({ name, value }))
}

const promptKeys = new Set([
  'text',
  'prompt',
  'content',
  'message',
  'systemMessage',
  'humanMessage',
  'systemPromptTemplate',
  'inputText',
  'instructions',
  'jsonBody',
  'body',
  'value',
  'stringValue',
  'summarizationMethodAndPrompts',
  'combineMapPrompt',
  'description',
  'toolDescription',
  'category',
])
const senderKeys = new Set(['senderName', 'fromName', 'fromEmail', 'from', 'username', 'replyTo'])
const messageKeys = new Set([
  'text',
  'message',
  'subject',
  'html',
  'emailHtml',
  'emailText',
  'body',
  'bodyContent',
  'content',
  'messageText',
  'textBody',
])

/** Texts that a person wrote. A `set` node may hold the prompt of the model behind it. */
export const textsOf = (parameters: Json, row: NodeRow, key: string): StepText[] => {
  const thinking = row.kind === 'model' || row.kind === 'runs-model' || row.kind === 'http' || key === 'set'
  if (!thinking && row.system === undefined) return []
  const texts: StepText[] = []
  for (const { key: name, value } of strings(parameters)) {
    const role = thinking && promptKeys.has(name) ? 'prompt' : senderKeys.has(name) ? 'sender' : messageKeys.has(name) ? 'message' : null
    if (role !== null && value.length > 2) texts.push({ role, text: value.startsWith('=') ? withoutBraces(value.slice(1)) : value })
  }
  return texts
}
