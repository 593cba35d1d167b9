import { connectors } from './connectors.ts'
import { difyTools } from './dify-tools.ts'
import { drivers, schemes } from './drivers.ts'
import { flowiseNodes } from './flowise-nodes.ts'
import { hosts } from './hosts.ts'
import { langflowComponents } from './langflow-components.ts'
import { n8nNodes, n8nPatterns } from './n8n-nodes.ts'
import { nodeRedNodes } from './node-red-nodes.ts'
import { systems } from './systems.ts'
import type { HostRow, NodeRow, System } from './table.ts'

/** All that the readers know about the world outside the file. Pass a longer one to `inspect` to know more. */
export interface Tables {
  systems: Readonly<Record<string, System>>
  hosts: readonly HostRow[]
  drivers: Readonly<Record<string, string>>
  schemes: Readonly<Record<string, string>>
  n8nNodes: Readonly<Record<string, NodeRow>>
  /** For blocks that have no row: the first pattern that fits the whole type. */
  n8nPatterns: readonly (readonly [RegExp, NodeRow])[]
  connectors: Readonly<Record<string, NodeRow>>
  flowiseNodes: Readonly<Record<string, NodeRow>>
  difyTools: Readonly<Record<string, NodeRow>>
  langflowComponents: typeof langflowComponents
  /** In order; the first pattern that fits the type wins. */
  nodeRedNodes: readonly (readonly [RegExp, NodeRow])[]
}

export const shippedTables: Tables = {
  systems,
  hosts,
  drivers,
  schemes,
  n8nNodes,
  n8nPatterns,
  connectors,
  flowiseNodes,
  difyTools,
  langflowComponents,
  nodeRedNodes,
}
