import { Refusal } from '#src/kernel/refusal.ts'
import { readExpression } from '../code/javascript.ts'
import { limits, notRecognised, tooLarge } from '../limits.ts'
import { COMPUTED, type Artifact, type Assignment, type Edge, type HttpRequest, type ModelUse, type Recipients, type Step, type StepText, type Use } from '../model.ts'
import { parseJson } from '../source/json.ts'
import { between, withoutBraces } from '../source/templates.ts'
import { at, choice, isRecord, list, record, strings, text, type Json } from '../source/values.ts'
import { effectOf } from '../tables/effects.ts'
import type { NodeRow } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'

/** n8n workflows (docs.n8n.io/courses/level-two/chapter-1: a workflow is nodes and connections). */
export const isN8n = (value: unknown): boolean => Array.isArray(at(value, 'nodes')) && isRecord(at(value, 'connections'))

export const readN8n = (file: string, value: unknown, tables: Tables): Artifact => readWorkflow(file, record(value), tables, '', 0)

const readWorkflow = (file: string, workflow: Json, tables: Tables, path: string, depth: number): Artifact => {
  const nodes = list(workflow['nodes'])
  if (nodes.length > limits.steps) throw tooLarge(file, `It has ${nodes.length} nodes`, limits.steps)
  const artifact: Artifact = { format: 'n8n', name: text(workflow['name']) || null, shape: 'flow', steps: [], edges: [], warnings: [] }
  const resumesByLink = JSON.stringify(nodes.map(node => at(node, 'type') === 'n8n-nodes-base.httpRequest' ? null : at(node, 'parameters'))).includes('resumeUrl')
  const passing = new Set<string>()
  const settings = settingsIn(nodes)
  for (const [index, node] of nodes.entries()) {
    const type = text(at(node, 'type'))
    if (!isRecord(node) || type === '') throw notRecognised(file, `It looks like an n8n workflow, but nodes[${index}] is not a node.`)
    const name = text(node['name']) || `#${index}`
    const block = blockOf(type, tables)
    if (block.row.kind === 'note') continue
    if (node['disabled'] === true) { passing.add(`${path}${name}`); continue }
    const step = stepOf({ node, type, block, name, id: `${path}${name}`, where: `${path}nodes[${index}] "${name}"`, tables, resumesByLink, settings })
    if (path !== '') delete step.starts // an embedded workflow is started by the one around it
    artifact.steps.push(step)
    if (block.row.kind === 'subflow') addEmbedded(file, node, step, artifact, tables, depth)
  }
  const edges = edgesOf(record(workflow['connections']), path)
  const offered = new Set(edges.filter(edge => edge.kind === 'ai_tool').map(edge => edge.to))
  const merges = new Set(nodes.filter(node => at(node, 'disabled') !== true && text(at(node, 'type')).endsWith('.merge')).map(node => path + text(at(node, 'name'))))
  for (const { from, to, kind, input } of through(edges, passing)) {
    const port = kind === undefined && merges.has(to) ? `${to}\u0000${input ?? 0}` : to
    artifact.edges.push({ from, to: port })
    if (port !== to) artifact.edges.push({ from: port, to })
  }
  artifact.joins = [...merges] // a merge runs when its last input has come
  if (artifact.edges.length > limits.edges) throw tooLarge(file, 'It has more connections than any workflow', limits.edges)
  for (const step of artifact.steps) if (offered.has(step.id)) step.tool = true
  return artifact
}

interface PortEdge extends Edge { kind?: string; input?: number }

/** `main` runs from source to target; with every `ai_…` port the source serves the target, which calls it. */
const edgesOf = (connections: Json, path: string): PortEdge[] => {
  const edges: PortEdge[] = []
  for (const [source, ports] of Object.entries(connections)) {
    for (const [kind, outputs] of Object.entries(record(ports))) {
      for (const target of list(outputs).flatMap(output => list(output))) {
        const name = text(at(target, 'node'))
        if (name === '') continue
        edges.push(kind === 'main' ? { from: path + source, to: path + name, input: Number(at(target, 'index')) || 0 } : { from: path + name, to: path + source, kind })
      }
    }
  }
  return edges
}

const push = (into: Map<string, string[]>, key: string, value: string): void => {
  const found = into.get(key)
  if (found) found.push(value)
  else into.set(key, [value])
}

/**
 * A disabled node hands on what it gets, so it stays in the paths as a place without a step; what served it or was served
 * by it is gone, and a disabled start leads nowhere.
 */
