import { COMPUTED, type HttpRequest, type ModelUse, type Step, type Use } from '../../model.ts'
import { withoutBraces } from '../../source/templates.ts'
import { at, choice, record, text, type Json } from '../../source/values.ts'
import { effectOf } from '../../tables/effects.ts'
import type { NodeRow } from '../../tables/table.ts'
import type { Tables } from '../../tables/index.ts'
import type { Block } from './block.ts'
import { systemOfCredential } from './credentials.ts'
import { assignmentsOf, operationOf, plain, textsOf } from './parameters.ts'
import { recipientsOf } from './recipients.ts'

/** A node as its workflow shows it. */
export interface Seen {
  node: Json
  type: string
  block: Block
  id: string
  where: string
  tables: Tables
  /** Whether some message of the workflow carries the link that resumes a waiting run. */
  resumesByLink: boolean
  /** Fields that the author filled with literals. */
  settings: ReadonlySet<string>
}

export const stepOf = (seen: Seen): Step => {
  const { node, type, block, id, where, tables } = seen
  const { row } = block
  const parameters = record(node['parameters'])
  const operation = operationOf(parameters, row)
  const step: Step = { id, where, type }
  if (block.tool) step.tool = true
  if (block.trigger) step.starts = [row.trigger ?? 'app-event']
  addKind(step, node, parameters, row, tables)
  if (row.system !== undefined && row.kind !== 'model') step.uses = [useOf(seen, parameters, operation)]
  if (block.key === 'lc:agent' && parameters['agent'] === 'sqlAgent')
    step.uses = [{ system: text(parameters['dataSource']) || defaultSource(node), effect: 'reads' }]
  const human = humanOf(seen, parameters, operation)
  if (human) step.human = human
  const assigns = assignmentsOf(parameters, block.key)
  if (assigns.length > 0) step.assigns = assigns
  const texts = textsOf(parameters, row, block.key)
  if (texts.length > 0) step.texts = texts
  return step
}

/** Left out where it is the default, which changed with version 1.4 of the block (n8n's source, SqlAgent/description). */
const defaultSource = (node: Json): string => (Number(node['typeVersion']) >= 1.4 ? 'postgres' : 'sqlite')

const addKind = (step: Step, node: Json, parameters: Json, row: NodeRow, tables: Tables): void => {
  switch (row.kind) {
    case 'model':
      step.model = modelOf(node, parameters, row, tables)
      break
    case 'runs-model':
      step.model = { vendor: null }
      break
    case 'doubtful-ai':
      step.model = { vendor: null, confidence: 0.3, doubt: 'a model wrote the code once; at run time none is called' }
      break
    case 'http':
      step.requests = [requestOf(parameters, node, tables)]
      break
    case 'code':
      step.code = codeOf(parameters, step.where)
      break
    case 'shell': // copying a file over SSH runs nothing
      if (parameters['resource'] !== 'file')
        step.code = [{ language: 'shell', text: withoutBraces(text(parameters['command'])), at: step.where }]
      break
    case 'subflow':
      step.subflow = true
      break
    default:
  }
}

const useOf = ({ block, tables, node, settings }: Seen, parameters: Json, operation: string): Use => {
  const { row, trigger } = block
  const system = row.system ?? ''
  if (trigger && row.trigger === undefined) return { system, effect: 'listens' }
  if (row.kind === 'memory' || row.kind === 'vectors') return { system, effect: 'remembers' }
  const shown = operation.replace(/^\/|\/$/g, '')
  const use: Use = { system, effect: effectFor(block, parameters, operation, tables, node), ...(shown === '' ? {} : { operation: shown }) }
  if (tables.systems[system]?.channel !== undefined) use.recipients = recipientsOf(parameters, shown, settings)
  if (system === 'twilio' && parameters['toWhatsapp'] === true) use.system = 'whatsapp'
  return use
}

