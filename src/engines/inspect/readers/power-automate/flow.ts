import { limits, notRecognised, tooLarge } from '../../limits.ts'
import type { Artifact, Recipients, Step, StepText, TriggerKind, Use } from '../../model.ts'
import { at, isRecord, list, record, strings, text, type Json } from '../../source/values.ts'
import { customerTables } from '../../tables/connectors.ts'
import { effectOf } from '../../tables/effects.ts'
import type { NodeRow } from '../../tables/table.ts'
import type { Tables } from '../../tables/index.ts'
import { filled } from './expression.ts'
import { actionsIn, after, before, edgesOf, joinsOf, type Placed } from './paths.ts'
import { recipientTracer } from './recipients.ts'

/** The three shapes of one flow: `properties.definition` (package, solution), `definition`, or the definition itself. */
export const definitionOf = (value: unknown): Json | null =>
  [at(value, 'properties', 'definition'), at(value, 'definition'), value]
    .filter(isRecord)
    .find(candidate => isRecord(candidate['triggers']) && isRecord(candidate['actions'])) ?? null

/** Adds a flow to an artifact; `path` tells apart the flows of one solution. */
export const readFlow = (file: string, value: unknown, tables: Tables, path = ''): Artifact => {
  const definition = definitionOf(value)
  if (!definition) throw notRecognised(file, 'It holds no flow definition with triggers and actions.')
  const references = record(at(value, 'properties', 'connectionReferences') ?? at(value, 'connectionReferences'))
  const name = text(at(value, 'properties', 'displayName')) || text(at(value, 'properties', 'templateName')) || null
  const placed = [...actionsIn(definition['actions'], `${path}actions`)]
  if (placed.length > limits.steps) throw tooLarge(file, `It has ${placed.length} actions`, limits.steps)
  const idOf = (action: string): string => path + action
  const called = (action: Json) => connectorOf(action, references)
  const recipients = recipientTracer(placed, called)
  const triggers = Object.entries(record(definition['triggers'])).map(([trigger, body]) =>
    triggerStep({ id: `${path}trigger ${trigger}`, where: `${path}triggers/${trigger}` }, record(body), called(record(body)), tables),
  )
  const steps = placed.map(item => actionStep(item, idOf(item.name), called(item.action), recipients, tables))
  const first = before(`${path}flow`)
  return {
    format: 'power-automate',
    name,
    shape: 'flow',
    warnings: [],
    joins: joinsOf(placed, idOf),
    steps: [...triggers, ...withParameters(steps, definition, path)],
    edges: [...triggers.map(({ id }) => ({ from: id, to: first })), ...edgesOf(definition['actions'], first, after(`${path}flow`), idOf)],
  }
}

interface Called {
  connector: string
  operation: string
}

/** Alias → connector through the flow's own references; an alias is any text its author liked. */
const connectorOf = (action: Json, references: Json): Called => {
  const host = record(at(action, 'inputs', 'host'))
  const oldName = /\['([^']+)'\]\['connectionId'\]/.exec(text(at(host, 'connection', 'name')))?.[1] ?? ''
  const alias = text(host['connectionName']) || text(host['connectionReferenceName']) || oldName
  const reference = references[alias]
  const named =
    [
      host['apiId'],
      at(reference, 'id'),
      at(reference, 'api', 'name'),
      at(reference, 'api', 'id'),
      at(reference, 'apiName'),
      at(host, 'api', 'runtimeUrl'),
      alias,
    ]
      .map(text)
      .find(candidate => candidate !== '') ?? ''
  const stated = text(host['operationId']) || text(at(action, 'metadata', 'flowSystemMetadata', 'swaggerOperationId'))
  const connector = connectorId(named)
  return { connector, operation: stated || oldOperation(connector, record(action['inputs'])) }
}

/** Characters of a custom connector's name, escaped. */
const custom = /-5f|-20|-2d|\.5f|\.20/

/** `/providers/…/apis/shared_office365` → `office365`; an alias's number falls away, a custom connector keeps its mark. */
export const connectorId = (reference: string): string => {
  if (/operationGroups\/aibuilder/i.test(reference)) return 'aibuilder'
  const last = (reference.split('/').at(-1) ?? '').toLowerCase().replace(/^shared[_-]/, '')
  return custom.test(last) ? last : last.replace(/[_-]\d+$/, '')
}

