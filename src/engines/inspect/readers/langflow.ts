import { limits, notRecognised, tooLarge } from '../limits.ts'
import { COMPUTED, type Artifact, type ModelUse, type Step, type StepText } from '../model.ts'
import { at, isRecord, list, record, text, type Json } from '../source/values.ts'
import type { Tables } from '../tables/index.ts'
import { vendorOf } from '../tables/vendors.ts'

/**
 * Langflow (docs.langflow.org): `data.nodes[].data.node.template` holds one field for each setting. Each component also
 * carries its own Python source in `template.code`; that is Langflow's code, not the author's, except in a custom one.
 */
export const isLangflow = (value: unknown): boolean =>
  Array.isArray(at(value, 'data', 'nodes')) && Array.isArray(at(value, 'data', 'edges'))

export const readLangflow = (file: string, value: unknown, tables: Tables): Artifact => {
  const nodes = list(at(value, 'data', 'nodes'))
  if (nodes.length > limits.steps) throw tooLarge(file, `It has ${nodes.length} nodes`, limits.steps)
  const artifact: Artifact = {
    format: 'langflow',
    name: text(at(value, 'name')) || null,
    shape: 'flow',
    steps: [],
    edges: [],
    warnings: [],
  }
  for (const [index, node] of nodes.entries()) {
    const data = at(node, 'data')
    if (!isRecord(data)) throw notRecognised(file, `It looks like Langflow, but data.nodes[${index}] is not a component.`)
    const type = text(data['type'])
    if (type === '' || /^note$/i.test(type) || at(node, 'type') === 'noteNode') continue
    artifact.steps.push(
      stepOf(
        type,
        record(at(data, 'node')),
        text(at(node, 'id')),
        `data.nodes[${index}] "${text(at(data, 'node', 'display_name')) || type}"`,
        tables,
      ),
    )
  }
  for (const edge of list(at(value, 'data', 'edges'))) artifact.edges.push({ from: text(at(edge, 'source')), to: text(at(edge, 'target')) })
  return artifact
}

const models =
  /(?:Model|LLM|Embeddings?)(?:Component)?$|^(?:Agent|ToolCallingAgent|OpenAIToolsAgent|XMLAgent|CSVAgent|JsonAgent|CrewAI|LanguageModel)/
const chains = /(?:Agent|Chain|Classifier|Router|Extractor|Lambda)(?:Component)?$/i
const ownCode = /^(?:CustomComponent|PythonFunction|PythonREPL|PythonCodeStructuredTool)/

const stepOf = (type: string, node: Json, id: string, where: string, tables: Tables): Step => {
  const template = record(node['template'])
  const setting = (name: string): string => text(at(template, name, 'value'))
  const firstOf = (...names: string[]): string => names.map(setting).find(value => value !== '') ?? ''
  const step: Step = { id, where, type }
  if (models.test(type)) step.model = modelOf(type, firstOf, tables)
  else if (chains.test(type)) step.model = { vendor: null }
  if (type.startsWith('HumanInput')) step.human = { because: 'it waits for a person to choose how to go on' }
  if (type.startsWith('ChatInput')) step.starts = ['chat']
  else if (type.startsWith('Webhook')) step.starts = ['webhook']
  else if (/^APIRequest|^URL(?:Component)?$/.test(type)) {
    step.requests = [
      { url: urlOf(template), refs: [], method: (setting('method') || 'GET').toUpperCase(), recipients: { kind: 'computed' } },
    ]
  } else if (/^(?:RunFlow|SubFlow|FlowTool)/.test(type)) step.subflow = true
  else if (ownCode.test(type) || (node['edited'] === true && setting('code') !== '')) {
    // a component that its author changed is the author's
    step.code = [{ language: 'python', text: firstOf('code', 'function_code', 'tool_code', 'python_code'), at: where }]
  } else if (type.startsWith('MCP')) step.uses = [{ system: 'mcp', effect: 'writes' }]
  const reached = tables.langflowComponents.find(([pattern]) => pattern.test(type))
  if (reached)
    step.uses = [
      { system: reached[1], effect: reached[2], ...(reached[2] === 'sends' ? { recipients: { kind: 'computed' } as const } : {}) },
    ]
  const texts = ['system_prompt', 'template', 'input_value', 'system_message', 'prompt'].map(setting).filter(value => value.length > 10)
  if (texts.length > 0) step.texts = texts.map((value): StepText => ({ role: 'prompt', text: value }))
  return step
}

const modelOf = (type: string, firstOf: (...names: string[]) => string, tables: Tables): ModelUse => {
  const provider = firstOf('agent_llm', 'provider', 'model_provider')
  const baseUrl = firstOf('openai_api_base', 'base_url', 'api_base')
  const name = firstOf('model_name', 'model')
  return {
    vendor: tables.systems[vendorOf(provider || type)]?.ai ?? 'other',
    ...(name === '' ? {} : { name }),
    ...(baseUrl === '' ? {} : { baseUrl }),
  }
}

const urlOf = (template: Json): string => {
  const urls = ['url_input', 'urls', 'url']
    .map(name => at(template, name, 'value'))
    .flatMap(value => (Array.isArray(value) ? value.map(text) : [text(value)]))
  return (urls.find(url => url !== '') ?? '').replace(/\{\w+\}/g, COMPUTED) || COMPUTED
}
