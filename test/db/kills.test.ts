import { expect, inject, test } from 'vitest'
import { killProgramme } from '../faults/kill-programme.ts'
import { freshStore } from '../harness.ts'

test('two kills under 20 writers lose nothing that was acknowledged (50 by `npm run faults`)', { timeout: 120_000 }, async () => {
  const { config, data, remove } = await freshStore()
  try {
    const report = await killProgramme({
      data,
      ...(inject('engine') === 'pg' && config.kind === 'postgres' ? { databaseUrl: config.url } : {}),
      kills: 2,
    })
    expect(report.acknowledged).toBeGreaterThan(10)
  } finally {
    await remove()
  }
})
