import { keyOf } from '#src/capabilities/registry/index.ts'
import type { Broken } from './fault.ts'
import { faultsOf } from './fault.ts'
import type { Picture } from './picture.ts'

interface Owned {
  state: string
  owner: string
  /** How often two people let it run again, somebody accepted to own it, and it went live. */
  resumptions: number
  acceptances: number
  wentLive: number
  /** How often two people undid what a rule had done, or lifted a stop of it. */
  undone: number
  released: number
}

/** By solution: how it was when it was last looked at. */
export type OwnersBefore = ReadonlyMap<string, Owned>

/** What must hold of owners, stops and ends: from one look to the next they change only as people agreed. */
export const stewardship = (
  { solutions, authors, offers, resumptions, wentLive, undone, released }: Picture,
  before: OwnersBefore,
): { faults: Broken[]; seen: OwnersBefore } => {
  const seen = new Map<string, Owned>()
  const faults = solutions.flatMap(solution => {
    const { id, state, ownerId: owner, backupOwnerId, makerId } = solution
    const last = before.get(id)
    const about = offers.filter(({ solutionId }) => solutionId === id)
    const open = about.filter(each => each.state === 'offered')
    const accepted = about
      .filter(each => each.state === 'accepted' && each.role === 'owner')
      .toSorted((a, b) => Number(a.decidedAt?.epochMilliseconds) - Number(b.decidedAt?.epochMilliseconds) || (a.id < b.id ? -1 : 1))
    const agreed = resumptions.filter(each => each.subject === id && each.state === 'adopted')
    const second = agreed.at(-1)
    const live = wentLive.get(id) ?? 0
    const undoings = undone.get(id) ?? 0
    const releases = released.get(id) ?? 0
    const counts = { resumptions: agreed.length, acceptances: accepted.length, wentLive: live, undone: undoings, released: releases }
    seen.set(id, { state, owner, ...counts })
    const resumed = last !== undefined && agreed.length > last.resumptions
    return faultsOf(keyOf(solution.number), [
      !authors.some(each => each.solutionId === id && each.personId === owner) && 'its owner never had a hand in it',
      owner === backupOwnerId && 'owner and backup owner are one',
      new Set(open.map(({ role }) => role)).size < open.length && 'two offers of one place are open',
      (state === 'retired') !== (solution.retired !== null) && 'is retired by half',
      (state === 'suspended') !== (solution.stopped !== null) && 'is stopped by half',
      state === 'retired' && open.length > 0 && 'is retired and offered to somebody',
      last?.state === 'retired' && state === 'active' && live === last.wentLive && 'runs again from its retirement',
      last?.state === 'suspended' &&
        state === 'active' &&
        !resumed &&
        undoings === last.undone &&
        releases === last.released &&
        'runs again, and no two people said so',
      resumed && second?.decidedByHuman === second?.proposedByHuman && 'was resumed by one human being',
      resumed && [owner, makerId, backupOwnerId].includes(second?.decidedBy ?? '') && 'was resumed by somebody who owns or builds it',
      last !== undefined &&
        owner !== last.owner &&
        (accepted.length === last.acceptances || accepted.at(-1)?.offeredTo !== owner) &&
        'got an owner who did not accept it',
    ])
  })
  return { faults, seen }
}
