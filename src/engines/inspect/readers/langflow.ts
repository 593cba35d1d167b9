import { limits, notRecognised, tooLarge } from '../limits.ts'
import { COMPUTED, type Artifact, type Step, type StepText } from '../model.ts'
import { at, isRecord, list, record, text, type Json } from '../source/values.ts'
import type { Tables } from '../tables/index.ts'
import { vendorOf } from '../tables/vendors.ts'

/**
 * Langflow (docs.langflow.org): `data.nodes[].data.node.template` holds one field for each setting. Each component also
 * carries its own Python source in `template.code`; that is Langflow's code, not the author's, except in a custom one.
 */
export const isLangflow = (value: unknown): boolean => Array.isArray(at(value, 'data', 'nodes')) && Array.isArray(at(value, 'data', 'edges'))

export const readLangflow = (file: string, value: unknown, tables: Tables): Artifact => {
  const nodes = list(at(value, 'data', 'nodes'))
  if (nodes.length > limits.steps) throw tooLarge(file, `It has ${nodes.length} nodes`, limits.steps)
  const artifact: Artifact = { format: 'langflow', name: text(at(value, 'name')) || null, shape: 'flow', steps: [], edges: [], warnings: [] }
  for (const [index, node] of nodes.entries()) {
    const data = at(node, 'data')
    if (!isRecord(data)) throw notRecognised(file, `It looks like Langflow, but data.nodes[${index}] is not a component.`)
    const type = text(data['type'])
    if (type === '' || /^note$/i.test(type) || at(node, 'type') === 'noteNode') continue
    artifact.steps.push(stepOf(type, record(at(data, 'node')), text(at(node, 'id')), `data.nodes[${index}] "${text(at(data, 'node', 'display_name')) || type}"`, tables))
  }
  for (const edge of list(at(value, 'data', 'edges'))) artifact.edges.push({ from: text(at(edge, 'source')), to: text(at(edge, 'target')) })
  return artifact
}

const models = /(?:Model|LLM|Embeddings?)(?:Component)?$|^(?:Agent|ToolCallingAgent|OpenAIToolsAgent|XMLAgent|CSVAgent|JsonAgent|CrewAI|LanguageModel)/
const chains = /(?:Agent|Chain|Classifier|Router|Extractor|Lambda)(?:Component)?$/i

const stepOf = (type: string, node: Json, id: string, where: string, tables: Tables): Step => {
  const template = record(node['template'])
  const setting = (name: string): string => text(at(template, name, 'value'))
  const step: Step = { id, where, type }
  const provider = setting('agent_llm') || setting('provider') || setting('model_provider')
  const baseUrl = setting('openai_api_base') || setting('base_url') || setting('api_base')
  const name = setting('model_name') || setting('model')
  if (models.test(type) && (provider !== '' || vendorOf(type) !== 'other-ai' || /Model|LLM|Embedding/.test(type))) {
    step.model = { vendor: tables.systems[vendorOf(provider || type)]?.ai ?? 'other', ...(name === '' ? {} : { name }), ...(baseUrl === '' ? {} : { baseUrl }) }
  } else if (chains.test(type)) step.model = { vendor: null }
  if (type.startsWith('ChatInput')) step.starts = ['chat']
  else if (type.startsWith('Webhook')) step.starts = ['webhook']
  else if (/^APIRequest|^URL(?:Component)?$/.test(type)) step.requests = [{ url: urlOf(template), refs: [], method: (setting('method') || 'GET').toUpperCase(), recipients: { kind: 'computed' } }]
  else if (/^(?:RunFlow|SubFlow|FlowTool)/.test(type)) step.subflow = true
  else if (/^(?:CustomComponent|PythonFunction|PythonREPL|PythonCodeStructuredTool)/.test(type)) step.code = [{ language: 'python', text: setting('code') || setting('function_code') || setting('tool_code') || setting('python_code'), at: where }]
  else if (node['edited'] === true && setting('code') !== '') step.code = [{ language: 'python', text: setting('code'), at: where }] // its author changed the component
  else if (type.startsWith('MCP')) step.uses = [{ system: 'mcp', effect: 'writes' }]
  const reached = reaches.find(([pattern]) => pattern.test(type))
  if (reached) step.uses = [{ system: reached[1], effect: reached[2], ...(reached[2] === 'sends' ? { recipients: { kind: 'computed' } as const } : {}) }]
  const texts: StepText[] = ['system_prompt', 'template', 'input_value', 'system_message', 'prompt'].map(setting).filter(value => value.length > 10).map(value => ({ role: 'prompt', text: value }))
  if (texts.length > 0) step.texts = texts
  return step
}

/** Bundles of Langflow (docs.langflow.org/components-bundle-components), checked 2026-11. */
const reaches = [
  [/^(?:SQLDatabase|SQLExecutor|SQLAgent|SQLGenerator|SQLComponent)/, 'sql-database', 'writes'], [/^BigQuery/, 'bigquery', 'writes'], [/^(?:PGVector|SupabaseVectorStore)/, 'postgres', 'remembers'], [/^(?:MongoDBAtlas|MongoVector)/, 'mongodb', 'remembers'], [/^Redis/, 'redis', 'remembers'], [/^Elasticsearch/, 'elasticsearch', 'remembers'],
  [/^(?:Gmail|ComposioGmail)/, 'gmail', 'sends'], [/^(?:Slack|ComposioSlack)/, 'slack', 'sends'], [/^Notion/, 'notion', 'writes'], [/^(?:HubSpot|ComposioHubspot)/i, 'hubspot', 'writes'],
] as const

const urlOf = (template: Json): string => {
  const urls = [at(template, 'url_input', 'value'), at(template, 'urls', 'value'), at(template, 'url', 'value')].flatMap(value => (Array.isArray(value) ? value.map(text) : [text(value)]))
  return (urls.find(url => url !== '') ?? '').replace(/\{\w+\}/g, COMPUTED) || COMPUTED
}
