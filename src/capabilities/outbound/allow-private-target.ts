import { newId } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Entry } from '#src/ledger/index.ts'
import type { HostAndPort } from '#src/outbound/index.ts'
import { targetName } from '#src/outbound/index.ts'
import type { Db } from '../operation.ts'
import { privateTargetAllowed } from './entries.ts'
import { privateTargets } from './governed.ts'
import type { PrivateTargetRow } from './store.ts'
import { countCurrent, currentByName, insertTarget } from './store.ts'
import { readPrivateTarget } from './target.ts'

/** What a proposal for a private target says. */
export interface PrivateTargetContent {
  /** Host and port. */
  readonly target: string
  readonly reason: string
}

/** The exit compares every private call with the whole list, and a list that nobody can survey protects nothing. */
export const MOST_TARGETS = 200

/**
 * Opens a private target. Only the adoption of a proposal by a second person calls this, in its own transaction.
 * @throws Refusal `bad-private-target`, `target-allowed-already`, `too-many-targets`
 */
export const allowPrivateTarget = async (
  db: Db,
  { target, reason }: PrivateTargetContent,
  { now, record }: { now: Temporal.Instant; record(entry: Entry): void },
): Promise<PrivateTargetRow> => {
  const read = await expectRoom(db, target)
  const row = await insertTarget(db, { id: newId(), ...read, reason }, now)
  record(privateTargetAllowed({ subject: privateTargets.subject(row), data: { host: row.host, port: row.port }, personal: { reason } }))
  return row
}

/** @throws Refusal `bad-private-target`, `target-allowed-already`, `too-many-targets` */
export const expectRoom = async (db: Db, target: string): Promise<HostAndPort> => {
  const read = readPrivateTarget(target)
  if (await currentByName(db, read))
    throw refuse('conflict', 'target-allowed-already', `${targetName(read)} may be called already.`, 'There is nothing to do.', 'target')
  if ((await countCurrent(db)) >= MOST_TARGETS)
    throw refuse(
      'conflict',
      'too-many-targets',
      `At most ${MOST_TARGETS} private targets may be open at a time.`,
      'Withdraw those that nobody needs any more, or put one gateway in front of several.',
      'target',
    )
  return read
}
