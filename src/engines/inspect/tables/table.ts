import type { Effect, TriggerKind } from '../model.ts'

/** Shapes of the data files beside this one. Everything a company adds is checked against the same shapes. */

/** A product. At most a few of these stand in one row; a row with a name only is known and means nothing. */
export interface System {
  name: string
  /** Vendor id of the fact `aiVendors`. */
  ai?: string
  /** Half a sentence saying why `ai` is doubtful. */
  doubt?: string
  channel?: string
  publishes?: boolean
  publishesDoubt?: string
  publishesConfidence?: number
  /** Only operations or paths like this publish. */
  publishesOnly?: RegExp
  database?: string
  enterprise?: string
  enterpriseDoubt?: string
  financial?: string
  /** What reaching it means as a charter's `integrations` value. */
  integration?: string
}

/** One kind of building block of a format. */
export interface NodeRow {
  /** Id in `systems`. */
  system?: string
  /** What it is besides: `note` is never read; `http` and `code` are read further by the reader. */
  kind?:
    | 'note'
    | 'plain'
    | 'http'
    | 'code'
    | 'shell'
    | 'model'
    | 'runs-model'
    | 'memory'
    | 'vectors'
    | 'subflow'
    | 'human'
    | 'mcp'
    | 'doubtful-ai'
  trigger?: TriggerKind
  /**
   * Operations that the format leaves out of the file because they are the default: `resource/operation`, one for each
   * resource, parted by spaces; the first names the default resource.
   */
  default?: string
  /** Operations with an effect other than their verb suggests, as `resource/operation` or the operation alone. */
  effects?: Readonly<Record<string, Effect>>
  /** Operations that stop the run until a person answers. */
  human?: readonly string[]
}

/** A host on the network, matched as a whole or as the end of a longer one (`.openai.azure.com`). */
export interface HostRow {
  host: string
  system: string
  /** Where one host serves several products: only paths like this. */
  path?: RegExp
  /** Requests that send or publish; others only read or write. Left out: every request but GET, where the system can. */
  acts?: RegExp
  /** Requests (other than GET) that move money. */
  pays?: RegExp
  /** A model runs on every request. */
  effect?: Effect
}