/** Actions of the older form name no operation: method and path say it. */
const oldOperation = (connector: string, inputs: Json): string => {
  const path = text(inputs['path']) || text(at(inputs, 'schema', 'path'))
  const method = text(inputs['method']).toLowerCase()
  if (path === '') return ''
  if (connector === 'approvals') return path.includes('subscriptions') ? 'StartAndWaitForAnApproval' : 'CreateAnApproval'
  if (/\/mailwithoptions\/\$subscriptions/i.test(path)) return 'SendMailWithOptions'
  if (/\/approvalmail\/\$subscriptions/i.test(path)) return 'SendApprovalMail'
  if (/flowbot\/actions\/[^/]*(?:options|adaptivecard)[^/]*\/.*subscriptions/i.test(path)) return 'SubscribeUserFlowContinuation'
  if (method === 'get') return 'Get'
  if (connector === 'flowpush') return /email/i.test(path) ? 'SendEmailNotification' : 'SendNotification'
  if (/draft/i.test(path)) return 'DraftEmail'
  if (/\/mail\b|\/reply|\/forward|sendmail|\/messages?\b|notification/i.test(path)) {
    return /office365|outlook|gmail|sendmail|smtp/.test(connector) ? 'SendEmailV2' : 'PostMessageToConversation'
  }
  return `${method}${path}`
}

/** Who calls a flow that waits for a request; without a kind it is anybody with the address. */
const requestKinds: Readonly<Record<string, TriggerKind>> = {
  Button: 'manual',
  PowerApp: 'manual',
  PowerAppV2: 'manual',
  ApiConnection: 'manual',
  Http: 'webhook',
  PowerVirtualAgents: 'subflow',
  Skills: 'subflow',
  Agent: 'subflow',
  VirtualAgent: 'subflow',
}

const triggerStep = ({ id, where }: { id: string; where: string }, body: Json, { connector, operation }: Called, tables: Tables): Step => {
  const type = text(body['type'])
  const step: Step = {
    id,
    where,
    type: connector === '' ? [type, text(body['kind'])].filter(Boolean).join('/') : `${connector}.${operation}`,
  }
  if (type === 'Recurrence' || type === 'SlidingWindow') step.starts = ['schedule']
  else if (type === 'Request') step.starts = [requestKinds[text(body['kind'])] ?? 'webhook']
  else step.starts = [connector === 'microsoftforms' ? 'form' : 'app-event']
  const row = connectorRow(connector, tables)
  if (row?.system !== undefined && type !== 'Request') step.uses = [{ system: systemOf(row.system, body), effect: 'listens', operation }]
  return step
}

/** The row of a connector; a custom one is known to be custom, and nothing else. */
export const connectorRow = (connector: string, tables: Tables): NodeRow | undefined => {
  if (Object.hasOwn(tables.connectors, connector)) return tables.connectors[connector]
  if (custom.test(connector)) return { system: 'custom-connector' }
  return undefined
}

/** Dataverse is the customer system only where the table is one of customers. */
const systemOf = (system: string, action: Json): string => {
  if (system !== 'dataverse') return system
  const parameters = record(at(action, 'inputs', 'parameters'))
  const named =
    ['entityName', 'table', 'subscriptionRequest/entityname', 'entityname'].map(key => text(parameters[key])).find(name => name !== '') ??
    tableInPath(text(at(action, 'inputs', 'path')))
  return customerTables.has(named.toLowerCase()) ? 'dynamics365' : system
}

