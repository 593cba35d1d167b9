import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ToolList } from '#src/engines/charter/index.ts'
import { idFromName } from './wish.ts'
import { suggestTools } from './suggest.ts'
import { overlay, statusOf, toolsOf } from './tool.ts'

const both = (text: string) => ({ en: text, de: text })
const written = (id: string, approvedFor: string[]): ToolList['tools'][number] => ({
  id,
  name: both(id),
  help: both(id),
  status: 'approved',
  approvedFor,
})
const list: ToolList = {
  reviewEveryMonths: 3,
  unlisted: { text: both('other'), phrase: both('other'), approvedFor: [] },
  tools: [written('wide', ['a', 'b', 'c']), written('narrow', ['a']), written('half', ['a', 'b'])],
}
const listed = (...approvedFor: { dataClass: string; highestTier: number }[]) => ({
  name: both('n'),
  help: both('h'),
  approvedFor,
  redact: [],
})

describe('the list with what is kept laid over it', () => {
  test('kept tools win in their place, others follow, and what only has an owner changes nothing', () => {
    const kept = [
      { id: 'narrow', status: 'withdrawn' as const, listed: listed({ dataClass: 'a', highestTier: 4 }) },
      { id: 'half', status: null, listed: null },
      { id: 'extra', status: 'limited' as const, listed: listed({ dataClass: 'a', highestTier: 2 }, { dataClass: 'b', highestTier: 4 }) },
    ]
    const { tools } = overlay(list, kept)
    expect(tools.map(({ id, status }) => [id, status])).toEqual([
      ['wide', 'approved'],
      ['narrow', 'withdrawn'],
      ['half', 'approved'],
      ['extra', 'approved'],
    ])
    expect(tools[2]).toBe(list.tools[2])
    expect(tools[3]?.highestTiers).toEqual([{ dataClass: 'a', tier: 2 }])
  })

  test('an approval is limited by a tier, a model or a feature', () => {
    const about = {
      vendor: '',
      models: [],
      features: [],
      contract: null,
      dataProcessing: null,
      regions: [],
      trainsOnOurData: 'no' as const,
    }
    const every = listed({ dataClass: 'a', highestTier: 4 })
    expect(statusOf(every, about)).toBe('approved')
    expect(statusOf(listed({ dataClass: 'a', highestTier: 3 }), about)).toBe('limited')
    expect(statusOf(every, { ...about, models: ['small'] })).toBe('limited')
    expect(statusOf(every, { ...about, features: ['notes'] })).toBe('limited')
  })
})

describe('suggestions', () => {
  const suggest = (dataClasses: string[], tier = 1) =>
    suggestTools(toolsOf(list, []), { dataClasses, tier }).map(({ tool, missing }) => [tool.id, missing])

  test('come best first: what may see most of it, then what sees least besides', () => {
    expect(suggest(['a'])).toEqual([
      ['narrow', []],
      ['half', []],
      ['wide', []],
    ])
    expect(suggest(['b', 'c'])).toEqual([
      ['wide', []],
      ['half', ['c']],
    ])
    expect(suggest(['nothing'])).toEqual([])
  })
})

test('a tool’s id is a word that facts can hold, whatever its name is', () => {
  expect(idFromName('Café Notes 3000')).toBe('cafe-notes-3000')
  expect(idFromName('365 Copilot')).toBe('t-365-copilot')
  expect(idFromName('会議')).toBeNull()
  fc.assert(
    fc.property(fc.string(), name => {
      expect(idFromName(name) ?? 'none').toMatch(/^[a-z][a-z0-9-]{0,59}$/)
    }),
  )
})
