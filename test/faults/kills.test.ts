import { expect, test } from 'vitest'
import { scratch } from '../harness.ts'
import { freshDatabase } from '../postgres/fresh.ts'
import { killProgramme } from './kill-programme.ts'

test('PostgreSQL: 50 kills under 20 writers lose nothing that was acknowledged', async () => {
  const [directory, database] = [await scratch(), await freshDatabase()]
  try {
    const report = await killProgramme({ data: directory.path, databaseUrl: database.url, kills: 50 })
    console.log('kills on PostgreSQL', report)
    expect(report.acknowledged).toBeGreaterThan(1_000)
  } finally {
    await database.drop()
    await directory.remove()
  }
})

test('embedded store: 50 kills under 20 writers lose nothing that was acknowledged', async () => {
  const directory = await scratch()
  try {
    const report = await killProgramme({ data: directory.path, kills: 50 })
    console.log('kills on the embedded store', report)
    expect(report.acknowledged).toBeGreaterThan(1_000)
  } finally {
    await directory.remove()
  }
})
