import { readCode } from './code/read.ts'
import type { CodeReading } from './code/reading.ts'
import { graphOf, reachable, type Graph } from './graph.ts'
import { limits } from './limits.ts'
import { COMPUTED, type Artifact, type Assignment, type Effect, type HttpRequest, type Step, type Use } from './model.ts'
import type { HostRow } from './tables/table.ts'
import type { Tables } from './tables/index.ts'

/**
 * The artifact with everything a step reaches made explicit: a plain HTTP call and a driver in code become the same `Use`
 * that the product's own building block gives, so no rule needs to know how something was called.
 */
export interface Resolved {
  artifact: Artifact
  steps: ResolvedStep[]
  graph: Graph
  tables: Tables
  warnings: string[]
}

export interface ResolvedStep {
  step: Step
  uses: FoundUse[]
  /** Literal hosts of its HTTP calls, lower case, with port where one is written. */
  hosts: string[]
  callsHttp: boolean
}

export interface FoundUse extends Use {
  /** How it is known, as a sentence for the maker. */
  why: string
}

export const resolve = (artifact: Artifact, tables: Tables): Resolved => {
  trimTexts(artifact)
  const graph = graphOf(artifact.edges, artifact.joins)
  const readings = new Map<string, CodeReading[]>()
  const warnings: string[] = [...artifact.warnings]
  for (const step of artifact.steps) {
    const read = (step.code ?? []).map(code => ({ code, reading: readCode(code) }))
    for (const { code, reading } of read) {
      if (!reading.parsed && code.language !== 'other')
        warnings.push(`${step.where}: its ${code.language} code could not be parsed, so what it reaches is not known.`)
    }
    readings.set(
      step.id,
      read.map(({ reading }) => reading),
    )
  }
  const nearest = chooser(graph)
  const follow = follower(literals(artifact, readings, nearest), nearest)
  const findHost = hostFinder(tables.hosts)
  const steps = artifact.steps.map((step): ResolvedStep => {
    const code = readings.get(step.id) ?? []
    const requests = [...(step.requests ?? []), ...code.flatMap(reading => reading.requests)]
    const reached = requests.map(request => follow(request, step))
    return {
      step,
      uses: [
        ...(step.uses ?? []).map(use => ({
          ...use,
          why: `${step.type}${use.operation ? ` (${use.operation})` : ''} reaches ${nameOf(tables, use.system)}`,
        })),
        ...reached.flatMap(request => useOfRequest(request, findHost, tables)),
        ...code.flatMap(reading => usesOfCode(reading, tables)),
      ],
      hosts: [...new Set(reached.flatMap(({ url }) => literalHost(url) ?? []))],
      callsHttp: requests.length > 0,
    }
  })
  return { artifact, steps, graph, tables, warnings }
}

/** Only so much text is looked at; what is left out is said. */
const trimTexts = (artifact: Artifact): void => {
  let left: number = limits.allTexts
  for (const step of artifact.steps) {
    if (!step.texts) continue
    step.texts = step.texts.slice(0, 200).map(({ role, text }) => {
      const cut = text.slice(0, Math.min(limits.textLength, left))
      left -= cut.length
      return { role, text: cut }
    })
  }
  if (left <= 0) artifact.warnings.push('It holds more text than is looked at; what the rest tells a model is not known.')
}

export const nameOf = (tables: Tables, system: string): string => tables.systems[system]?.name ?? system

interface Given {
  by: string
  value: string
}

/** Literal URLs by the name they are given, with the step that gives it. */
type Assigned = ReadonlyMap<string, readonly Given[]>

type Chooser = (candidates: readonly Given[], step: string) => Given | undefined

/**
 * Which of several steps gave a name what `step` reads from it: one right before wins, then one upstream. Looking
 * upstream costs a walk over the graph, so only the first few hundred questions get one.
 */
const chooser = (graph: Graph): Chooser => {
  let walks = 300
  return (candidates, step) => {
    if (candidates.length < 2 || walks === 0) return candidates[0]
    walks -= 1
    const before = new Set(graph.previous(step))
    const upstream = reachable(graph.previous, [step])
    return candidates.find(({ by }) => before.has(by)) ?? candidates.find(({ by }) => upstream.has(by)) ?? candidates[0]
  }
}

/** Far more than an author gives one name or reads at once; they bound the work over a file that is built to cost much. */
const MAX_GIVEN = 100
const MAX_REFS = 10

