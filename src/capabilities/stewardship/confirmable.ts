import type { Blocker } from '#src/kernel/refusal.ts'

interface Confirmed {
  /** What it was approved as, and what the charter in force makes of the same facts. */
  approved: { tier: number }
  now: { tier: number; verdict: string; because: readonly { because: string; remedy?: string }[] }
  /** Whether a newer declaration is under way: then what is written there is not what runs. */
  changing: boolean
}

/** Why “nothing changed” can't be said of an entry; empty where it can. */
export const whyNotConfirmable = ({ approved, now, changing }: Confirmed): Blocker[] => {
  const blockers: (Blocker | false)[] = [
    changing && {
      reason: 'A change of it is under way.',
      remedy: 'Have it approved or withdraw it first; then what stands in the entry is what runs.',
    },
    (now.verdict === 'refused' || now.verdict === 'referred' || now.verdict === 'blocked') && {
      field: 'facts',
      reason: now.because[0]?.because ?? 'The charter in force does not allow it any more.',
      remedy: now.because[0]?.remedy ?? 'Change what it does, and declare that.',
    },
    now.tier > approved.tier && {
      field: 'facts',
      reason: `By the charter in force it is of tier ${now.tier}; it was approved in tier ${approved.tier}.`,
      remedy: 'Declare it anew, so that it goes into the lane that it belongs to now.',
    },
  ]
  return blockers.filter(blocker => blocker !== false)
}