const effectFor = ({ row, key }: Block, parameters: Json, operation: string, tables: Tables, node: Json): Use['effect'] => {
  const system = tables.systems[row.system ?? '']
  if (key === 'facebookGraphApi') return /^(?:GET)?$/.test(text(parameters['httpRequestMethod'])) ? 'reads' : 'publishes'
  if (key === 'discord' && (parameters['authentication'] === 'webhook' || node['typeVersion'] === 1)) return 'sends'
  if (system?.publishes && isDraft(parameters)) return 'drafts'
  return effectOf(operation, row, system)
}

/** WordPress, Ghost and Medium say so in the fields of the post. */
const isDraft = (parameters: Json): boolean =>
  ['additionalFields', 'updateFields'].some(
    fields => at(parameters, fields, 'status') === 'draft' || at(parameters, fields, 'publishStatus') === 'draft',
  )

const requestOf = (parameters: Json, node: Json, tables: Tables): HttpRequest => {
  const { text: url, refs } = plain(parameters['url'] ?? parameters['endpoint'])
  const method = (choice(parameters['method']) || choice(parameters['requestMethod']) || 'GET').toUpperCase()
  const signIn = text(parameters['nodeCredentialType']) || Object.keys(record(node['credentials']))[0] || ''
  const signInOf = systemOfCredential(signIn, tables)
  const request: HttpRequest = { url: url === '' ? COMPUTED : url, refs, method, recipients: { kind: 'computed' } }
  return signInOf === undefined ? request : { ...request, signInOf }
}

const modelOf = (node: Json, parameters: Json, row: NodeRow, tables: Tables): ModelUse => {
  const system = tables.systems[row.system ?? '']
  const label = Object.values(record(node['credentials']))
    .map(value => text(at(value, 'name')))
    .join(' ')
  const name = choice(parameters['model']) || choice(parameters['modelId']) || choice(parameters['modelName'])
  const baseUrl = plain(at(parameters, 'options', 'baseURL') ?? parameters['baseURL']).text
  return {
    vendor: system?.ai ?? 'other',
    ...(name === '' ? {} : { name }),
    ...(baseUrl === '' ? {} : { baseUrl }),
    ...(label === '' ? {} : { credentialLabel: label }),
    ...(system?.doubt === undefined ? {} : { confidence: 0.5, doubt: system.doubt }),
  }
}

const codeOf = (parameters: Json, where: string): NonNullable<Step['code']> => {
  const python = text(parameters['pythonCode'])
  const nested = text(at(parameters, 'code', 'execute', 'code')) || text(at(parameters, 'code', 'supplyData', 'code'))
  const source = text(parameters['jsCode']) || text(parameters['functionCode']) || nested
  return text(parameters['language']).startsWith('python') || (source === '' && python !== '')
    ? [{ language: 'python', text: python, at: where }]
    : [{ language: 'javascript', text: source.replace(/^=/, ''), at: where }]
}

const humanOf = (seen: Seen, parameters: Json, operation: string): Step['human'] => {
  const human = askedIn(seen, parameters, operation)
  // A question that could not be put, and then the run goes on: that is no certain stop.
  const goesOn = text(seen.node['onError']).startsWith('continue') || seen.node['continueOnFail'] === true
  return human && goesOn ? { ...human, confidence: Math.min(0.7, human.confidence ?? 0.7) } : human
}

const askedIn = ({ block, resumesByLink }: Seen, parameters: Json, operation: string): Step['human'] => {
  if (block.key.endsWith('Hitl')) return { because: 'it asks a person before the agent uses the tools behind it', forced: true }
  // In n8n's own chat the answer comes from whoever started the run.
  if (/sendAndWait/i.test(operation) && block.key !== 'lc:chat')
    return { because: 'it sends a question to a person and waits for the answer' }
  if (block.key !== 'wait') return undefined
  if (parameters['resume'] === 'form') return { because: 'it waits until a person fills in a form', confidence: 0.85 }
  if (parameters['resume'] === 'webhook' && resumesByLink)
    return { because: 'it waits for a link that a message carries to a person', confidence: 0.8 }
  return undefined
}
