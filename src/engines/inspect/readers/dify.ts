import { limits, notRecognised, tooLarge } from '../limits.ts'
import {
  COMPUTED,
  type Artifact,
  type Code,
  type HttpRequest,
  type ModelUse,
  type Step,
  type StepText,
  type TriggerKind,
  type Use,
} from '../model.ts'
import { withoutBraces } from '../source/templates.ts'
import { at, isRecord, list, record, strings, text, type Json } from '../source/values.ts'
import { effectOf } from '../tables/effects.ts'
import type { Tables } from '../tables/index.ts'
import { vendorOf } from '../tables/vendors.ts'

/** Dify's app file (docs.dify.ai: DSL). Older apps without a graph keep everything in `model_config`. */
export const isDify = (value: unknown): boolean => at(value, 'kind') === 'app' && isRecord(at(value, 'app'))

export const readDify = (file: string, value: unknown, tables: Tables): Artifact => {
  const mode = text(at(value, 'app', 'mode'))
  const graph = at(value, 'workflow', 'graph')
  const nodes = list(at(graph, 'nodes'))
  if (nodes.length > limits.steps) throw tooLarge(file, `It has ${nodes.length} nodes`, limits.steps)
  const artifact: Artifact = {
    format: 'dify',
    name: text(at(value, 'app', 'name')) || null,
    shape: 'flow',
    steps: [],
    edges: [],
    warnings: [],
  }
  for (const [index, node] of nodes.entries()) {
    const data = at(node, 'data')
    if (!isRecord(data)) throw notRecognised(file, `It is a Dify app, but workflow.graph.nodes[${index}] is not a node.`)
    const step = stepOf(data, text(at(node, 'id')), `workflow.graph.nodes[${index}] "${text(data['title'])}"`, mode, tables)
    if (step) artifact.steps.push(step)
  }
  artifact.steps.push(...configSteps(record(at(value, 'model_config')), mode, tables))
  for (const edge of list(at(graph, 'edges'))) artifact.edges.push({ from: text(at(edge, 'source')), to: text(at(edge, 'target')) })
  // What stands inside an iteration runs after the iteration begins.
  for (const node of nodes) {
    const parent = text(at(node, 'parentId'))
    if (parent !== '') artifact.edges.push({ from: parent, to: text(at(node, 'id')) })
  }
  const assigns = list(at(value, 'workflow', 'environment_variables'))
    .map(variable => ({ name: text(at(variable, 'name')), value: text(at(variable, 'value')) }))
    .filter(variable => /^https?:/i.test(variable.value))
  if (assigns.length > 0)
    artifact.steps.push({ id: 'environment', where: 'workflow.environment_variables', type: 'environment_variables', assigns })
  return artifact
}

const startOf = (mode: string): TriggerKind => (mode === 'workflow' || mode === 'completion' ? 'manual' : 'chat')
const triggers: Readonly<Record<string, TriggerKind>> = {
  'trigger-schedule': 'schedule',
  'trigger-webhook': 'webhook',
  'trigger-plugin': 'app-event',
}

const stepOf = (data: Json, id: string, where: string, mode: string, tables: Tables): Step | null => {
  const type = text(data['type'])
  if (type === '' || type === 'note' || type === 'custom-note') return null
  const step: Step = { id, where, type }
  if (type === 'start') step.starts = [startOf(mode)]
  else if (Object.hasOwn(triggers, type)) step.starts = [triggers[type] ?? 'app-event']
  else if (type === 'llm' || type === 'question-classifier' || type === 'parameter-extractor') step.model = modelOf(data['model'], tables)
  else if (type === 'agent') step.model = modelOf(at(data, 'agent_parameters', 'model', 'value'), tables)
  else if (type === 'code') step.code = [codeOf(data, where)]
  else if (type === 'http-request') step.requests = [requestOf(data)]
  else if (type === 'human-input') step.human = { because: 'it waits for a person’s input' }
  else if (type === 'knowledge-retrieval') step.model = retrieval
  else if (type === 'tool') addTool(step, data, tables)
  for (const tool of list(at(data, 'agent_parameters', 'tools', 'value'))) addTool(step, record(tool), tables)
  const texts = promptsOf(data)
  if (texts.length > 0) step.texts = texts
  return step
}

