import { readExpression } from '../../code/javascript.ts'
import { limits } from '../../limits.ts'
import { COMPUTED, type Recipients } from '../../model.ts'
import { at, record, strings, text, type Json } from '../../source/values.ts'
import { assignmentsOf } from './parameters.ts'

/** Where the message blocks keep who receives it. */
const recipientKeys = [
  'sendTo',
  'toList',
  'toEmail',
  'toRecipients',
  'toAddresses',
  'to',
  'chatId',
  'recipientPhoneNumber',
  'phoneNumber',
  'email',
  'bccList',
  'ccList',
  'ccEmail',
  'bccEmail',
]

/** Fields that `set` nodes give a literal, and none of them anything computed: the author's own settings. */
export const settingsIn = (nodes: readonly unknown[]): Set<string> => {
  const literal = new Map<string, boolean>()
  for (const node of nodes) {
    if (!text(at(node, 'type')).endsWith('.set')) continue
    for (const { name, value } of assignmentsOf(record(at(node, 'parameters')), 'set')) {
      literal.set(name, (literal.get(name) ?? true) && !value.includes(COMPUTED))
    }
  }
  return new Set([...literal].flatMap(([name, fixed]) => (fixed ? [name] : [])))
}

/** Written down by the author: a literal, a variable of the installation, or a field that a `set` node fills with one. */
const isSetting = (value: string, settings: ReadonlySet<string>): boolean => {
  if (!value.startsWith('=') || !value.includes('{{')) return true
  const expression = /^=\s*\{\{([^{}]*)\}\}\s*$/.exec(value.slice(0, limits.urlLength))?.[1]
  if (expression === undefined) return false
  if (/^\s*\$(?:env|vars)\b/.test(expression)) return true
  const last = readExpression(expression.trim())?.refs[0]
  return last !== undefined && settings.has(last)
}

export const recipientsOf = (parameters: Json, operation: string, settings: ReadonlySet<string>): Recipients => {
  const given = recipientKeys
    .flatMap(key => [...strings(parameters[key])].map(({ value }) => value))
    .filter(value => value !== '' && value !== 'list' && value !== 'id')
  if (given.length === 0) return /reply/i.test(operation) ? { kind: 'computed' } : { kind: 'unknown' }
  if (!given.every(value => isSetting(value, settings))) return { kind: 'computed' }
  return { kind: 'fixed', addresses: given.filter(value => !value.startsWith('=')) }
}
