import type { Verification } from '#src/engines/merkle/index.ts'

/** What verifying an installation's state found. */
export interface StateReport {
  readonly ok: boolean
  readonly ledger: Verification | null
  readonly faults: readonly { readonly says: string }[]
}

/** A verification for people: the answer first, then what it rests on. */
export const verificationText = (verification: Verification): string => {
  const { ok, origin, vkey, entries, faults } = verification
  const verdict = ok ? `All ${entries} entries of ${origin} are as they were written.` : `NOT SOUND: ${faults[0]?.says ?? ''}`
  const more = faults.slice(1).map(({ says }) => `  also: ${says}`)
  return [verdict, ...more, ...personalText(verification), `  key: ${vkey}`, ...trustText(verification), ''].join('\n')
}

const personalText = ({ disclosed, erased }: Verification): string[] =>
  disclosed + erased === 0 ? [] : [`  personal values: ${disclosed} shown and as recorded, ${erased} erased`]

const trustText = ({ trust, ok }: Verification): string[] =>
  trust === 'given-key' || !ok
    ? []
    : [
        '  The key was taken from the file itself: this shows that the file agrees with itself, not who wrote it.',
        '  Pass the key that you have from elsewhere with --key to know that.',
      ]

export const stateText = ({ ok, ledger, faults }: StateReport): string => {
  const summary = ledger === null ? 'Nothing was signed yet.\n' : verificationText(ledger)
  if (ok) return `${summary}Every governed row is what its newest entry says.\n`
  return `${summary}${faults.map(({ says }) => `NOT SOUND: ${says}\n`).join('')}`
}
