import { expect, test } from 'vitest'
import { scratch } from '../harness.ts'
import { freshDatabase } from '../postgres/fresh.ts'
import { vaultKillProgramme } from './vault-programme.ts'

test('PostgreSQL: 50 kills while keys are changed leave every secret readable, at every moment', async () => {
  const [directory, database] = [await scratch(), await freshDatabase()]
  try {
    const report = await vaultKillProgramme({ config: { kind: 'postgres', url: database.url }, directory: directory.path, kills: 50 })
    console.log('kills while keys are changed, PostgreSQL', report)
    expect(report).toMatchObject({ kills: 50, halfWay: expect.any(Number) })
    expect(report.halfWay).toBeGreaterThan(10)
  } finally {
    await database.drop()
    await directory.remove()
  }
})

test('embedded store: 50 kills while keys are changed leave every secret readable', async () => {
  const [directory, data] = [await scratch(), await scratch()]
  try {
    const report = await vaultKillProgramme({ config: { kind: 'embedded', directory: data.path }, directory: directory.path, kills: 50 })
    console.log('kills while keys are changed, embedded store', report)
    expect(report.halfWay).toBeGreaterThan(10)
  } finally {
    await data.remove()
    await directory.remove()
  }
})