const through = (edges: readonly PortEdge[], passing: ReadonlySet<string>): PortEdge[] => {
  const kept = edges.filter(edge => edge.kind === undefined || !(passing.has(edge.from) || passing.has(edge.to)))
  const arrivals = new Map<string, number>()
  for (const { to } of kept) if (passing.has(to)) arrivals.set(to, (arrivals.get(to) ?? 0) + 1)
  const out = new Map<string, string[]>()
  for (const { from, to } of kept) if (passing.has(from)) push(out, from, to)
  const dead = new Set<string>()
  const waiting = [...passing].filter(id => !arrivals.has(id))
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    dead.add(id)
    for (const to of out.get(id) ?? []) {
      const left = (arrivals.get(to) ?? 0) - 1
      arrivals.set(to, left)
      if (left === 0 && passing.has(to)) waiting.push(to)
    }
  }
  return kept.filter(edge => !dead.has(edge.from))
}

interface Block { row: NodeRow; tool: boolean; trigger: boolean; key: string }

/** The row of a type, with the suffixes `Tool` and `Trigger` taken apart where the whole name is not a row itself. */
const blockOf = (type: string, tables: Tables): Block => {
  const [, family = '', base = type] = /^(@n8n\/n8n-nodes-langchain\.|(?:@[\w-]+\/)?n8n-nodes-[\w-]+\.)?(.+)$/.exec(type) ?? []
  const key = family.includes('langchain') ? `lc:${base}` : base
  const rows = tables.n8nNodes
  const own = Object.hasOwn(rows, key) ? rows[key] : undefined
  if (own) return { row: own, tool: false, trigger: own.trigger !== undefined, key }
  for (const [suffix, flags] of [['Tool', { tool: true, trigger: false }], ['Trigger', { tool: false, trigger: true }]] as const) {
    const short = key.slice(0, -suffix.length)
    if (!key.endsWith(suffix)) continue
    return { row: (Object.hasOwn(rows, short) ? rows[short] : undefined) ?? patternRow(type, tables), key: short, ...flags }
  }
  return { row: patternRow(type, tables), tool: false, trigger: false, key }
}

/** Only packages of others: a block of n8n's own without a row reaches nothing that makes a fact. */
const patternRow = (type: string, tables: Tables): NodeRow =>
  (/^(?:n8n-nodes-base|@n8n\/n8n-nodes-langchain)\./.test(type) ? undefined : tables.n8nPatterns.find(([pattern]) => pattern.test(type))?.[1]) ?? {}

interface Seen { node: Json; type: string; block: Block; name: string; id: string; where: string; tables: Tables; resumesByLink: boolean; settings: ReadonlySet<string> }

const stepOf = (seen: Seen): Step => {
  const { node, type, block, id, where, tables } = seen
  const { row } = block
  const parameters = record(node['parameters'])
  const operation = operationOf(parameters, row)
  const step: Step = { id, where, type }
  if (block.tool) step.tool = true
  if (block.trigger) step.starts = [row.trigger ?? 'app-event']
  if (row.kind === 'model') step.model = modelOf(node, parameters, row, tables)
  else if (row.kind === 'runs-model') step.model = { vendor: null }
  else if (row.kind === 'doubtful-ai') step.model = { vendor: null, confidence: 0.3, doubt: 'a model wrote the code once; at run time none is called' }
  else if (row.kind === 'http') step.requests = [requestOf(parameters, node, tables)]
  else if (row.kind === 'code') step.code = codeOf(parameters, where)
  else if (row.kind === 'shell' && parameters['resource'] !== 'file') step.code = [{ language: 'shell', text: withoutBraces(text(parameters['command'])), at: where }]
  else if (row.kind === 'subflow') step.subflow = true
  if (row.system !== undefined && row.kind !== 'model') step.uses = [useOf(seen, parameters, operation)]
  if (block.key === 'lc:agent' && parameters['agent'] === 'sqlAgent') step.uses = [{ system: text(parameters['dataSource']) || 'sqlite', effect: 'reads' }]
  const human = humanOf(seen, parameters, operation)
  if (human) step.human = human
  const assigns = assignmentsOf(parameters, block.key)
  if (assigns.length > 0) step.assigns = assigns
  const texts = textsOf(parameters, row)
  if (texts.length > 0) step.texts = texts
  return step
}