const retrieval: ModelUse = {
  vendor: null,
  confidence: 0.4,
  doubt: 'it searches documents; which embedding model does so is not in the file',
}

const codeOf = (data: Json, where: string): Code => ({
  language: text(data['code_language']).startsWith('python') ? 'python' : 'javascript',
  text: text(data['code']),
  at: where,
})

const requestOf = (data: Json): HttpRequest => {
  const url = text(data['url'])
  return {
    url: filled(url) || COMPUTED,
    refs: refsOf(url),
    method: (text(data['method']) || 'get').toUpperCase(),
    recipients: { kind: 'computed' },
  }
}

const filled = (source: string): string => withoutBraces(source.trim())
const refsOf = (source: string): string[] =>
  [...source.slice(0, limits.urlLength).matchAll(/\{\{#([^{}]{0,200})#\}\}/g)].map(([, path = '']) => path.split('.').at(-1) ?? '')

const modelOf = (model: unknown, tables: Tables): ModelUse => {
  const provider = text(at(model, 'provider'))
  const name = text(at(model, 'name')) || text(at(model, 'model'))
  if (provider === '') return { vendor: null }
  const last = provider.split('/').at(-1) ?? provider
  return { vendor: tables.systems[vendorOf(last)]?.ai ?? 'other', ...(name === '' ? {} : { name }) }
}

const addTool = (step: Step, data: Json, tables: Tables): void => {
  const provider = text(data['provider_id']) || text(data['provider_name'])
  const tool = text(data['tool_name'])
  if (data['provider_type'] === 'workflow' || data['type'] === 'workflow') step.subflow = true
  if (data['provider_type'] === 'mcp') step.uses = [...(step.uses ?? []), { system: 'mcp', effect: 'writes', operation: tool }]
  const name = (provider.split('/').at(-1) ?? provider).toLowerCase()
  const row = Object.hasOwn(tables.difyTools, name) ? tables.difyTools[name] : undefined
  if (row?.kind === 'code') step.code = [{ language: 'other', text: '', at: step.where }]
  if (row?.system === undefined) return
  const system = tables.systems[row.system]
  if (row.kind === 'model') {
    step.model = { vendor: system?.ai ?? 'other', ...(system?.doubt === undefined ? {} : { confidence: 0.5, doubt: system.doubt }) }
    return
  }
  const use: Use = { system: row.system, effect: effectOf(row.default ?? tool, row, system), operation: tool }
  if (system?.channel !== undefined) use.recipients = { kind: 'computed' }
  step.uses = [...(step.uses ?? []), use]
}

/** Chat assistants and completions without a graph. */
const configSteps = (config: Json, mode: string, tables: Tables): Step[] => {
  if (!isRecord(config['model'])) return []
  const step: Step = {
    id: 'model_config',
    where: 'model_config',
    type: mode || 'chat',
    starts: [startOf(mode)],
    model: modelOf(config['model'], tables),
    texts: promptsOf(config),
  }
  const tools = list(at(config, 'agent_mode', 'tools'))
    .filter(tool => at(tool, 'enabled') !== false)
    .map(tool => {
      const name = text(at(tool, 'tool_name'))
      const part: Step = { id: `tool ${name}`, where: `model_config.agent_mode "${name}"`, type: 'tool', tool: true }
      addTool(part, record(tool), tables)
      return part
    })
  return [step, ...tools]
}

const promptKeys = /^(?:text|prompt|pre_prompt|instruction|instructions|query|template|jinja2_text|edition_type)$/

const promptsOf = (data: Json): StepText[] =>
  [...strings(data)]
    .filter(({ key, value }) => value.length > 10 && promptKeys.test(key))
    .map(({ value }) => ({ role: 'prompt', text: filled(value) }))
