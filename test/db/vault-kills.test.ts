import { expect, test } from 'vitest'
import { vaultKillProgramme } from '../faults/vault-programme.ts'
import { freshStore, scratch } from '../harness.ts'

test('two kills while keys are changed leave every secret readable (50 by `npm run faults`)', { timeout: 120_000 }, async () => {
  const [{ config, remove }, directory] = [await freshStore(), await scratch()]
  try {
    const report = await vaultKillProgramme({ config, directory: directory.path, kills: 2 })
    expect(report.kills).toBe(2)
    expect(report.opened).toBeGreaterThan(1_000)
  } finally {
    await remove()
    await directory.remove()
  }
})
