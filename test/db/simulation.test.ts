import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import type { Config } from '#src/config.ts'
import { shippedCharter } from '#src/shipped-charter.ts'
import { simulate } from '#src/simulate.ts'
import { readExitSettings } from '#src/outbound/index.ts'
import { readKeySource } from '#src/vault/index.ts'
import { freshStore, openDemo, root } from '../harness.ts'

/** A company on a store of its own. */
const lived = async (seed: number, days: number, after: (config: Config) => Promise<void> = () => Promise.resolve()) => {
  const { config: store, data, keys, remove } = await freshStore()
  const masterKey = (installation: string) => readKeySource({ HOME: join(data, 'home') }, { dataDirectory: data, installation })
  const config: Config = {
    store,
    keys,
    demo: true,
    masterKey,
    about: { version: '0', address: null, encrypted: 'this-machine-only' },
    exit: () => readExitSettings({}),
    needsSecondFactor: false,
  }
  try {
    const place = { root, version: '0.0.0', shipped: await shippedCharter() }
    const summary = await simulate(config, place, { seed, days, from: Temporal.PlainDate.from('2025-11-24'), tell: () => undefined })
    await after(config)
    return summary
  } finally {
    await remove()
  }
}

test(
  'a company lives for 25 days through the API, every invariant holds each evening, and its data opens again as a demo',
  { timeout: 240_000 },
  async () => {
    const summary = await lived(1, 25, async ({ store, keys }) => {
      const again = await openDemo(store, keys)
      try {
        const { output } = await again.run(again.program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
        expect(output).toMatchObject({ ok: true, faults: [] })
      } finally {
        await again.close()
      }
    })
    expect(summary.acting).toBeGreaterThanOrEqual(10)
    expect(summary.reviews.decided).toBeGreaterThan(5)
    expect(summary.findings.opened).toBeGreaterThan(5)
    // The last day shows an example of each state; else the run would have ended with what is missing.
    expect(Object.keys(summary.solutions)).toHaveLength(10)
  },
)

// It follows from the seed alone: what holds on one store holds on the other.
test.runIf(inject('engine') === 'pg')(
  'the same seed and days come to the same history, another seed to another',
  { timeout: 240_000 },
  async () => {
    const told = [await lived(7, 6), await lived(7, 6), await lived(8, 6)]
    expect(told[1]).toEqual(told[0])
    expect(told[2]?.digest).not.toBe(told[0]?.digest)
  },
)
