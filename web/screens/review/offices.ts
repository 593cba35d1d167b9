import type { Person, ReviewSummary } from '../../client.generated.ts'

type Role = Person['roles'][number]
type SignOff = ReviewSummary['signOffs'][number]

const offices: Readonly<Record<string, Role>> = {
  coe: 'coe-reviewer',
  'it-security': 'it-security',
  legal: 'legal',
  'change-management': 'change-manager',
  'program-lead': 'program-lead',
}

/** The open sign-offs that somebody's roles could give: what a list may offer them to take. Whether they may, the server says. */
export const openFor = (person: Person | null | undefined, signOffs: readonly SignOff[]): readonly SignOff[] =>
  signOffs.filter(({ state, role }) => state === 'open' && person?.roles.some(held => held === offices[role]) === true)