/** `resource/operation`, with the format's own defaults filled in. */
const operationOf = (parameters: Json, row: NodeRow): string => {
  const defaults = (row.default ?? '/').split(' ').map(pair => pair.split('/'))
  const chosen = choice(parameters['resource']) || (defaults[0]?.[0] ?? '')
  const done = choice(parameters['operation']) || (defaults.find(([resource]) => resource === chosen)?.[1] ?? '')
  return `${chosen}/${done}`
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
  if (key === 'wordpress' && at(parameters, 'additionalFields', 'status') === 'draft') return 'drafts'
  if (key === 'wordpress' && at(parameters, 'updateFields', 'status') === 'draft') return 'drafts'
  if (key === 'ghost' && at(parameters, 'additionalFields', 'status') === 'draft') return 'drafts'
  if (key === 'medium' && at(parameters, 'additionalFields', 'publishStatus') === 'draft') return 'drafts'
  if (key === 'executeWorkflow') return 'writes'
  return effectOf(operation, row, system)
}

const recipientKeys = ['sendTo', 'toList', 'toEmail', 'toRecipients', 'toAddresses', 'to', 'chatId', 'recipientPhoneNumber', 'phoneNumber', 'email', 'bccList', 'ccList', 'ccEmail', 'bccEmail']

/** Fields that `set` nodes give a literal, and none of them anything computed: the author's own settings. */
const settingsIn = (nodes: readonly unknown[]): Set<string> => {
  const literal = new Map<string, boolean>()
  for (const node of nodes) {
    if (!/\.(?:set|editFields)$/.test(text(at(node, 'type')))) continue
    for (const { name, value } of assignmentsOf(record(at(node, 'parameters')), 'set')) literal.set(name, (literal.get(name) ?? true) && !value.includes(COMPUTED))
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

const recipientsOf = (parameters: Json, operation: string, settings: ReadonlySet<string>): Recipients => {
  const given = recipientKeys.flatMap(key => [...strings(parameters[key])]).map(({ value }) => value).filter(value => value !== '' && value !== 'list' && value !== 'id')
  if (given.length === 0) return /reply/i.test(operation) ? { kind: 'computed' } : { kind: 'unknown' }
  return given.every(value => isSetting(value, settings)) ? { kind: 'fixed', addresses: given.filter(value => !value.startsWith('=')) } : { kind: 'computed' }
}

/** Of one parameter; an address is put together from a handful. */
const MAX_EXPRESSIONS = 10

/** The text of a parameter: a leading `=` makes it a template whose `{{ … }}` are JavaScript. */
const plain = (value: unknown): { text: string; refs: string[] } => {
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

const requestOf = (parameters: Json, node: Json, tables: Tables): HttpRequest => {
  const { text: url, refs } = plain(parameters['url'] ?? parameters['endpoint'])
  const method = (choice(parameters['method']) || choice(parameters['requestMethod']) || 'GET').toUpperCase()
  const signIn = text(parameters['nodeCredentialType']) || Object.keys(record(node['credentials']))[0] || ''
  const signInOf = systemOfCredential(signIn, tables)
  return { url: url === '' ? COMPUTED : url, refs, method, ...(signInOf === undefined ? {} : { signInOf }), recipients: { kind: 'computed' } }
}

const otherCredentials: Readonly<Record<string, string>> = { openAiApi: 'openai', anthropicApi: 'anthropic', googlePalmApi: 'google-ai', huggingFaceApi: 'huggingface', mistralCloudApi: 'mistral', groqApi: 'groq', openRouterApi: 'openrouter', deepSeekApi: 'deepseek', xAiApi: 'xai', cohereApi: 'cohere', ollamaApi: 'ollama', azureOpenAiApi: 'azure-openai', zohoOAuth2Api: 'zoho-crm', microsoftTeamsOAuth2Api: 'teams' }

/** A credential's type begins with the name of the block it belongs to (`hubspotAppToken`); the longest name wins. */
const systemOfCredential = (credential: string, tables: Tables): string | undefined => {
  if (credential === '') return undefined
  if (Object.hasOwn(otherCredentials, credential)) return otherCredentials[credential]
  const lower = credential.toLowerCase()
  const block = Object.keys(tables.n8nNodes)
    .filter(key => tables.n8nNodes[key]?.system !== undefined && /^(?:Api|OAuth|Token|App|Developer|Basic|Service|PAT|Access|$)/i.test(lower.slice(key.length)) && lower.startsWith(key.toLowerCase()))
    .toSorted((a, b) => b.length - a.length)[0]
  return block === undefined ? undefined : tables.n8nNodes[block]?.system
}

const modelOf = (node: Json, parameters: Json, row: NodeRow, tables: Tables): ModelUse => {
  const system = tables.systems[row.system ?? '']
  const label = Object.values(record(node['credentials'])).map(value => text(at(value, 'name'))).join(' ')
  const name = choice(parameters['model']) || choice(parameters['modelId']) || choice(parameters['modelName'])
  const baseUrl = plain(at(parameters, 'options', 'baseURL') ?? parameters['baseURL']).text
  return {
    vendor: system?.ai ?? 'other', ...(name === '' ? {} : { name }), ...(baseUrl === '' ? {} : { baseUrl }), ...(label === '' ? {} : { credentialLabel: label }),
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

const humanOf = ({ block, resumesByLink }: Seen, parameters: Json, operation: string): Step['human'] => {
  if (block.key.endsWith('Hitl')) return { because: 'it asks a person before the agent uses a tool', itself: true }
  if (/sendAndWait/i.test(operation)) return { because: 'it sends a question to a person and waits for the answer' }
  if (block.key !== 'wait') return undefined
  if (parameters['resume'] === 'form') return { because: 'it waits until a person fills in a form', confidence: 0.85 }
  if (parameters['resume'] === 'webhook' && resumesByLink) return { because: 'it waits for a link that a message carries to a person', confidence: 0.8 }
  return undefined
}

/** What `set` nodes give a name to, in the three shapes the node has had, and defaults of settings held in the flow. */
const assignmentsOf = (parameters: Json, key: string): Assignment[] => {
  if (key !== 'set' && key !== 'editFields') return []
  const rows = [...list(at(parameters, 'assignments', 'assignments')), ...list(at(parameters, 'values', 'string')), ...list(at(parameters, 'fields', 'values'))]
  const named = rows.map(row => ({ name: text(at(row, 'name')).split('.').at(-1) ?? '', value: plain(at(row, 'value') ?? at(row, 'stringValue')).text }))
  return [...named, ...fromJson(plain(parameters['jsonOutput']).text)].filter(({ name, value }) => name !== '' && value !== '')
}

const fromJson = (source: string): Assignment[] => {
  if (source === '') return []
  return [...source.matchAll(/"(\w+)"\s*:\s*"((?:https?:)[^"\\]*)"/g)].map(([, name = '', value = '']) => ({ name, value }))
}

const promptKeys = new Set(['text', 'prompt', 'content', 'message', 'systemMessage', 'humanMessage', 'systemPromptTemplate', 'inputText', 'instructions', 'jsonBody', 'body', 'value', 'summarizationMethodAndPrompts', 'combineMapPrompt', 'description', 'toolDescription', 'category'])
const senderKeys = new Set(['senderName', 'fromName', 'fromEmail', 'from', 'username', 'replyTo'])
const messageKeys = new Set(['text', 'message', 'subject', 'html', 'emailHtml', 'emailText', 'body', 'bodyContent', 'content', 'messageText', 'textBody'])

const textsOf = (parameters: Json, row: NodeRow): StepText[] => {
  const thinking = row.kind === 'model' || row.kind === 'runs-model' || row.kind === 'http'
  if (!thinking && row.system === undefined) return []
  const texts: StepText[] = []
  for (const { key, value } of strings(parameters)) {
    const role = thinking && promptKeys.has(key) ? 'prompt' : senderKeys.has(key) ? 'sender' : messageKeys.has(key) ? 'message' : null
    if (role !== null && value.length > 2) texts.push({ role, text: value.startsWith('=') ? withoutBraces(value.slice(1)) : value })
  }
  return texts
}

/** A sub-workflow stored as text inside the node runs like the rest. Its own start is that of a part. */
const addEmbedded = (file: string, node: Json, step: Step, artifact: Artifact, tables: Tables, depth: number): void => {
  const source = text(at(node, 'parameters', 'workflowJson'))
  if (source === '' || text(at(node, 'parameters', 'source')) !== 'parameter') return
  if (depth >= limits.nesting) throw tooLarge(file, 'Workflows are nested inside workflows', limits.nesting)
  let inner: unknown
  try {
    inner = parseJson(file, source)
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'too-large') throw error
    artifact.warnings.push(`${step.where}: the workflow embedded in it is not valid JSON, so what it does is not known.`)
    return
  }
  if (!isN8n(inner)) return
  const embedded = readWorkflow(file, record(inner), tables, `${step.id} / `, depth + 1)
  const led = new Set(embedded.edges.map(edge => edge.to))
  for (const part of embedded.steps) {
    artifact.steps.push(part)
    if (!led.has(part.id)) artifact.edges.push({ from: step.id, to: part.id })
  }
  for (const edge of embedded.edges) artifact.edges.push(edge)
  artifact.joins = [...artifact.joins ?? [], ...embedded.joins ?? []]
  artifact.warnings.push(...embedded.warnings)
}
