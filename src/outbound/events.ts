import type { Judged } from './judge.ts'

/** What happens on the way of a call, for whoever wants to explain it. Holds no path, no header, no credential. */
export type ExitEvent =
  | { readonly step: 'route'; readonly target: string; readonly proxy: string | null }
  | { readonly step: 'resolved'; readonly target: string; readonly judged: readonly Judged[]; readonly permitted: boolean }
  | { readonly step: 'left-to-proxy'; readonly target: string }
  | { readonly step: 'connected'; readonly target: string; readonly address: string }
  | { readonly step: 'trusted'; readonly target: string; readonly protocol: string; readonly issuer: string; readonly until: string }
  | { readonly step: 'answered'; readonly target: string; readonly status: number }

export type Observe = (event: ExitEvent) => void