const literals = (artifact: Artifact, readings: ReadonlyMap<string, readonly CodeReading[]>, nearest: Chooser): Assigned => {
  const found = new Map<string, Given[]>()
  const add = (name: string, by: string, value: string): void => {
    const values = found.get(name)
    if (!values) found.set(name, [{ by, value }])
    else if (values.length < MAX_GIVEN) values.push({ by, value })
  }
  let waiting: (Assignment & { by: string })[] = []
  for (const step of artifact.steps) {
    for (const assignment of [...(step.assigns ?? []), ...(readings.get(step.id) ?? []).flatMap(reading => reading.assigns)]) {
      const value = assignment.value.slice(0, limits.urlLength)
      if (/^https?:\/\//i.test(value)) add(assignment.name, step.id, value)
      else if (value.startsWith(COMPUTED) && assignment.refs) waiting.push({ ...assignment, value, by: step.id })
    }
  }
  for (let round = 0; round < 3 && waiting.length > 0; round += 1) {
    // a base, a path behind it, and a name for both
    const known = waiting.map(({ refs = [], by }) =>
      nearest(
        refs.slice(0, MAX_REFS).flatMap(ref => found.get(ref) ?? []),
        by,
      ),
    )
    for (const [i, { name, by, value }] of waiting.entries()) {
      const base = known[i]
      if (base) add(name, by, joined(base.value, value).slice(0, limits.urlLength))
    }
    waiting = waiting.filter((_, i) => known[i] === undefined)
  }
  return found
}

/** `url` with its computed beginning replaced by `base`. */
const joined = (base: string, url: string): string => {
  const rest = url.slice(COMPUTED.length)
  return rest.startsWith(COMPUTED) ? base : base + rest
}

/** Completes a URL that begins with a variable by what an earlier step gave that variable. */
const follower =
  (assigned: Assigned, nearest: Chooser): ((request: HttpRequest, step: Step) => HttpRequest) =>
  (request, step) => {
    const url = request.url.slice(0, limits.urlLength)
    if (!url.startsWith(COMPUTED) && url !== '') return { ...request, url }
    const base = nearest(
      request.refs.flatMap(ref => assigned.get(ref) ?? []),
      step.id,
    )
    return { ...request, url: base ? joined(base.value, url) : url }
  }

/** The host of a URL where all of it is literal: lower case, port kept, sign-in part dropped. */
export const literalHost = (url: string): string | null => {
  const host = rawHost(url)
  return host === null || host === '' || host.includes(COMPUTED) || !/^[a-z0-9._:[\]-]+$/.test(host) ? null : host
}

/** An address without its scheme, as some builders allow it. */
const bare = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?)(?:[/?#]|$)/i

const rawHost = (url: string): string | null => {
  const authority = /^\s*(?:https?|wss?):\/\/([^/?#\s\\]*)/i.exec(url)?.[1] ?? bare.exec(url)?.[1]
  return authority === undefined ? null : authority.slice(authority.lastIndexOf('@') + 1).toLowerCase()
}

type HostFinder = (url: string) => HostRow | null

/** Built once for a table; a look-up tries the host itself and then each shorter ending. */
export const hostFinder = (rows: readonly HostRow[]): HostFinder => {
  const known = finders.get(rows)
  if (known) return known
  const byHost = new Map<string, HostRow[]>()
  for (const row of rows) byHost.set(row.host, [...(byHost.get(row.host) ?? []), row])
  const loose = rows.filter(row => row.host.startsWith('-'))
  const finder: HostFinder = url => {
    const host = rawHost(url)
    if (host === null || host === '') return null
    const path = url.replace(/^\s*\w+:\/\/[^/?#\s\\]*/, '')
    const endings = [host, host.replace(/:\d+$/, '')]
    for (let dot = endings[1]?.indexOf('.') ?? -1; dot >= 0; dot = endings[1]?.indexOf('.', dot + 1) ?? -1)
      endings.push(host.replace(/:\d+$/, '').slice(dot))
    for (const ending of endings) {
      const row = byHost.get(ending)?.find(candidate => candidate.path?.test(path) ?? true)
      if (row) return row
    }
    return loose.find(row => host.endsWith(row.host)) ?? null
  }
  finders.set(rows, finder)
  return finder
}
const finders = new WeakMap<readonly HostRow[], HostFinder>()

const useOfRequest = (request: HttpRequest, findHost: HostFinder, tables: Tables): FoundUse[] => {
  const row = findHost(request.url)
  const system = row?.system ?? request.signInOf
  if (system === undefined) return []
  const how = request.fromCode ? 'its code calls' : 'it calls'
  const target = row ? `${how} ${row.host.replace(/^[.-]/, '')}` : `${how} an address with the sign-in of ${nameOf(tables, system)}`
  return [
    {
      system,
      effect: effectOfRequest(request, row, tables),
      operation: request.method,
      why: `${target}, which is ${nameOf(tables, system)}`,
      recipients: request.recipients ?? { kind: 'computed' },
      confidence: row ? 0.95 : 0.85,
    },
  ]
}

const effectOfRequest = (request: HttpRequest, row: HostRow | null, tables: Tables): Effect => {
  const system = tables.systems[row?.system ?? request.signInOf ?? '']
  if (row?.effect || system?.ai) return 'computes'
  const reading = /^(?:GET|HEAD|OPTIONS)$/.test(request.method)
  const acts = row?.acts ? row.acts.test(request.url) : row !== null || /send|message|post|publish|tweet|upload/i.test(request.url)
  if (row?.pays && !reading && row.pays.test(request.url)) return 'pays'
  if (system?.channel && acts && (!reading || row?.acts)) return 'sends' // some send APIs take GET (Telegram's does)
  if (reading) return 'reads'
  return system?.publishes && acts && (system.publishesOnly?.test(request.url) ?? true) ? 'publishes' : 'writes'
}

const usesOfCode = (reading: CodeReading, tables: Tables): FoundUse[] => {
  const byModule = reading.modules.flatMap(module => {
    const driver = driverOf(module, tables.drivers)
    return driver === null ? [] : [{ system: driver, how: `its code imports ${module}` }]
  })
  const byScheme = reading.schemes.flatMap(scheme => {
    const system = tables.schemes[scheme]
    return system === undefined ? [] : [{ system, how: `its code holds a ${scheme}:// connection string` }]
  })
  return [...byModule, ...byScheme].map(({ system, how }) => {
    const row = tables.systems[system]
    const effect: Effect = row?.ai ? 'computes' : row?.channel ? 'sends' : row?.publishes ? 'publishes' : 'writes'
    return {
      system,
      effect,
      why: `${how}, which is ${nameOf(tables, system)}`,
      recipients: { kind: 'computed' },
      confidence: row?.channel || row?.publishes ? 0.8 : 0.9,
    }
  })
}

const driverOf = (module: string, drivers: Tables['drivers']): string | null => {
  const parts = module.split('.')
  for (let n = parts.length; n > 0; n -= 1) {
    const found = drivers[parts.slice(0, n).join('.')]
    if (found !== undefined) return found
  }
  return null
}
