import { limits, notRecognised, tooLarge } from '../limits.ts'
import { COMPUTED, type Artifact, type Assignment, type Code, type Edge, type Step, type StepText, type Use } from '../model.ts'
import { at, isRecord, list, strings, text, type Json } from '../source/values.ts'
import { effectOf } from '../tables/effects.ts'
import type { NodeRow } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'
import { vendorOf } from '../tables/vendors.ts'

/** Node-RED flow files (nodered.org/docs/developing-flows): a list of nodes; pages and accounts are nodes too. */
export const isNodeRed = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(node => isRecord(node) && typeof node['id'] === 'string' && typeof node['type'] === 'string')

export const readNodeRed = (file: string, value: unknown, tables: Tables): Artifact => {
  const nodes = list(value).filter(isRecord)
  if (nodes.length > limits.steps) throw tooLarge(file, `It has ${nodes.length} nodes`, limits.steps)
  const off = new Set(nodes.filter(node => node['disabled'] === true || node['d'] === true).map(node => text(node['id'])))
  const name = text(nodes.find(node => node['type'] === 'tab')?.['label']) || null
  const artifact: Artifact = { format: 'node-red', name, shape: 'flow', steps: [], edges: [], warnings: [] }
  for (const [index, node] of nodes.entries()) {
    const id = text(node['id'])
    if (!runs(node) || off.has(id) || off.has(text(node['z']))) continue
    const row = rowOf(text(node['type']), tables)
    if (row.kind === 'note') continue
    const title = text(node['name'])
    artifact.steps.push(stepOf(node, id, title === '' ? `[${index}]` : `[${index}] "${title}"`, row, tables))
    artifact.edges.push(...edgesFrom(node, id))
  }
  artifact.edges.push(...nodes.filter(node => node['type'] === 'subflow').flatMap(definition => subflowEdges(definition, nodes)))
  if (artifact.edges.length > limits.edges) throw tooLarge(file, 'It has more connections than any flow', limits.edges)
  if (artifact.steps.length === 0 && !nodes.some(node => node['type'] === 'tab'))
    throw notRecognised(file, 'It is a list of objects with ids and types, but no Node-RED flow.')
  return artifact
}

/** Configuration nodes lie on no page and lead nowhere; they are settings, whose secrets are not in the file. */
const runs = (node: Json): boolean => (typeof node['z'] === 'string' && node['z'] !== '') || Array.isArray(node['wires'])

const rowOf = (type: string, tables: Tables): NodeRow => tables.nodeRedNodes.find(([pattern]) => pattern.test(type))?.[1] ?? {}

const edgesFrom = (node: Json, id: string): Edge[] => {
  const wires = list(node['wires'])
    .flatMap(output => list(output))
    .map(text)
  const links = node['type'] === 'link out' || node['type'] === 'link call' ? list(node['links']).map(text) : []
  return [...wires, ...links].filter(to => to !== '').map(to => ({ from: id, to }))
}

/** An instance leads into its subflow, and what the subflow gives out comes from the instance. */
const subflowEdges = (definition: Json, nodes: readonly Json[]): Edge[] => {
  const instances = nodes.filter(node => node['type'] === `subflow:${text(definition['id'])}`)
  const into = list(definition['in'])
    .flatMap(port => list(at(port, 'wires')))
    .map(wire => text(at(wire, 'id')))
  const out = list(definition['out'])
    .flatMap(port => list(at(port, 'wires')))
    .map(wire => text(at(wire, 'id')))
  return instances.flatMap(instance => {
    const id = text(instance['id'])
    const next = list(instance['wires'])
      .flatMap(output => list(output))
      .map(text)
    return [...into.map(to => ({ from: id, to })), ...out.flatMap(from => next.map(to => ({ from, to })))]
  })
}

