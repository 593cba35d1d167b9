import { hash } from 'node:crypto'
import type { Charter } from '#src/engines/charter/index.ts'
import { canonical } from '#src/kernel/canonical.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** What a charter's page of standards says, by digest: whoever accepted it is asked again once a rule really changes. */
export const standardsOf = ({ documents }: Pick<Charter, 'documents'>): { version: string; digest: string } => {
  const { version, standards } = documents['standards.yaml']
  return { version, digest: hash('sha256', canonical(['standards', standards]), 'hex') }
}

/**
 * Whether somebody typed their own name: capitals, accents and spacing make no difference, as people write it themselves.
 * @returns null where they did.
 */
export const nameFault = (typed: string, name: string): Refusal | null =>
  folded(typed) === folded(name)
    ? null
    : refuse('invalid', 'not-your-name', 'This is not the name that the directory has for you.', `Type your full name: ${name}.`, 'name')

const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
