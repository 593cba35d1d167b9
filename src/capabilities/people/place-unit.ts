import type { Actor } from '#src/kernel/actor.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '#src/store/index.ts'
import { unknownUnit } from './permissions.ts'
import { accountsOf } from './store.ts'
import { maxUnits, pathTo, placeUnder } from './unit-tree.ts'
import { openUnits, unitByCode } from './unit-store.ts'

/**
 * Whether a unit may stand under a parent: the tree allows it, and nobody gets a say over it that they didn't have.
 * The caller holds the lock on units.
 * @throws Refusal `no-such-unit`, `unit-in-circle`, `tree-too-deep`, `too-many-units`, `own-unit`
 */
export const expectPlace = async (db: Db, actor: Actor, unit: string, parent: string | null): Promise<void> => {
  const units = new Map((await openUnits(db)).map(row => [row.id, row]))
  if (!units.has(unit) && units.size >= maxUnits)
    throw refuse('conflict', 'too-many-units', `There are ${maxUnits} units already.`, 'Close those that nobody needs any more.')
  if (parent !== null && !units.has(parent)) throw unknownUnit('parent')
  const misplaced = placeUnder(units, unit, parent)
  if (misplaced) throw misplaced
  // Who leads a unit leads what is below it. Nobody extends their own lead, through whichever account; giving one takes two people.
  const own = actor.kind === 'person' ? (await accountsOf(db, [actor.human])).map(({ id }) => id) : []
  const leads = (id: string) => pathTo(units, id).some(({ leadId }) => leadId !== null && own.includes(leadId))
  if (parent !== null && leads(parent) && !leads(unit))
    throw refuse(
      'forbidden',
      'own-unit',
      'You would come to lead this unit yourself.',
      'Ask another administrator to place it there.',
      'parent',
    )
}

/** @throws Refusal `code-taken`; a closed unit keeps its code, so that an old list doesn't mean another one. */
export const expectFree = async (db: Db, unit: string, code: string | null): Promise<void> => {
  const taken = code === null ? undefined : await unitByCode(db, code)
  if (taken && taken.id !== unit)
    throw refuse('conflict', 'code-taken', 'Another unit has this code, or had it until it was closed.', 'Choose another code.', 'code')
}