/** `/tables/accounts/…`, or with the name inside an encoding expression. */
const tableInPath = (path: string): string => {
  const [, encoded, plain] = /\/tables\/(?:@\{[^'}]*'([^']+)'|([\w-]+))/.exec(path) ?? []
  return encoded ?? plain ?? ''
}

type Tracer = (action: Json) => Recipients

const actionStep = ({ action, path }: Placed, id: string, { connector, operation }: Called, recipients: Tracer, tables: Tables): Step => {
  const type = text(action['type'])
  const inputs = record(action['inputs'])
  const step: Step = { id, where: path, type: connector === '' ? type : `${connector}.${operation}` }
  const parameters = record(inputs['parameters'])
  if (type === 'Http' || type === 'HttpWebhook') addRequest(step, text(inputs['uri']), text(inputs['method']))
  else if (type === 'Workflow') step.subflow = true
  else if (/^(?:JavaScriptCode|InlineCode)$/.test(type)) step.code = [{ language: 'javascript', text: text(inputs['code']), at: path }]
  else if (/^(?:CSharpScriptCode|PowerShellCode)$/.test(type)) step.code = [{ language: 'other', text: '', at: path }]
  else if (connector !== '') addCall(step, action, { connector, operation }, recipients, tables)
  const texts = textsOf(parameters, record(inputs['body']))
  if (texts.length > 0) step.texts = texts
  const assigns = assignedBy(type, action, path)
  if (assigns.length > 0)
    step.assigns = assigns.map(item => ({ name: text(at(item, 'name')), value: filled(text(at(item, 'value'))).text }))
  return step
}

/** What an action gives a name to: variables by their own, a `Compose` by the action's. */
const assignedBy = (type: string, action: Json, path: string): readonly unknown[] => {
  if (type === 'InitializeVariable') return list(at(action, 'inputs', 'variables'))
  if (type === 'SetVariable') return [action['inputs']]
  return type === 'Compose' ? [{ name: path.split('/').at(-1), value: action['inputs'] }] : []
}

const addRequest = (step: Step, source: string, method: string): void => {
  const { text: url, refs } = filled(source)
  step.requests = [{ url, refs, method: (method || 'GET').toUpperCase(), recipients: { kind: 'computed' } }]
}

const addCall = (step: Step, action: Json, { connector, operation }: Called, recipients: Tracer, tables: Tables): void => {
  const parameters = record(at(action, 'inputs', 'parameters'))
  const predicts = /^aibuilderpredict/i.test(operation)
  const row = connectorRow(predicts ? 'aibuilder' : connector, tables)
  const graph = graphUse(connector, parameters)
  if (row?.kind === 'subflow') step.subflow = true
  if (row?.kind === 'http') addRequest(step, text(parameters['request/url']), text(parameters['request/method']))
  if (graph) step.uses = [graph]
  if (/RunScript/i.test(operation) && connector.startsWith('excel')) step.code = [{ language: 'other', text: '', at: step.where }]
  const human = row && humanOf(row, operation)
  if (human) step.human = human
  if (row?.system === undefined) return
  const system = systemOf(row.system, action)
  const asks = row.human?.includes(operation) === true && tables.systems[system]?.channel !== undefined
  const effect =
    row.kind === 'model'
      ? 'computes'
      : asks
        ? 'sends'
        : onlyReads(action, operation)
          ? 'reads'
          : effectOf(operation, row, tables.systems[system])
  const use: Use = { system, effect, operation }
  if (/InvokeMCP|InvokeServer|MCP/.test(operation)) use.system = 'mcp'
  if (effect === 'sends') {
    use.recipients =
      system === 'owner-notification'
        ? { kind: 'runner', because: 'this connector writes to the owner of the flow only' }
        : recipients(action)
  }
  step.uses = [...(step.uses ?? []), use]
}

const humanOf = (row: NodeRow, operation: string): Step['human'] => {
  const waits =
    row.human?.some(name => name.toLowerCase() === operation.toLowerCase()) ||
    (row.system === 'teams' && /AndWait(?:ForResponse)?$|FlowContinuation$|WithOptions$/i.test(operation))
  if (waits) return { because: `${operation} waits for a person's answer` }
  return /^CreateAnApproval/i.test(operation)
    ? { because: 'it asks for an approval, but nothing here waits for the answer', confidence: 0.4 }
    : undefined
}

/** A connector's own HTTP action says what it does by its method. */
const onlyReads = (action: Json, operation: string): boolean => {
  if (!/^HttpRequest/i.test(operation)) return false
  const method = [
    at(action, 'inputs', 'parameters', 'parameters/method'),
    at(action, 'inputs', 'parameters', 'Method'),
    at(action, 'inputs', 'body', 'method'),
  ]
  return /^(?:get)?$/i.test(method.map(text).find(value => value !== '') ?? '')
}

/** Microsoft Graph behind a connector that keeps the base address to itself: the path still says that mail is sent. */
const graphUse = (connector: string, parameters: Json): Use | null => {
  if (!/^(?:webcontents|webcontentsv2|office365groups|office365|office365users)$/.test(connector)) return null
  const path = text(parameters['request/url']) || text(parameters['Uri'])
  if (!/^(?:https:\/\/graph\.microsoft\.com)?\/?(?:v1\.0|beta)\//i.test(path)) return null
  if (/\/sendMail\b|\/messages\/[^/]+\/(?:reply|replyAll|forward|send)\b/i.test(path)) {
    return { system: 'outlook', effect: 'sends', operation: 'Graph sendMail', recipients: { kind: 'computed' }, confidence: 0.85 }
  }
  const posts = /post/i.test(text(parameters['request/method']) || text(parameters['Method']))
  return posts && /\/(?:chats|channels)\/[^/]+\/messages/i.test(path)
    ? { system: 'teams', effect: 'sends', operation: 'Graph messages', confidence: 0.85 }
    : null
}

/** What a parameter's name says its text is for; the first that fits. */
const roles = [
  [/prompt|instructions|(?:^|\/)message$/i, 'prompt'],
  [/body|subject|title|details/i, 'message'],
  [/(?:^|\/)(?:from|sender|replyTo)/i, 'sender'],
] as const

const textsOf = (parameters: Json, body: Json): StepText[] => {
  const texts: StepText[] = []
  for (const [key, value] of [...Object.entries(parameters), ...Object.entries(body)]) {
    const role = roles.find(([pattern]) => pattern.test(key))?.[1] ?? null
    if (role !== null) for (const item of strings(value)) if (item.value.length > 2) texts.push({ role, text: item.value })
  }
  return texts
}

/** Parameters with a default are settings that an address may begin with. */
const withParameters = (steps: Step[], definition: Json, path: string): Step[] => {
  const assigns = Object.entries(record(definition['parameters'])).flatMap(([name, parameter]) => {
    const value = text(at(parameter, 'defaultValue'))
    return /^https?:/i.test(value) ? [{ name, value }] : []
  })
  return assigns.length === 0 ? steps : [...steps, { id: `${path}parameters`, where: `${path}parameters`, type: 'parameters', assigns }]
}
