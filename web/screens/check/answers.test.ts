import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from '../../data/charter-guide.ts'
import { NOT_SURE } from '../../data/charter-guide.ts'
import { answerInWords, factsOfLines, isAnswered, NONE, sendable, tickedLines, toggled } from './answers.ts'
import type { Stop } from './course.ts'

const question = (id: string, more: Partial<Question>): Question => ({
  id,
  type: 'yesNo',
  title: id,
  help: '',
  why: '',
  example: '',
  page: 'rare',
  derived: false,
  rare: null,
  values: [],
  parts: [],
  none: null,
  open: false,
  ...more,
})
const money = question('movesMoney', { rare: { line: 'It moves money', otherwise: false } })
const owner = question('ownerActive', { rare: { line: 'Nobody answers for it', otherwise: true } })
const systems = question('integrations', {
  type: 'many',
  rare: { line: 'It connects', otherwise: ['none'] },
  none: 'none',
  values: ['none', 'crm', 'erp'].map(id => ({ id, text: id.toUpperCase(), help: null, question: null })),
})
const stop: Stop = { id: 'rare', title: '', help: null, none: null, unsure: null, questions: [], asked: [money, owner, systems] }

describe('ticking boxes of a list', () => {
  test('"none" stands alone, whichever came first', () => {
    expect(toggled(['crm'], 'none', 'none')).toEqual(['none'])
    expect(toggled(['none'], 'crm', 'none')).toEqual(['crm'])
  })

  test('"not sure" alone is no list; beside others it says that there may be more', () => {
    expect(toggled(undefined, NOT_SURE, null)).toBe(NOT_SURE)
    expect(toggled(NOT_SURE, 'crm', null)).toEqual([NOT_SURE, 'crm'])
  })

  test('the last box unticked takes the answer back', () => {
    expect(toggled(['crm'], 'crm', null)).toBeUndefined()
  })

  test('ticking twice leaves what was there, unless "none" was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), fc.constantFrom('a', 'b', 'c', 'd'), (before, box) => {
        const back = toggled(toggled(before, box, 'none'), box, 'none')
        expect(new Set(Array.isArray(back) ? back : [])).toEqual(new Set(before.length === 1 && before[0] === box ? [box] : before))
      }),
    )
  })
})

describe('a page of rare things', () => {
  test('says nothing while nothing is ticked', () => {
    expect(isAnswered(stop, factsOfLines({}, stop, []))).toBe(false)
  })

  test('"none of these" answers every line as if it did not apply', () => {
    const facts = factsOfLines({}, stop, tickedLines(['movesMoney'], NONE))
    expect(facts).toEqual({ movesMoney: false, ownerActive: true, integrations: ['none'] })
    expect(isAnswered(stop, facts)).toBe(true)
  })

  test('a ticked line applies, and the others do not', () => {
    expect(factsOfLines({}, stop, ['ownerActive'])).toEqual({ movesMoney: false, ownerActive: false, integrations: ['none'] })
  })

  test('"not sure" leaves the unticked lines open, never the ticked ones', () => {
    expect(factsOfLines({}, stop, ['movesMoney', NOT_SURE])).toEqual({ movesMoney: true, ownerActive: NOT_SURE, integrations: NOT_SURE })
  })

  test('a ticked line with a question of its own stays open until that is answered, and keeps the answer', () => {
    expect(factsOfLines({}, stop, ['integrations'])['integrations']).toBe(NOT_SURE)
    expect(factsOfLines({ integrations: ['none'] }, stop, ['integrations'])['integrations']).toBe(NOT_SURE)
    expect(factsOfLines({ integrations: ['crm'] }, stop, ['integrations'])['integrations']).toEqual(['crm'])
  })
})

test('a thing not on the list is sent once it has a name', () => {
  expect(sendable({ tools: ['other:', 'flow-builder'], kind: 'app' })).toEqual({ tools: [NOT_SURE, 'flow-builder'], kind: 'app' })
  expect(sendable({ tools: ['other:Abacus'] })).toEqual({ tools: ['other:Abacus'] })
})

test('answers are shown in the maker’s words, an unknown value by its own', () => {
  const words = { yes: 'Yes', no: 'No', notSure: 'not sure' }
  const charter = { questions: [systems, money] }
  expect(answerInWords(charter, 'integrations', ['crm', NOT_SURE, 'other:Abacus'], words)).toBe('CRM; not sure; Abacus')
  expect(answerInWords(charter, 'movesMoney', true, words)).toBe('Yes')
  expect(answerInWords(charter, 'movesMoney', undefined, words)).toBeNull()
  expect(answerInWords(charter, 'gone', 'x', words)).toBeNull()
})
