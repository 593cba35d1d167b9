import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '#src/kernel/clock.ts'
import { transact } from '#src/store/index.ts'
import type { Store } from '#src/store/index.ts'
import { LedgerAlarm } from './alarm.ts'
import { BATCH, sequenceRound } from './sequence.ts'
import type { Round } from './sequence.ts'
import type { LedgerSigner } from './signer.ts'

/** What `doctor` and the readiness probe may ask. */
export interface SequencerState {
  /** Entries in the signed tree; null before the first round. */
  readonly size: number | null
  /** Entries that waited when the last round ended. */
  readonly waiting: number
  /** When a round last went through. */
  readonly at: Temporal.Instant | null
  /** Set while the ledger must not be signed; cleared by the first round that finds it sound again. */
  readonly alarm: LedgerAlarm | null
  /** What went wrong in the last round, where it was no alarm: the database away, the disk full. Tried again by itself. */
  readonly failure: string | null
}

export interface Sequencer {
  /** Says that entries were committed. Cheap; many calls make one round. */
  poke(): void
  state(): SequencerState
  /** Resolves once everything committed before the call has its place, or `state()` says what is in the way. */
  settled(): Promise<void>
  /** Resolves after the round that is under way. */
  stop(): Promise<void>
}

/** An entry is proven within a second of its commit, also when the poke was lost with another replica. */
const EVERY_MS = 1_000
/** Commits that arrive together share a round, which costs a dozen statements and a signature however many they are. */
const GATHER_MS = 200

/** One round in its own transaction, its checkpoint remembered once the database has it. */
export const runRound = async ({ db }: Pick<Store, 'db'>, signer: LedgerSigner, clock: Clock): Promise<Round> => {
  const round = await transact(db, 'writes', transaction => sequenceRound(transaction, signer, clock.now()))
  if (round.kind === 'done' && round.note !== signer.lastNote) await signer.remember(round.note)
  return round
}

/**
 * Sequences in the background, on any number of replicas: the head's row lock lets one work at a time. Never throws; a
 * failing round is tried again, an alarm is raised once (`onAlarm`) and stands in `state()` for as long as it lasts.
 */
export const startSequencer = ({
  store,
  signer,
  clock,
  onAlarm,
}: {
  store: Pick<Store, 'db'>
  signer: LedgerSigner
  clock: Clock
  onAlarm: (alarm: LedgerAlarm) => void
}): Sequencer => {
  let state: SequencerState = { size: signer.last?.size ?? null, waiting: 0, at: null, alarm: null, failure: null }
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let poked = false
  let stopped = false
  let elsewhere = false

  const schedule = (delay: number): void => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void work(), delay)
  }

  /** Rounds never overlap: whoever asks while one runs gets that one. */
  const work = (): Promise<void> => (running ??= round())

  const round = async (): Promise<void> => {
    clearTimeout(timer)
    poked = false
    try {
      const done = await runRound(store, signer, clock)
      elsewhere = done.kind === 'busy'
      if (done.kind === 'done') state = { size: done.size, waiting: done.waiting, at: clock.now(), alarm: null, failure: null }
    } catch (error) {
      fail(error)
    }
    running = undefined
    const mine = state.alarm === null && state.failure === null && !elsewhere ? state.waiting : 0
    schedule(mine >= BATCH ? 0 : poked || mine > 0 ? GATHER_MS : EVERY_MS)
  }

  const fail = (error: unknown): void => {
    if (!(error instanceof LedgerAlarm)) {
      state = { ...state, failure: error instanceof Error ? error.message : String(error) }
      return
    }
    const known = state.alarm?.code === error.code
    state = { ...state, alarm: error, failure: null }
    if (!known) onAlarm(error)
  }

  schedule(0)
  return {
    poke() {
      if (poked) return
      poked = true
      if (running === undefined) schedule(GATHER_MS)
    },
    state: () => state,
    async settled() {
      // The round under way may have looked before the caller's commit; the next one has not.
      await running
      for (;;) {
        await work()
        if (state.alarm !== null || state.failure !== null || (state.waiting === 0 && !elsewhere)) return
        if (elsewhere) await sleep(GATHER_MS)
      }
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
