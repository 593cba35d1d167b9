import { limits, notRecognised, tooLarge } from '../limits.ts'
import {
  COMPUTED,
  type Artifact,
  type Code,
  type ModelUse,
  type Recipients,
  type Step,
  type StepText,
  type TriggerKind,
  type Use,
} from '../model.ts'
import { withoutBraces, withoutTags } from '../source/templates.ts'
import { at, isRecord, list, record, strings, text, type Json } from '../source/values.ts'
import { effectOf } from '../tables/effects.ts'
import type { NodeRow } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'
import { vendorOf } from '../tables/vendors.ts'

/** Flowise: chatflows and both generations of agentflows share one outer shape; a marketplace tool has its own. */
export const isFlowise = (value: unknown): boolean => Array.isArray(at(value, 'nodes')) && Array.isArray(at(value, 'edges'))
export const isFlowiseTool = (value: unknown): boolean => typeof at(value, 'func') === 'string' && typeof at(value, 'schema') === 'string'

export const readFlowise = (file: string, value: unknown, tables: Tables): Artifact => {
  const nodes = list(at(value, 'nodes'))
  if (nodes.length > limits.steps) throw tooLarge(file, `It has ${nodes.length} nodes`, limits.steps)
  const artifact: Artifact = { format: 'flowise', name: text(at(value, 'name')) || null, shape: 'flow', steps: [], edges: [], warnings: [] }
  for (const [index, node] of nodes.entries()) {
    const data = at(node, 'data')
    if (!isRecord(data) || text(data['name']) === '')
      throw notRecognised(file, `It has nodes and edges, but nodes[${index}] is no Flowise component.`)
    const row = rowOf(text(data['name']), text(data['category']), tables)
    if (row.kind === 'note') continue
    const where = `nodes[${index}] "${text(data['label']) || text(data['name'])}"`
    const step = stepOf(data, text(at(node, 'id')) || text(data['id']), where, row, tables)
    artifact.steps.push(step)
    for (const tool of toolSteps(record(data['inputs']), step, tables)) {
      artifact.steps.push(tool)
      artifact.edges.push({ from: step.id, to: tool.id })
    }
  }
  for (const node of nodes) {
    const back = text(at(node, 'data', 'inputs', 'loopBackToNode')).split('-')[0] ?? ''
    if (back !== '') artifact.edges.push({ from: text(at(node, 'id')), to: back })
  }
  for (const edge of list(at(value, 'edges'))) artifact.edges.push({ from: text(at(edge, 'source')), to: text(at(edge, 'target')) })
  if (artifact.steps.length > 0 && !artifact.steps.some(step => step.starts)) addChatWindow(artifact)
  return artifact
}

/** A chatflow has no start node: people talk to it, and everything that nothing leads to begins there. */
const addChatWindow = (artifact: Artifact): void => {
  const entry: Step = { id: '\u0000chat', where: 'the flow', type: 'chat window', starts: ['chat'] }
  const led = new Set(artifact.edges.map(edge => edge.to))
  for (const step of artifact.steps) if (!led.has(step.id)) artifact.edges.push({ from: entry.id, to: step.id })
  artifact.steps.push(entry)
}

/** A tool alone: code that some agent elsewhere calls. */
export const readFlowiseTool = (value: unknown): Artifact => ({
  format: 'flowise',
  name: text(at(value, 'name')) || null,
  shape: 'part',
  edges: [],
  warnings: [],
  steps: [
    {
      id: 'tool',
      where: 'func',
      type: 'tool',
      starts: ['subflow'],
      tool: true,
      code: [{ language: 'javascript', text: text(at(value, 'func')), at: 'func' }],
    },
  ],
})

const thinking = /^(?:Chat Models|LLMs|Embeddings)$/
const usesModel = /^(?:Agents|Chains|Sequential Agents|Multi Agents|Engine)$/

const rowOf = (name: string, category: string, tables: Tables): NodeRow => {
  if (Object.hasOwn(tables.flowiseNodes, name)) return tables.flowiseNodes[name] ?? {}
  if (/stickyNote/i.test(name)) return { kind: 'note' }
  if (thinking.test(category) || /^chat[A-Z]|Embeddings?(?:_|$)|_LLMs$|LLM$/.test(name)) return { kind: 'model', system: vendorOf(name) }
  if (usesModel.test(category) && !/^seq(?:Start|End|State|Condition|Loop|ToolNode|ExecuteFlow|CustomFunction)$/.test(name))
    return { kind: 'runs-model' }
  return {}
}

