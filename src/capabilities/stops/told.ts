import type { Message } from '#src/kernel/message.ts'
import type { SolutionRow, StopRow } from '../registry/index.ts'
import { stopKeyOf, whoAnswers } from '../registry/index.ts'
import { stoppedAtOnce } from './messages.ts'

/**
 * Who is told of what a stop suspended: those who answer for it and who stand in for them, each once, in the transaction that
 * suspends. Whoever heard of the stop with an earlier part of it does not hear again: a message is of the stop as it began.
 */
export const toldOfStop = (
  { id, number, because }: Pick<StopRow, 'id' | 'number' | 'because'>,
  suspended: readonly Pick<SolutionRow, 'ownerId' | 'backupOwnerId'>[],
): Message[] => {
  const key = stopKeyOf(number)
  return [...Map.groupBy(suspended.flatMap(whoAnswers), ({ to }) => to).values()].flatMap(([whom]) =>
    whom
      ? [stoppedAtOnce({ ...whom, about: { kind: 'stop', key, name: key }, of: { id, version: 1 }, facts: { stop: key, why: because } })]
      : [],
  )
}
