import { describe, expect, it } from 'vitest'
import { assembleCharter } from './assemble.ts'
import type { Charter } from './charter.ts'
import { defaultCharter } from './default-charter.fixture.ts'
import { changeText, difference, threeWayDifference } from './difference.ts'
import type { Documents } from './documents.ts'

const edited = (edit: (documents: Documents) => Partial<Documents>): Charter => {
  const assembled = assembleCharter({ ...defaultCharter.documents, ...edit(defaultCharter.documents) })
  if ('errors' in assembled) throw new Error('The edited charter does not compile.')
  return assembled.charter
}
const withTier = (id: string, tier: 1 | 2 | 3 | 4) =>
  edited(({ 'tiers.yaml': tiers }) => ({
    'tiers.yaml': { ...tiers, rules: tiers.rules.map(rule => (rule.id === id ? { ...rule, tier } : rule)) },
  }))
const words = (after: Charter, language: 'en' | 'de' = 'en') =>
  difference(defaultCharter, after).map(change => changeText(change, language))

describe('the difference between two charters in words', () => {
  it('is empty for the same charter', () => expect(words(defaultCharter)).toEqual([]))

  it('names the part that changed, by ids', () => {
    expect(words(withTier('hard-to-undo', 4))).toEqual(['tiers › hard-to-undo › tier was 3 and is now 4.'])
    expect(words(withTier('hard-to-undo', 4), 'de')).toEqual(['tiers › hard-to-undo › tier war 3 und ist jetzt 4.'])
  })

  it('says what is new, what is gone, and what a list gained and lost', () => {
    const [first] = defaultCharter.documents['obligations.yaml'].obligations
    if (first === undefined) throw new Error('There is an obligation.')
    expect(
      words(edited(({ 'obligations.yaml': { obligations } }) => ({ 'obligations.yaml': { obligations: obligations.slice(1) } }))),
    ).toEqual(['obligations › register is gone: “Register it”.'])
    expect(
      words(
        edited(({ 'obligations.yaml': { obligations } }) => ({
          'obligations.yaml': { obligations: [...obligations, { ...first, id: 'again' }] },
        })),
      ),
    ).toEqual(['obligations › again is new: “Register it”.'])
    expect(
      words(
        edited(({ 'tools.yaml': tools }) => ({
          'tools.yaml': {
            ...tools,
            tools: tools.tools.map(tool => (tool.id === 'public-chat' ? { ...tool, approvedFor: ['internal'] } : tool)),
          },
        })),
      ),
    ).toEqual(['tools › public-chat › approvedFor: now with internal; no longer with public.'])
  })

  it('does not mistake another order for another content', () => {
    expect(
      words(edited(({ 'contacts.yaml': contacts }) => ({ 'contacts.yaml': { ...contacts, contacts: contacts.contacts.toReversed() } }))),
    ).toEqual([])
  })
})

describe('the three-way difference to a newer default', () => {
  const states = (ours: Charter, theirs: Charter) =>
    threeWayDifference(defaultCharter, ours, theirs).map(({ path, state, before, after }) => [path.join(' '), state, before, after])

  it('keeps ours, offers theirs', () => {
    expect(states(withTier('hard-to-undo', 4), withTier('company-systems', 2))).toEqual([
      ['tiers.yaml rules hard-to-undo tier', 'ours', 4, 3],
      ['tiers.yaml rules company-systems tier', 'theirs', 3, 2],
    ])
  })

  it('sees what both changed alike, and what needs a decision', () => {
    expect(states(withTier('hard-to-undo', 4), withTier('hard-to-undo', 4))).toEqual([['tiers.yaml rules hard-to-undo tier', 'same', 4, 4]])
    expect(states(withTier('hard-to-undo', 4), withTier('hard-to-undo', 2))).toEqual([
      ['tiers.yaml rules hard-to-undo tier', 'conflict', 4, 2],
    ])
  })

  it('a rule that we took out and they changed is a conflict', () => {
    const without = edited(({ 'tiers.yaml': tiers }) => ({
      'tiers.yaml': { ...tiers, rules: tiers.rules.filter(({ id }) => id !== 'hard-to-undo') },
    }))
    expect(states(without, withTier('hard-to-undo', 4))).toMatchObject([
      ['tiers.yaml rules hard-to-undo', 'conflict', undefined, { tier: 4 }],
    ])
    expect(states(withTier('hard-to-undo', 4), without)).toMatchObject([['tiers.yaml rules hard-to-undo tier', 'conflict', 4, undefined]])
  })
})