const startKinds: Readonly<Record<string, TriggerKind>> = { formInput: 'form', scheduleInput: 'schedule', webhookInput: 'webhook' }

const stepOf = (data: Json, id: string, where: string, row: NodeRow, tables: Tables): Step => {
  const name = text(data['name'])
  const inputs = record(data['inputs'])
  const step: Step = { id, where, type: name }
  const models = modelsOf(name, inputs, row, tables)
  if (models[0]) step.model = models[0]
  const uses = usesOf(name, inputs, row, tables)
  if (uses.length > 0) step.uses = uses
  if (name === 'startAgentflow') step.starts = [startKinds[text(inputs['startInputType'])] ?? 'chat']
  if (row.kind === 'http') step.requests = [requestOf(name, inputs)]
  const code = row.kind === 'code' ? codeOf(inputs, where) : stateCodeOf(inputs, where)
  if (code.length > 0) step.code = code
  if (row.kind === 'subflow') step.subflow = true
  if (row.kind === 'human') step.human = { because: 'it waits for a person to go on or turn back' }
  else if (inputs['interrupt'] === true || inputs['approval'] === true)
    step.human = { because: 'it asks a person before the agent uses a tool', confidence: 0.85 }
  const chosen = text(inputs['toolAgentflowSelectedTool']) || text(inputs['selectedTool'])
  if (name === 'toolAgentflow')
    addTool(step, chosen, record(inputs['toolAgentflowSelectedToolConfig'] ?? inputs['selectedToolConfig']), tables, where)
  const texts = textsOf(inputs)
  if (texts.length > 0) step.texts = texts
  return step
}

/** In the newer agentflows the vendor is the value of an input (`llmModel: chatOpenAI`), with its settings beside it. */
const modelsOf = (name: string, inputs: Json, row: NodeRow, tables: Tables): ModelUse[] => {
  const chosen = Object.entries(inputs)
    .filter(([key, value]) => /^(?:llm|agent|conditionAgent|humanInput)(?:Agentflow)?Model$/.test(key) && text(value) !== '')
    .map(([key, value]) => modelUse(text(value), record(inputs[`${key}Config`]), tables))
  if (chosen.length > 0) return chosen
  if (row.kind === 'model') return [modelUse(name, inputs, tables)]
  return row.kind === 'runs-model' || /^(?:llm|agent|conditionAgent)Agentflow$/.test(name) ? [{ vendor: null }] : []
}

const modelUse = (component: string, settings: Json, tables: Tables): ModelUse => {
  const name = text(settings['modelName']) || text(settings['customModel'])
  const baseUrl =
    ['basepath', 'basePath', 'baseUrl', 'baseURL', 'baseurl'].map(key => text(settings[key])).find(value => value !== '') ?? ''
  const vendor = tables.systems[vendorOf(component)]?.ai ?? 'other'
  return { vendor, ...(name === '' ? {} : { name }), ...(baseUrl === '' || vendor === 'ollama' ? {} : { baseUrl: filled(baseUrl) }) }
}

const filled = (source: string): string =>
  withoutBraces(withoutTags(source.slice(0, limits.urlLength), ''))
    .replace(/\{\w+\}/g, COMPUTED)
    .trim()

const usesOf = (name: string, inputs: Json, row: NodeRow, tables: Tables): Use[] => {
  if (name === 'sqlDatabaseChain' || name === 'sqlAgent') {
    const engine = text(inputs['database']) || 'other'
    const system =
      { postgres: 'postgres', postgresql: 'postgres', mysql: 'mysql', mssql: 'mssql', sqlite: 'sqlite' }[engine] ?? 'sql-database'
    return [{ system, effect: 'writes' }]
  }
  if (name === 'agentMemory' || name.endsWith('AgentMemory')) {
    const engine = text(inputs['databaseType']) || name.replace('AgentMemory', '').toLowerCase()
    return ['sqlite', 'postgres', 'mysql'].includes(engine) ? [{ system: engine, effect: 'remembers' }] : []
  }
  if (row.system === undefined || row.kind === 'model') return []
  if (row.kind === 'memory' || row.kind === 'vectors') return [{ system: row.system, effect: 'remembers' }]
  return [toolUse(row, inputs, tables)]
}

