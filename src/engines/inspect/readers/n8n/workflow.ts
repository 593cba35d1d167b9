import { Refusal } from '#src/kernel/refusal.ts'
import { limits, notRecognised, tooLarge } from '../../limits.ts'
import type { Artifact, Step } from '../../model.ts'
import { parseJson } from '../../source/json.ts'
import { at, isRecord, list, record, text, type Json } from '../../source/values.ts'
import type { Tables } from '../../tables/index.ts'
import { blockOf } from './block.ts'
import { edgesOf, through } from './connections.ts'
import { settingsIn } from './recipients.ts'
import { stepOf } from './step.ts'

/** n8n workflows (docs.n8n.io/courses/level-two/chapter-1: a workflow is nodes and connections). */
export const isN8n = (value: unknown): boolean => Array.isArray(at(value, 'nodes')) && isRecord(at(value, 'connections'))

export const readN8n = (file: string, value: unknown, tables: Tables): Artifact => readWorkflow(file, record(value), tables, '', 0)

/** Waiting with a time limit, as the wait block and the send-and-wait operations keep it. */
const limitsWaiting = (node: Json): boolean =>
  at(node, 'parameters', 'limitWaitTime') === true || isRecord(at(node, 'parameters', 'options', 'limitWaitTime'))

/** Blocks that hand the link for going on to a machine rather than to a person. */
const machines = /\.(?:httpRequest|code|function|functionItem)$/

const readWorkflow = (file: string, workflow: Json, tables: Tables, path: string, depth: number): Artifact => {
  const nodes = list(workflow['nodes'])
  if (nodes.length > limits.steps) throw tooLarge(file, `It has ${nodes.length} nodes`, limits.steps)
  const artifact: Artifact = { format: 'n8n', name: text(workflow['name']) || null, shape: 'flow', steps: [], edges: [], warnings: [] }
  const resumesByLink = nodes.some(
    node => !machines.test(text(at(node, 'type'))) && JSON.stringify(at(node, 'parameters') ?? null).includes('resumeUrl'),
  )
  const passing = new Set<string>()
  const settings = settingsIn(nodes)
  for (const [index, node] of nodes.entries()) {
    const type = text(at(node, 'type'))
    if (!isRecord(node) || type === '') throw notRecognised(file, `It looks like an n8n workflow, but nodes[${index}] is not a node.`)
    const name = text(node['name']) || `#${index}`
    const block = blockOf(type, tables)
    if (block.row.kind === 'note') continue
    if (node['disabled'] === true) {
      passing.add(`${path}${name}`)
      continue
    }
    const step = stepOf({
      node,
      type,
      block,
      id: `${path}${name}`,
      where: `${path}nodes[${index}] "${name}"`,
      tables,
      resumesByLink,
      settings,
    })
    if (path !== '') delete step.starts // an embedded workflow is started by the one around it
    artifact.steps.push(step)
    if (step.human && limitsWaiting(node))
      artifact.warnings.push(`${step.where}: it waits for a person only for a limited time and then goes on without an answer.`)
    if (block.row.kind === 'subflow') addEmbedded(file, node, step, artifact, tables, depth)
  }
  const edges = edgesOf(record(workflow['connections']), path)
  if (edges.length > limits.edges) throw tooLarge(file, 'It has more connections than any workflow', limits.edges)
  const offered = new Set(edges.filter(edge => edge.kind === 'ai_tool').map(edge => edge.to))
  const merges = new Set(artifact.steps.filter(step => step.type.endsWith('.merge')).map(step => step.id))
  for (const { from, to, kind, input } of through(edges, passing)) {
    const port = kind === undefined && merges.has(to) ? `${to}\u0000${input ?? 0}` : to
    artifact.edges.push({ from, to: port })
    if (port !== to) artifact.edges.push({ from: port, to })
  }
  artifact.joins = [...(artifact.joins ?? []), ...merges] // a merge runs when its last input has come
  for (const step of artifact.steps) if (offered.has(step.id)) step.tool = true
  return artifact
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
  artifact.joins = [...(artifact.joins ?? []), ...(embedded.joins ?? [])]
  artifact.warnings.push(...embedded.warnings)
}
