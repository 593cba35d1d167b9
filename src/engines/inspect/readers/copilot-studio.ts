import { limits, tooLarge } from '../limits.ts'
import { COMPUTED, type Artifact, type HttpRequest, type ModelUse, type Step, type TriggerKind, type Use } from '../model.ts'
import { at, isRecord, record, strings, text, type Json } from '../source/values.ts'
import { effectOf } from '../tables/effects.ts'
import type { Tables } from '../tables/index.ts'
import { connectorId, connectorRow } from './power-automate/flow.ts'

/**
 * Copilot Studio (learn.microsoft.com/microsoft-copilot-studio: topic code editor, solution export): an agent is a set
 * of components, each a tree of objects that say their `kind`. Whatever says a kind that acts becomes a step.
 */
export const isTopic = (value: unknown): boolean =>
  /^(?:AdaptiveDialog|TaskDialog|AgentDialog|GptComponentMetadata|DialogComponent|BotDefinition)$/.test(text(at(value, 'kind')))

/** One component of an agent: the YAML or JSON below it, and where it lies. */
export interface Component {
  path: string
  value: unknown
}

export const readCopilotStudio = (file: string, components: readonly Component[], tables: Tables): Artifact => {
  const agent = components.find(
    ({ value }) => /^(?:GptComponentMetadata|BotDefinition)$/.test(text(at(value, 'kind'))) || at(value, '$kind') === 'BotConfiguration',
  )
  const named = components
    .map(({ value }) => text(at(value, 'displayName')) || text(at(value, 'mcs.metadata', 'componentName')))
    .find(name => name !== '')
  const artifact: Artifact = {
    format: 'copilot-studio',
    name: named ?? null,
    shape: agent ? 'agent' : 'part',
    steps: [],
    edges: [],
    warnings: [],
  }
  for (const { path, value } of components) addComponent(artifact, path, value, tables)
  if (artifact.steps.length > limits.steps) throw tooLarge(file, `It has ${artifact.steps.length} steps`, limits.steps)
  if (agent) addAgent(artifact, agent)
  else if (!artifact.steps.some(step => step.model)) {
    const model: ModelUse = { vendor: null, confidence: 0.3, doubt: 'a topic alone; the agent around it is not in the file' }
    artifact.steps.push({ id: 'topic', where: components[0]?.path ?? '', type: 'topic', model })
  }
  return artifact
}

/** The agent itself is a model that people talk to and that may call every component. */
const addAgent = (artifact: Artifact, { path, value }: Component): void => {
  const instructions =
    text(at(value, 'instructions')) || [...strings(at(value, 'agentSettings', 'instructions'))].map(item => item.value).join('\n')
  const name = text(at(value, 'aISettings', 'model', 'modelNameHint')) || text(at(value, 'agentSettings', 'model', 'series'))
  const id = 'agent'
  for (const step of artifact.steps) {
    if (step.starts?.every(kind => kind === 'subflow')) delete step.starts // its own topics call each other
  }
  artifact.steps.unshift({
    id,
    where: path,
    type: 'agent',
    starts: ['chat'],
    model: { vendor: 'microsoft', ...(name === '' ? {} : { name }) },
    ...(instructions.length > 10 ? { texts: [{ role: 'prompt', text: instructions }] } : {}),
  })
  for (const step of artifact.steps.slice(1))
    if (step.tool || (step.starts ?? []).length === 0) artifact.edges.push({ from: id, to: step.id })
}

const addComponent = (artifact: Artifact, path: string, value: unknown, tables: Tables): void => {
  const kind = text(at(value, 'kind'))
  const tool = kind === 'TaskDialog' || kind === 'AgentDialog' || kind.endsWith('Tool')
  let first: string | null = null
  let previous: string | null = null
  let n = 0
  for (const { object, where } of acting(value, path)) {
    const step = stepOf(object, `${path}#${(n += 1)}`, where, tables)
    if (!step) continue
    if (tool) step.tool = true
    artifact.steps.push(step)
    // Conditions and jumps may lead past any step: each can follow the one before it, and the first.
    if (first !== null && previous !== null) artifact.edges.push({ from: previous, to: step.id }, { from: first, to: step.id })
    first ??= step.id
    previous = step.id
  }
}

/** Every object with a `kind`, in the order of the file. The source is bounded in depth. */
function* acting(value: unknown, where: string): Generator<{ object: Json; where: string }> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* acting(item, `${where}[${i}]`)
  else if (isRecord(value)) {
    if (typeof value['kind'] === 'string')
      yield { object: value, where: text(value['id']) === '' ? where : `${where} "${text(value['id'])}"` }
    for (const [key, item] of Object.entries(value)) if (typeof item === 'object' && item !== null) yield* acting(item, `${where}.${key}`)
  }
}

const triggerKinds: Readonly<Record<string, TriggerKind>> = {
  OnRecognizedIntent: 'chat',
  OnUnknownIntent: 'chat',
  OnConversationStart: 'chat',
  OnActivity: 'chat',
  OnMessageActivity: 'chat',
  OnSelectIntent: 'chat',
  OnEscalate: 'chat',
  OnSignIn: 'chat',
  OnInactivity: 'chat',
  OnGeneratedResponse: 'chat',
  OnOutgoingMessage: 'chat',
  OnKnowledgeRequested: 'chat',
  OnPlanComplete: 'chat',
  OnSystemRedirect: 'chat',
  OnEventActivity: 'app-event',
  ExternalTriggerConfiguration: 'app-event',
  ExternalTriggerComponent: 'app-event',
  OnToolSelected: 'subflow',
  OnRedirect: 'subflow',
}