/** Each tool of an agent is a step of its own, so that asking a person before one says nothing about the others. */
const toolSteps = (inputs: Json, agent: Step, tables: Tables): Step[] =>
  list(inputs['agentTools'])
    .filter(isRecord)
    .map((tool, i) => {
      const name = text(tool['agentSelectedTool'])
      const step: Step = { id: `${agent.id} tool ${i}`, where: `${agent.where} agentTools[${i}]`, type: name, tool: true }
      addTool(step, name, record(tool['agentSelectedToolConfig']), tables, step.where)
      if (tool['agentSelectedToolRequiresHumanInput'] === true)
        step.human = { because: 'it asks a person before the agent uses this tool', confidence: 0.85, itself: true }
      return step
    })

/** Tools of an agent count like steps that run; what they may do is chosen in their settings. */
const addTool = (step: Step, name: string, config: Json, tables: Tables, where: string): void => {
  const row = rowOf(name, '', tables)
  if (row.kind === 'http') step.requests = [...(step.requests ?? []), requestOf(name, config)]
  else if (row.kind === 'code') step.code = [...(step.code ?? []), ...codeOf(config, where)]
  else if (row.kind === 'subflow') step.subflow = true
  else if (row.system !== undefined) step.uses = [...(step.uses ?? []), toolUse(row, config, tables)]
}

const toolUse = (row: NodeRow, config: Json, tables: Tables): Use => {
  const system = row.system ?? ''
  const { channel } = tables.systems[system] ?? {}
  const actions = Object.entries(config)
    .filter(([key]) => /actions/i.test(key))
    .flatMap(([, value]) => [...strings(value)].flatMap(item => item.value.match(/[A-Za-z_]+/g) ?? []))
    .map(fromVerb)
  const type = text(Object.entries(config).find(([key]) => key.endsWith('Type'))?.[1])
  const chosen = actions.find(action => /send|reply|post|publish/i.test(action)) ?? actions[0]
  const effect = type === 'drafts' ? 'drafts' : effectOf(chosen ?? row.default ?? type, row, tables.systems[system])
  const recipients: Recipients = { kind: 'computed' }
  return {
    system,
    effect,
    operation: chosen ?? (type === '' ? (row.default ?? '') : type),
    ...(channel === undefined ? {} : { recipients }),
    ...(chosen === undefined && effect === 'sends' ? { confidence: 0.7 } : {}), // nothing is chosen, so what it may do is not plain
  }
}

/** `slack_post_message` → `postmessage`: from the verb on, in one word. */
const fromVerb = (action: string): string =>
  (/(?:send|post|reply|publish|get|list|search|read|create|update|delete|add).*/i.exec(action)?.[0] ?? action).replaceAll('_', '')

const requestOf = (name: string, inputs: Json): NonNullable<Step['requests']>[number] => {
  const keys = ['url', 'httpUrl', 'requestsGetUrl', 'requestsPostUrl', 'requestsPutUrl', 'requestsDeleteUrl', 'baseUrl']
  const url = keys.map(key => text(inputs[key])).find(value => value !== '') ?? ''
  const named = /^requests(\w+)$/i.exec(name)?.[1]?.toUpperCase()
  return {
    url: filled(url) || COMPUTED,
    refs: [],
    method: (named ?? text(inputs['method'])).toUpperCase() || 'GET',
    recipients: { kind: 'computed' },
  }
}

const codeOf = (inputs: Json, at: string): Code[] => {
  const keys = ['customFunctionJavascriptFunction', 'javascriptFunction', 'func', 'customToolFunc']
  const source = keys.map(key => text(inputs[key])).find(value => value !== '') ?? ''
  return [source === '' ? { language: 'other', text: '', at } : { language: 'javascript', text: source, at }]
}

/**
 * A step of a sequential agent may change the state or choose the way by code. The editor keeps code and table side by
 * side, and in another input which of the two tabs is open: that one runs. Older exports name no tab; there the code wins.
 */
const stateCodeOf = (inputs: Json, at: string): Code[] => {
  const tabs = Object.entries(inputs)
    .filter(([key]) => /^selected\w*Tab(?:_|$)/.test(key))
    .map(([, tab]) => text(tab))
  return ['updateStateMemoryCode', 'stateMemoryCode', 'conditionFunction']
    .filter(key => text(inputs[key]).trim() !== '' && (tabs.length === 0 || tabs.includes(key)))
    .map(key => ({ language: 'javascript', text: text(inputs[key]), at }))
}

const textsOf = (inputs: Json): StepText[] =>
  [...strings(inputs)]
    .filter(({ key, value }) => value.length > 10 && /prompt|message|instruction|content|template|description/i.test(key))
    .map(({ value }) => ({ role: 'prompt', text: withoutTags(value) }))
