import { Refusal } from '#src/kernel/refusal.ts'
import { limits, notRecognised, tooLarge, unreadable } from '../limits.ts'
import type { Artifact } from '../model.ts'
import { componentsOf, isTopic, readCopilotStudio, type Component } from '../readers/copilot-studio.ts'
import { isDify, readDify } from '../readers/dify.ts'
import { isFlowise, isFlowiseTool, readFlowise, readFlowiseTool } from '../readers/flowise.ts'
import { isLangflow, readLangflow } from '../readers/langflow.ts'
import { isN8n, readN8n } from '../readers/n8n/workflow.ts'
import { isNodeRed, readNodeRed } from '../readers/node-red.ts'
import { definitionOf, readFlow } from '../readers/power-automate/flow.ts'
import type { Tables } from '../tables/index.ts'
import { parseJson } from './json.ts'
import { isRecord } from './values.ts'
import { parseYaml } from './yaml.ts'
import { isZip, unzip } from './zip.ts'

/** A file as it came, or the files of a folder that together are one agent. */
export type Source = { name: string; bytes: Uint8Array } | { name: string; members: readonly Member[] }
export interface Member {
  path: string
  bytes: Uint8Array
}

/** Recognises the format by its content, never by the file's name, and reads it. Refuses what it does not recognise. */
export const readArtifact = (source: Source, tables: Tables): Artifact => {
  if ('members' in source) return readMembers(source.name, source.members, tables)
  const { name, bytes } = source
  if (bytes.length > limits.fileBytes) throw tooLarge(name, `It has ${bytes.length.toLocaleString('en')} bytes`, limits.fileBytes)
  if (isZip(bytes)) return readMembers(name, unzip(name, bytes), tables)
  return readValue(name, parse(name, textOf(name, bytes)), tables)
}

const readValue = (name: string, value: unknown, tables: Tables): Artifact => {
  if (isN8n(value)) return readN8n(name, value, tables)
  if (definitionOf(value)) return readFlow(name, value, tables)
  if (isNodeRed(value)) return readNodeRed(name, value, tables)
  if (isFlowise(value)) return readFlowise(name, value, tables)
  if (isFlowiseTool(value)) return readFlowiseTool(value)
  if (isLangflow(value)) return readLangflow(name, value, tables)
  if (isDify(value)) return readDify(name, value, tables)
  if (isTopic(value)) return readCopilotStudio(name, [{ path: 'topic', value }], tables)
  throw notRecognised(
    name,
    `It is ${isRecord(value) || Array.isArray(value) ? 'structured data, but of no automation that we know' : 'a single value, not an automation'}.`,
  )
}

const textOf = (name: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) // takes a byte order mark away
  } catch {
    throw unreadable(name, 'It is not UTF-8 text, nor a ZIP archive.')
  }
}

/** JSON where it begins like JSON; YAML otherwise. (YAML would take most JSON too, and its duplicate keys.) */
const parse = (name: string, source: string): unknown => (/^\s*[[{]/.test(source) ? parseJson(name, source) : parseYaml(name, source))

/**
 * A package, a solution or a cloned agent: flows are definitions, components are YAML that says its kind. Members that
 * are neither say nothing about what runs (names, colours, dependencies) and are left alone.
 */
const readMembers = (name: string, members: readonly Member[], tables: Tables): Artifact => {
  const flows: Artifact[] = []
  const found: Component[] = []
  const rest: { path: string; value: unknown }[] = []
  const warnings: string[] = []
  for (const { path, bytes } of members) {
    const isText = /\.(?:json|ya?ml)$/i.test(path) || /(?:^|\/)data$/.test(path)
    if (!isText || bytes.length === 0) continue
    const value = parseMember(name, path, bytes, warnings)
    if (definitionOf(value)) flows.push(readFlow(name, value, tables, `${path}: `))
    else if (isRecord(value)) (componentsOf([{ path, value }]).length > 0 ? found : rest).push({ path, value })
  }
  if (found.length === 0 && flows.length === 0) {
    const only = rest.find(({ value }) => isN8n(value) || isFlowise(value) || isDify(value) || isLangflow(value))
    if (only) return readValue(name, only.value, tables)
    throw notRecognised(name, 'It holds no flow and no agent.')
  }
  const agent = found.length > 0 ? readCopilotStudio(name, found, tables) : null
  return merged(agent, flows, titleOf(rest), warnings)
}

/** A member that is broken on its own is named and left out; one that is too much refuses the whole. */
const parseMember = (name: string, path: string, bytes: Uint8Array, warnings: string[]): unknown => {
  try {
    return parse(name, textOf(name, bytes))
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'too-large' || /twice/.test(error.message)) throw error
    warnings.push(`${path}: ${error.message} What it does is not known.`)
    return null
  }
}

const titleOf = (rest: readonly { path: string; value: unknown }[]): string | null => {
  for (const { path, value } of rest) {
    if (!/(?:^|\/)(?:manifest\.json|settings\.mcs\.yml)$/.test(path) || !isRecord(value)) continue
    const details = value['details']
    const title = isRecord(details) ? details['displayName'] : value['displayName']
    if (typeof title === 'string') return title
  }
  return null
}

/** Flows of an agent are its own tools: that the agent calls them is no trigger of the whole. */
const merged = (agent: Artifact | null, flows: readonly Artifact[], title: string | null, warnings: readonly string[]): Artifact => {
  const whole: Artifact = agent ?? { format: 'power-automate', name: null, shape: 'flow', steps: [], edges: [], warnings: [] }
  const steps = [...whole.steps]
  for (const flow of flows) {
    for (const step of flow.steps) {
      const starts = step.starts?.filter(kind => kind !== 'subflow')
      if (agent && step.starts && starts?.length === 0) {
        delete step.starts
        whole.edges.push({ from: 'agent', to: step.id })
      }
      steps.push(step)
    }
    for (const edge of flow.edges) whole.edges.push(edge)
    whole.joins = [...(whole.joins ?? []), ...(flow.joins ?? [])]
  }
  if (steps.length > limits.steps) throw tooLarge(title ?? 'archive', `It has ${steps.length} steps`, limits.steps)
  const name = title ?? whole.name ?? (flows.length === 1 ? (flows[0]?.name ?? null) : null)
  return { ...whole, name, steps, warnings: [...whole.warnings, ...flows.flatMap(flow => flow.warnings), ...warnings] }
}
