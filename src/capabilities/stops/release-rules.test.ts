import { expect, test } from 'vitest'
import { whyKept } from './release-rules.ts'

const stopped = { by: 'sam', human: 'sam', at: '2026-11-24T09:00:00Z', because: 'It leaks.', stop: 'STOP-0007' }
const blocker = { reason: 'Its entry has expired.', remedy: 'Confirm that it is still true.' }

const kept = (state: string, by: typeof stopped | Omit<typeof stopped, 'stop'> | null, blockers = [blocker]) =>
  whyKept({ stop: 'STOP-0007', solution: { state, stopped: by }, blockers }).map(({ reason }) => reason)

test('what the stop suspended runs again, unless the rules for going live keep it', () => {
  expect(kept('suspended', stopped, [])).toEqual([])
  expect(kept('suspended', stopped)).toEqual([blocker.reason])
})

test('what another stop, a person or nobody suspended is left as it is', () => {
  const { stop: _, ...byPerson } = stopped
  for (const by of [{ ...stopped, stop: 'STOP-0008' }, byPerson])
    expect(kept('suspended', by, [])).toEqual(['Something else had stopped it.'])
  expect(kept('retired', null, [])).toEqual(['It is not suspended any more.'])
})