const aiKinds = new Set([
  'SearchAndSummarizeContent',
  'AnswerQuestionWithAI',
  'InvokeAIBuilderModelAction',
  'InvokeAIBuilderModelTaskAction',
  'InvokePromptAction',
])

const stepOf = (object: Json, id: string, where: string, tables: Tables): Step | null => {
  const kind = text(object['kind'])
  const base: Step = { id, where, type: kind }
  const trigger = Object.hasOwn(triggerKinds, kind) ? triggerKinds[kind] : undefined
  if (trigger !== undefined) return { ...base, starts: [trigger] }
  if (aiKinds.has(kind)) return { ...base, model: { vendor: 'microsoft' }, texts: promptsOf(object) }
  if (kind === 'HttpRequestAction') return { ...base, requests: [requestOf(object)] }
  if (kind === 'InvokeFlowAction' || kind === 'InvokeFlowTaskAction') return { ...base, subflow: true }
  if (kind === 'InvokeConnectorAction' || kind === 'InvokeConnectorTaskAction') return connectorStep(base, object, tables)
  if (kind === 'InvokeExternalAgentTaskAction' || kind === 'McpTool') return { ...base, uses: [{ system: 'mcp', effect: 'writes' }] }
  if (kind === 'BeginDialog') return sharedTopic(base, object)
  if (kind === 'SetVariable' || kind === 'SetTextVariable') {
    const value = filled(text(object['value']))
    return /^https?:/i.test(value.text)
      ? { ...base, assigns: [{ name: text(object['variable']).split('.').at(-1) ?? '', value: value.text }] }
      : null
  }
  if (kind === 'InlineAgentSkill') return { ...base, texts: [{ role: 'prompt', text: text(object['content']) }] }
  return null
}

const promptsOf = (object: Json): NonNullable<Step['texts']> =>
  [...strings(object)]
    .filter(({ key, value }) => value.length > 10 && /prompt|instruction|userInput|content/i.test(key))
    .map(({ value }) => ({ role: 'prompt', text: value }))

const connectorStep = (base: Step, object: Json, tables: Tables): Step => {
  const reference = text(object['connectionReference']) || text(object['connectorId'])
  const connector = connectorId(/shared_[^./]+/.exec(reference)?.[0] ?? reference)
  const operation = text(object['operationId'])
  const step: Step = { ...base, type: `${connector}.${operation}` }
  if (/MCP|InvokeServer/.test(operation)) return { ...step, uses: [{ system: 'mcp', effect: 'writes', operation }] }
  const row = connectorRow(connector, tables)
  if (!row) return step
  if (row.human?.includes(operation)) step.human = { because: `${operation} waits for a person's answer` }
  if (row.kind === 'http') step.requests = [{ url: COMPUTED, refs: [], method: 'GET' }]
  if (row.system === undefined) return step
  const effect = row.kind === 'model' ? 'computes' : effectOf(operation, row, tables.systems[row.system])
  const use: Use = { system: row.system, effect, operation }
  if (tables.systems[row.system]?.channel !== undefined) use.recipients = { kind: 'computed' } // the agent chooses
  return { ...step, uses: [use] }
}

/** The employee self-service agents front an HR system through shared topics that name a scenario of it. */
const sharedTopic = (base: Step, object: Json): Step | null => {
  const scenario = [...strings(object['input'])].find(({ key }) => key === 'scenarioName')?.value ?? ''
  const named = `${scenario} ${text(object['dialog'])}`
  const system = /workday/i.test(named)
    ? 'workday'
    : /successfactors|SAPSF/i.test(named)
      ? 'successfactors'
      : /servicenow/i.test(named)
        ? 'servicenow'
        : null
  return system === null ? null : { ...base, subflow: true, uses: [{ system, effect: 'writes', operation: scenario, confidence: 0.9 }] }
}

/** Power Fx (learn.microsoft.com/power-platform/power-fx): `=` begins a formula; texts joined by `&` are followed. */
const filled = (source: string): { text: string; refs: string[] } => {
  if (!source.startsWith('=')) return { text: source.slice(0, limits.urlLength).replace(/\{[A-Za-z]+\.[\w.]+\}/g, COMPUTED), refs: [] }
  const parts = source.slice(1, limits.urlLength).match(/\$?"(?:[^"]|"")*"|[^"&,()]+/g) ?? []
  const refs: string[] = []
  const filledParts = parts.flatMap((part, i) => {
    const literal = /^(\$?)"([^]*)"$/.exec(part.trim())
    if (literal) return [(literal[2] ?? '').replaceAll('""', '"').replace(literal[1] === '$' ? /\{[^{}]*\}/g : /$^/g, COMPUTED)]
    const word = part.trim()
    if (word === '' || /^(?:Concatenate|Concat|Text|EncodeUrl)$/i.test(word)) return []
    if (i === 0) refs.push(word.split('.').at(-1) ?? '')
    return [COMPUTED]
  })
  return { text: filledParts.join(''), refs }
}

const requestOf = (object: Json): HttpRequest => {
  const { text: url, refs } = filled(text(object['url']))
  return { url: url || COMPUTED, refs, method: (text(object['method']) || 'GET').toUpperCase(), recipients: { kind: 'computed' } }
}

/** Settings of a folder clone that say nothing of what it does, and the marks of an agent. */
export const componentsOf = (values: readonly Component[]): Component[] =>
  values.filter(({ value }) => {
    const parts = [value, ...Object.values(record(value))].filter(isRecord)
    return parts.some(part => typeof part['kind'] === 'string') || at(value, '$kind') === 'BotConfiguration'
  })
