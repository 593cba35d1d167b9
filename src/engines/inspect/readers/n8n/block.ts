import type { NodeRow } from '../../tables/table.ts'
import type { Tables } from '../../tables/index.ts'
import { vendorOf } from '../../tables/vendors.ts'

/** What a node is: its row, and whether its type says that it is a tool of an agent or the start of a run. */
export interface Block {
  row: NodeRow
  tool: boolean
  trigger: boolean
  /** Name in the table of blocks, suffixes taken off. */
  key: string
}

/** The row of a type, with the suffixes `Tool` and `Trigger` taken apart where the whole name is not a row itself. */
export const blockOf = (type: string, tables: Tables): Block => {
  const [, family = '', base = type] = /^(@n8n\/n8n-nodes-langchain\.|(?:@[\w-]+\/)?n8n-nodes-[\w-]+\.)?(.+)$/.exec(type) ?? []
  const key = family.includes('langchain') ? `lc:${base}` : base
  const rows = tables.n8nNodes
  const own = Object.hasOwn(rows, key) ? rows[key] : undefined
  if (own) return { row: own, tool: false, trigger: own.trigger !== undefined, key }
  for (const [suffix, flags] of [
    ['Tool', { tool: true, trigger: false }],
    ['Trigger', { tool: false, trigger: true }],
  ] as const) {
    const short = key.slice(0, -suffix.length)
    if (!key.endsWith(suffix)) continue
    const plain = short.replace(/Hitl$/, '') // a person asked by that product before the tools behind are used
    return { row: (Object.hasOwn(rows, plain) ? rows[plain] : undefined) ?? patternRow(type, tables), key: short, ...flags }
  }
  return { row: patternRow(type, tables), tool: false, trigger: false, key }
}

/**
 * A block without a row. Of the LangChain family the name tells models from what uses one; of n8n's other own blocks it
 * reaches nothing that makes a fact; blocks of other packages are known by patterns.
 */
const patternRow = (type: string, tables: Tables): NodeRow => {
  const [, family, base = ''] = /^(n8n-nodes-base|@n8n\/n8n-nodes-langchain)\.(.*)$/.exec(type) ?? []
  if (family === 'n8n-nodes-base') return {}
  if (family === undefined) return tables.n8nPatterns.find(([pattern]) => pattern.test(type))?.[1] ?? {}
  if (/^(?:lm[A-Z]|embeddings)/.test(base)) return { kind: 'model', system: vendorOf(base) }
  return /^chain|agent/i.test(base) ? { kind: 'runs-model' } : {}
}
