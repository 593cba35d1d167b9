import type { Recipients } from '../../model.ts'
import { at, list, record, strings, text, type Json } from '../../source/values.ts'
import { peopleTables } from '../../tables/connectors.ts'
import { referencesIn } from './expression.ts'
import type { Placed } from './paths.ts'

/** Where an address comes from: the runner, the organisation's own people, the author's settings, or the data. */
type Origin = 'runner' | 'directory' | 'setting' | 'data'

/**
 * Who receives a message, followed through variables and the outputs of earlier actions. Only what is proven to be the
 * runner on every way counts as the runner.
 */
export const recipientTracer = (placed: readonly Placed[], connectorOf: (action: Json) => { connector: string; operation: string }) => {
  const byName = new Map(placed.map(item => [item.name, item.action]))
  const values = new Map<string, string[]>()
  for (const { action } of placed) {
    const inputs = action['inputs']
    const type = text(action['type'])
    const set = type === 'InitializeVariable' ? list(at(inputs, 'variables')) : /^(?:Set|AppendTo\w*)Variable$/.test(type) ? [inputs] : []
    for (const variable of set) {
      const name = text(at(variable, 'name'))
      const value = at(variable, 'value')
      const given = typeof value === 'string' ? [value] : [...strings(value)].map(item => item.value)
      values.set(name, [...(values.get(name) ?? []), ...given.filter(item => item !== '')])
    }
  }

  const known = new Map<string, Set<Origin>>()
  /** Each name is followed once; a name that is defined by itself may hold anything. */
  const once = (name: string, find: () => Set<Origin>): Set<Origin> => {
    const found = known.get(name)
    if (found) return found
    known.set(name, new Set(['data']))
    const origins = find()
    known.set(name, origins)
    return origins
  }
  const originsOf = (source: string, depth: number): Set<Origin> => {
    if (depth > 40) return new Set(['data'])
    if (/x-ms-user-email/i.test(source)) return new Set(['runner'])
    if (!source.includes('@') || /^[^@\s{}]+@[^@\s{}]+$/.test(source.trim())) return new Set(['setting'])
    const references = referencesIn(source)
    if (references.length === 0) return new Set([/\bworkflow\(\)|\butcNow\(/i.test(source) ? 'setting' : 'data'])
    const besides: Origin[] = /[\w.+-]+@[\w-]+\.\w/.test(source.replace(/@\{[^]*?\}/g, ' ')) ? ['setting'] : []
    return new Set([
      ...besides,
      ...references.flatMap(({ kind, name, path }): Origin[] => {
        const origins: Iterable<Origin> =
          kind === 'variable'
            ? ofVariable(name, depth)
            : kind === 'parameter'
              ? ['setting']
              : kind === 'trigger'
                ? ['data']
                : ofAction(name, depth)
        return [...origins].map(origin => (origin === 'data' && colleague.test(path) ? 'directory' : origin))
      }),
    ])
  }
  const ofVariable = (name: string, depth: number): Set<Origin> =>
    once(`variable ${name}`, () => {
      const given = values.get(name) ?? []
      return given.length === 0
        ? new Set([values.has(name) ? 'setting' : 'data'])
        : new Set(given.flatMap(value => [...originsOf(value, depth + 1)]))
    })
  const ofAction = (name: string, depth: number): Set<Origin> =>
    once(`action ${name}`, () => {
      const action = byName.get(name)
      if (!action) return new Set(['data'])
      const { connector, operation } = connectorOf(action)
      if (connector === 'office365users') return new Set([/^MyProfile/i.test(operation) ? 'runner' : 'directory'])
      if (connector === 'azuread' || connector === 'office365groups') return new Set(['directory'])
      const table = text(at(action, 'inputs', 'parameters', 'entityName')) || text(at(action, 'inputs', 'parameters', 'table'))
      if (table !== '')
        return new Set([
          table.startsWith('environmentvariable')
            ? 'setting'
            : peopleTables.has(table) || table.startsWith('admin_')
              ? 'directory'
              : 'data',
        ])
      const type = text(action['type'])
      if (type === 'Foreach') return originsOf(text(action['foreach']), depth + 1)
      if (type === 'Compose' || type === 'Query' || type === 'Select' || type === 'ParseJson' || type === 'Join') {
        const sources =
          type === 'Compose'
            ? [...strings(action['inputs'])]
            : [...strings(at(action, 'inputs', 'from') ?? at(action, 'inputs', 'content'))]
        return new Set(sources.flatMap(({ value }) => [...originsOf(value, depth + 1)]))
      }
      return new Set(['data'])
    })

  return (action: Json): Recipients => {
    const given = addressesOf(action)
    if (given.length === 0) return { kind: 'unknown' }
    const origins = new Set(given.flatMap(source => [...originsOf(source, 0)]))
    if (origins.size === 1 && origins.has('runner')) return { kind: 'runner', because: 'every recipient is the person who runs the flow' }
    if (origins.has('data')) return { kind: 'computed' }
    if (origins.has('directory') || origins.has('runner')) return { kind: 'directory' }
    return { kind: 'fixed', addresses: given.filter(source => !source.includes('@{') && !source.startsWith('@')) }
  }
}

/** Fields in which lists, tables and forms keep people of the organisation. */
const colleague = /author|editor|assignedto|manager|owner|createdby|modifiedby|userprincipalname|\bupn\b|responder|requestor|requester/i

const recipientKey = /(?:^|\/)(?:to|cc|bcc|recipient|recipients|toRecipients|assignedTo)$/i

const addressesOf = (action: Json): string[] => {
  const inputs = record(action['inputs'])
  return [...Object.entries(record(inputs['parameters'])), ...Object.entries(record(inputs['body']))]
    .flatMap(([key, value]) => {
      if (recipientKey.test(key)) return [...strings(value)]
      return key === 'emailMessage' || key === 'Message' ? [...strings(value)].filter(item => recipientKey.test(item.key)) : []
    })
    .map(item => item.value)
    .filter(value => value !== '')
}
