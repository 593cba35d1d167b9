import { Refusal } from '#src/kernel/refusal.ts'
import { classifyAddress, plainAddress } from './address.ts'
import { targetName } from './target.ts'
import type { Target } from './target.ts'

/** One address behind a target, and what stands against calling it; null where nothing does. */
export interface Judged {
  readonly address: string
  readonly what: string
  readonly refused: Objection | null
}

interface Objection {
  readonly why: string
  readonly remedy: string
}

const never: Objection = { why: 'it is never called, whatever is set', remedy: 'Use the public https address of the service.' }
const unpermitted: Objection = {
  why: 'it is called only as a private target that two people allowed',
  remedy: 'Use a public https address, or have two people allow this host and port as a private target.',
}
const unencrypted: Objection = {
  why: 'what leaves the company is encrypted',
  remedy: 'Use https instead of http; with other services, TLS.',
}

/**
 * Judges every address that a name stands for, or the address itself where the target is one.
 * @param permitted whether two people allowed exactly this host and port as a private target.
 */
export const judge = ({ scheme }: Target, addresses: readonly string[], permitted: boolean): Judged[] =>
  addresses.map(written => {
    const { kind, what } = classifyAddress(written)
    const address = plainAddress(written) ?? written.slice(0, 60)
    const refused =
      kind === 'never'
        ? never
        : kind === 'private' && !permitted
          ? unpermitted
          : kind === 'public' && scheme === 'http'
            ? unencrypted
            : null
    return { address, what, refused }
  })

/**
 * What a name means without asking anybody: `localhost` and everything below it is this machine (RFC 6761 §6.3), however
 * some name server may answer. Undefined where the name has to be resolved.
 */
export const knownAddresses = ({ host, literal }: Target): readonly string[] | undefined =>
  literal ? [host] : /^(?:.*\.)?localhost$/.test(host) ? ['127.0.0.1'] : undefined

/** Whether a plain address is a loopback address: it means another machine to whoever hears it elsewhere. */
export const isThisMachine = (address: string): boolean => {
  const plain = plainAddress(address)
  return plain === '::1' || plain?.startsWith('127.') === true
}

/**
 * Names that only a network's own name server knows: without a dot, or below a domain that never exists on the internet
 * (RFC 6762, RFC 8375, RFC 6761, ICANN resolution 2024.07.29.06 for .internal). Where a proxy resolves names, these are
 * refused by name, since we never see their address.
 */
export const isInsideName = ({ host, literal }: Target): boolean =>
  !literal &&
  (!host.includes('.') || /\.(?:local|localhost|internal|home\.arpa|invalid|test|example|onion|corp|home|lan|intranet)$/.test(host))

/**
 * One refused address refuses the target: an answer that mixes public and private addresses is how rebinding looks.
 * The refusal says what kind of address it is, never which: whoever may name a target need not learn the network's plan.
 */
export const refuseTarget = (target: Target, judged: readonly Judged[]): Refusal | null => {
  const name = targetName(target)
  const against = new Map(
    judged.flatMap(({ what, refused }) =>
      refused === null ? [] : [[`${name}: This is ${what}; ${refused.why}.`, refused.remedy] as const],
    ),
  )
  if (against.size === 0) return null
  const blockers = [...against].map(([reason, remedy]) => ({ field: 'url', reason, remedy }))
  return new Refusal('forbidden', 'target-refused', `${name} is not called.`, blockers)
}
