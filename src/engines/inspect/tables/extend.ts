import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import type { HostRow } from './table.ts'
import type { Tables } from './index.ts'

/**
 * What a company adds: its own connectors, hosts and systems, as plain data (docs/readers.md shows a file). Rows win over
 * shipped ones of the same name. Paths are plain parts of an address, not patterns, so no row can be slow.
 */
const id = z.string().min(1).max(100)
const system = z.strictObject({
  name: z.string().min(1).max(200),
  ai: id.exactOptional(),
  channel: id.exactOptional(),
  publishes: z.boolean().exactOptional(),
  database: id.exactOptional(),
  enterprise: id.exactOptional(),
  financial: id.exactOptional(),
  integration: id.exactOptional(),
})
const effect = z.enum(['reads', 'writes', 'sends', 'drafts', 'publishes', 'listens', 'computes', 'remembers', 'pays'])
const row = z.strictObject({
  system: id.exactOptional(),
  kind: z
    .enum(['note', 'plain', 'http', 'code', 'shell', 'model', 'runs-model', 'memory', 'vectors', 'subflow', 'human', 'mcp'])
    .exactOptional(),
  default: z.string().max(500).exactOptional(),
  effects: z.record(z.string(), effect).exactOptional(),
  human: z.array(z.string()).max(100).exactOptional(),
})
const host = z.strictObject({
  host: z.string().min(3).max(200).toLowerCase(),
  system: id,
  path: z.string().max(200).exactOptional(),
  sends: z.string().max(200).exactOptional(),
})
const rows = z.record(z.string(), row).exactOptional()

const schema = z.strictObject({
  systems: z.record(z.string(), system).exactOptional(),
  hosts: z.array(host).max(10_000).exactOptional(),
  drivers: z.record(z.string(), id).exactOptional(),
  connectors: rows,
  n8nNodes: rows,
  flowiseNodes: rows,
  difyTools: rows,
})

/** @throws Refusal `tables-invalid` naming each field that can't be used. */
export const extendTables = (shipped: Tables, given: unknown): Tables => {
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw refuse(
      'invalid',
      'tables-invalid',
      `The table of additions can't be used: ${issue?.message ?? 'unknown'}.`,
      'See "Your own systems" in docs/readers.md.',
      issue?.path.join('.') ?? '',
    )
  }
  const added = parsed.data
  const tables: Tables = {
    ...shipped,
    systems: { ...shipped.systems, ...added.systems },
    hosts: [...(added.hosts ?? []).map(hostRow), ...shipped.hosts],
    drivers: { ...shipped.drivers, ...added.drivers },
    connectors: { ...shipped.connectors, ...added.connectors },
    n8nNodes: { ...shipped.n8nNodes, ...added.n8nNodes },
    flowiseNodes: { ...shipped.flowiseNodes, ...added.flowiseNodes },
    difyTools: { ...shipped.difyTools, ...added.difyTools },
  }
  for (const { system: named } of [...tables.hosts, ...Object.values(tables.connectors)]) {
    if (named !== undefined && !Object.hasOwn(tables.systems, named))
      throw refuse(
        'invalid',
        'tables-invalid',
        `There is no system "${named}".`,
        'Describe it under "systems", or use the id of a shipped one.',
        'systems',
      )
  }
  return tables
}

const literal = (part: string): RegExp => new RegExp(part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i')

const hostRow = ({ host: name, system, path, sends }: z.infer<typeof host>): HostRow => ({
  host: name,
  system,
  ...(path === undefined ? {} : { path: literal(path) }),
  ...(sends === undefined ? {} : { acts: literal(sends) }),
})
