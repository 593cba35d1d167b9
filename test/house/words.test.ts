import { expect, test } from 'vitest'
import * as actsDe from '../../web/texts/ledger/acts-de.ts'
import * as actsEn from '../../web/texts/ledger/acts-en.ts'
import { messages as messagesDe } from '../../web/texts/messages/de.ts'
import { messages as messagesEn } from '../../web/texts/messages/en.ts'
import { told as de } from '../../web/texts/findings/told-de.ts'
import { told as en } from '../../web/texts/findings/told-en.ts'
import { isTest, sourcesIn } from './sources.ts'

const named = (path: RegExp, what: RegExp): string[] =>
  sourcesIn('src')
    .filter(source => path.test(source.path) && !isTest(source.path))
    .flatMap(({ text }) => [...text.matchAll(what)].flatMap(([, name]) => name ?? []))

test('whatever an entry of the ledger says was done has words in both languages', () => {
  const types = named(/^src\/(?:capabilities|ledger)\//, /defineEntry\(\{\s*type: '([a-z-]+)'/g)
  expect(types.length).toBeGreaterThan(60)
  for (const { did } of [actsEn, actsDe]) expect(types.filter(type => !(type in did))).toEqual([])
  expect(Object.keys(actsDe.did)).toEqual(Object.keys(actsEn.did))
  expect(Object.keys(actsDe.kinds)).toEqual(Object.keys(actsEn.kinds))
})

test('every kind of message has its name among letters in both languages', () => {
  const kinds = named(/^src\/capabilities\/[a-z-]+\/messages\.ts$/, /\bkind: '([a-z]+(?:-[a-z]+)+)'/g)
  expect(kinds.length).toBeGreaterThan(25)
  for (const { deliveries } of [messagesEn, messagesDe]) expect(Object.keys(deliveries.kinds).toSorted()).toEqual(kinds.toSorted())
})

test('every rule of findings has its name, its reason and its remedy in both languages', () => {
  const rules = named(/^src\/capabilities\/findings\/[a-z]+-rules\.ts$/, /\bid: '([a-z-]+)'/g)
  expect(rules.length).toBeGreaterThan(15)
  for (const words of [en, de]) expect(Object.keys(words.ruleWords).toSorted()).toEqual(rules.toSorted())
})
