import { expect, test } from 'vitest'
import { assembleCharter } from './assemble.ts'
import { changedParts } from './changed-parts.ts'
import type { Charter } from './charter.ts'
import { defaultCharter } from './default-charter.fixture.ts'
import type { Documents } from './documents.ts'

const edited = (edit: (documents: Documents) => Partial<Documents>): Charter => {
  const assembled = assembleCharter({ ...defaultCharter.documents, ...edit(defaultCharter.documents) })
  if ('errors' in assembled) throw new Error('The edited charter does not compile.')
  return assembled.charter
}
const rule = (id: string) => {
  const found = defaultCharter.documents['tiers.yaml'].rules.find(each => each.id === id)
  if (!found) throw new Error('There is such a rule.')
  return found
}

test('an entry that differs is called by its title, with each value before and after', () => {
  const after = edited(({ 'tiers.yaml': tiers, 'waivers.yaml': waivers }) => ({
    'tiers.yaml': {
      ...tiers,
      rules: tiers.rules.map(each =>
        each.id === 'hard-to-undo' ? { ...each, tier: 4, because: { en: 'It lasts.', de: 'Es bleibt.' } } : each,
      ),
    },
    'waivers.yaml': { ...waivers, atMostDays: 30 },
  }))
  const { title, because } = rule('hard-to-undo')
  expect(changedParts(defaultCharter, after, 'de')).toEqual([
    {
      document: 'tiers.yaml',
      id: 'hard-to-undo',
      title: title.de,
      does: 'changed',
      fields: [
        { name: ['because', 'en'], before: because.en, after: 'It lasts.' },
        { name: ['because'], before: because.de, after: 'Es bleibt.' },
        { name: ['tier'], before: '3', after: '4' },
      ],
    },
    { document: 'waivers.yaml', id: null, title: null, does: 'changed', fields: [{ name: ['atMostDays'], before: '90', after: '30' }] },
  ])
})

test('an entry that is new or gone says all that it says, and nothing in a language that nobody asked for', () => {
  const without = edited(({ 'tiers.yaml': tiers }) => ({
    'tiers.yaml': { ...tiers, rules: tiers.rules.filter(({ id }) => id !== 'hard-to-undo') },
  }))
  const { title, because, when } = rule('hard-to-undo')
  const [gone] = changedParts(defaultCharter, without, 'en')
  expect(gone).toMatchObject({ id: 'hard-to-undo', title: title.en, does: 'removed' })
  expect(gone?.fields).toEqual(
    expect.arrayContaining([
      { name: ['because'], before: because.en, after: null },
      { name: ['when'], before: when, after: null },
      { name: ['tier'], before: '3', after: null },
    ]),
  )
  expect(gone?.fields.map(({ name }) => name.join(' '))).not.toContain('id')
  expect(changedParts(without, defaultCharter, 'en')).toMatchObject([{ id: 'hard-to-undo', does: 'added' }])
})

test('a sign-off in a lane is told apart by its role, so that one number of it is one change', () => {
  const after = edited(({ 'lanes.yaml': lanes }) => ({
    'lanes.yaml': {
      ...lanes,
      lanes: lanes.lanes.map(lane => ({
        ...lane,
        signOffs: lane.signOffs.map(each => (each.role === 'legal' ? { ...each, businessDays: 8 } : each)),
      })),
    },
  }))
  expect(changedParts(defaultCharter, after, 'en')).toMatchObject([
    { document: 'lanes.yaml', id: 'controlled', fields: [{ name: ['signOffs', 'legal', 'businessDays'], before: '5', after: '8' }] },
  ])
})

test('without an earlier charter, everything is told, each document and each rule of it', () => {
  const all = changedParts(null, defaultCharter, 'en')
  expect(new Set(all.map(({ document }) => document)).size).toBe(Object.keys(defaultCharter.documents).length)
  const told = new Set(all.filter(({ document }) => document === 'tiers.yaml').map(({ id }) => id))
  expect(defaultCharter.documents['tiers.yaml'].rules.filter(({ id }) => !told.has(id))).toEqual([])
})
