import { expect, test } from 'vitest'
import { sourcesIn } from './sources.ts'

/** Columns of sealed values that a text declares as governed. */
const governedSealed = (text: string): string[] =>
  [...text.matchAll(/\bgoverned\(\{[^}]*?columns: \[([^\]]*)\]/gs)].flatMap(([, columns = '']) => columns.match(/\bsealed[A-Z]\w*/g) ?? [])

test('no sealed value is governed by the ledger: a new data key changes its bytes, and not what it says', () => {
  const found = sourcesIn('src/capabilities').flatMap(({ path, text }) => governedSealed(text).map(column => `${path}: ${column}`))
  expect(found).toEqual([])
  expect(governedSealed(`governed({ kind: 'x', table: 'x', columns: ['name', 'sealedSecret'] })`)).toEqual(['sealedSecret'])
  expect(governedSealed(`governed({\n  kind: 'x',\n  columns: [\n    'name',\n    'sealedSecret',\n  ],\n})`)).toEqual(['sealedSecret'])
})
