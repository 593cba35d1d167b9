import { Refusal } from '#src/kernel/refusal.ts'

/** The parts of a decision that a registry entry turns on. */
interface Verdict {
  verdict: string
  prohibited: readonly { rule: string; because: string }[]
  /** Whether answers that are still missing could change anything. */
  open: boolean
}

/** Where an entry stands in its life. Review, operation and retirement add their states when they arrive. */
export const states = ['draft', 'approved', 'referred'] as const
export type State = (typeof states)[number]

/**
 * The state in which an idea enters the registry: what the charter approves by default is approved at once if every answer
 * is given that could change that, what belongs to the central team is referred, and everything else is a draft.
 * @throws Refusal `prohibited-use` with one blocker for each prohibition: such an idea is not registered at all.
 */
export const stateOnEntry = ({ verdict, prohibited, open }: Verdict): State => {
  if (verdict === 'refused')
    throw new Refusal(
      'conflict',
      'prohibited-use',
      'The charter does not allow this, in any tier.',
      prohibited.map(({ because }) => ({
        field: 'facts',
        reason: because,
        remedy: 'Take the idea to the central team, change what it does, or ask for a second look.',
      })),
    )
  return verdict === 'approved-by-default' && !open ? 'approved' : verdict === 'referred' ? 'referred' : 'draft'
}

/** SOL-0042 from 42. Keys sort by number, not by letters, once there are more than 9,999. */
export const keyOf = (number: number): string => `SOL-${String(number).padStart(4, '0')}`
export const numberOf = (key: string): number => Number(key.slice('SOL-'.length))

/** What somebody looks for who typed this: one solution by its key, else those with these words. */
export const wantedBy = (q: string | undefined): { q?: string; number?: number } => {
  const typed = q?.trim() ?? ''
  if (/^sol-\d{1,15}$/i.test(typed)) return { number: Number(typed.slice('SOL-'.length)) }
  return q === undefined ? {} : { q }
}