const stepOf = (node: Json, id: string, where: string, row: NodeRow, tables: Tables): Step => {
  const type = text(node['type'])
  const step: Step = { id, where, type }
  if (type === 'catch') step.entry = true
  if (row.trigger !== undefined) step.starts = [type === 'inject' && isScheduled(node) ? 'schedule' : row.trigger]
  if (row.kind === 'http') step.requests = [requestOf(node)]
  else if (row.kind === 'code') step.code = codeOf(node, type, where)
  else if (row.kind === 'shell') step.code = [{ language: 'shell', text: `${text(node['command'])} ${text(node['append'])}`, at: where }]
  else if (row.kind === 'subflow') step.subflow = true
  else if (row.kind === 'model') step.model = { vendor: tables.systems[vendorOf(type)]?.ai ?? 'other' }
  if (row.system !== undefined) step.uses = [useOf(node, row, tables)]
  const assigns = assignmentsOf(node)
  if (assigns.length > 0) step.assigns = assigns
  const texts = textsOf(node, row)
  if (texts.length > 0) step.texts = texts
  return step
}

const codeOf = (node: Json, type: string, where: string): Code[] => {
  const sources = ['func', 'initialize', 'finalize'].map(key => text(node[key])).filter(source => source.trim() !== '')
  if (sources.length === 0) return [{ language: 'other', text: '', at: where }]
  return sources.map(source => ({ language: type.startsWith('python') ? 'python' : 'javascript', text: source, at: where }))
}

/** One node is button and timer: an interval or a calendar makes it a timer. */
const isScheduled = (node: Json): boolean => text(node['crontab']) !== '' || Number(node['repeat']) > 0

const useOf = (node: Json, row: NodeRow, tables: Tables): Use => {
  const system = row.system ?? ''
  if (row.trigger !== undefined) return { system, effect: 'listens' }
  const use: Use = { system, effect: effectOf(row.default ?? 'data/query', row, tables.systems[system]) }
  if (tables.systems[system]?.channel === undefined) return use
  const to = text(node['name']) // the e-mail node keeps its recipient in its name; empty means the message says it
  return { ...use, recipients: node['type'] === 'e-mail' && to.includes('@') ? { kind: 'fixed', addresses: [to] } : { kind: 'computed' } }
}

const filled = (source: string): string => source.slice(0, limits.urlLength).replace(/\{\{\{?[^{}]*\}?\}\}|\$\{[^{}]*\}/g, COMPUTED)

/** An empty address or method means that the message sets it: `msg.url`. */
const requestOf = (node: Json): NonNullable<Step['requests']>[number] => {
  const url = filled(text(node['url']))
  const method = text(node['method']).toUpperCase()
  const named = [
    ...text(node['url'])
      .slice(0, limits.urlLength)
      .matchAll(/\{\{\{?\s*([\w.]+)/g),
  ].map(([, path = '']) => path.split('.').at(-1) ?? '')
  return {
    url: url === '' ? COMPUTED : url,
    refs: url === '' ? ['url'] : named,
    method: method === 'USE' || method === '' ? 'POST' : method,
    recipients: { kind: 'computed' },
  }
}

const assignmentsOf = (node: Json): Assignment[] => {
  if (node['type'] === 'template') return [{ name: text(node['field']).split('.').at(-1) ?? '', value: filled(text(node['template'])) }]
  if (node['type'] === 'change') {
    const literal = list(node['rules']).filter(rule => at(rule, 't') === 'set' && at(rule, 'tot') === 'str')
    return literal.map(rule => ({ name: text(at(rule, 'p')).split('.').at(-1) ?? '', value: filled(text(at(rule, 'to'))) }))
  }
  if (node['type'] === 'inject') {
    const literal = list(node['props']).filter(property => at(property, 'vt') === 'str')
    return literal.map(property => ({ name: text(at(property, 'p')), value: text(at(property, 'v')) }))
  }
  return list(node['env']).map(variable => ({ name: text(at(variable, 'name')), value: text(at(variable, 'value')) }))
}

/** Prompts are put together before the call, in templates, changes and code. */
const textsOf = (node: Json, row: NodeRow): StepText[] => {
  const written =
    node['type'] === 'template'
      ? node['template']
      : node['type'] === 'change'
        ? node['rules']
        : row.kind === 'code'
          ? node['func']
          : row.kind === 'model'
            ? node
            : null
  return [...strings(written)].filter(({ value }) => value.length > 20).map(({ value }) => ({ role: 'prompt', text: value }))
}
