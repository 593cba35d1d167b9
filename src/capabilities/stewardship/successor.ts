import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'

interface Succession {
  role: 'owner' | 'backup-owner'
  /** Whoever is asked; null where nobody of that id is here. */
  to: { human: string; active: boolean } | null
  /** The human being who answers for it now. */
  owner: string
  /** The human being who stands in now, if somebody does. */
  backup: string | null
}

/** Why somebody can't be the next owner or backup owner; null where they can. */
export const whyNotSuccessor = ({ role, to, owner, backup }: Succession): Refusal | null => {
  if (!to?.active)
    return refuse('invalid', 'nobody-active', 'Nobody with this id is here now.', 'Choose somebody who is active in the directory.', 'to')
  if (to.human === owner)
    return role === 'owner'
      ? refuse('conflict', 'owner-already', 'They answer for it already.', 'Choose somebody else.', 'to')
      : refuse('conflict', 'own-backup', 'Nobody stands in for themself, through another account neither.', 'Choose somebody else.', 'to')
  if (role === 'backup-owner' && to.human === backup)
    return refuse('conflict', 'backup-already', 'They stand in for the owner already.', 'Choose somebody else.', 'to')
  return null
}
