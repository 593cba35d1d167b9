import { describe, expect, test } from 'vitest'
import { consequenceOf } from './change.ts'
import type { Tool } from './tool.ts'

const tool: Tool = {
  id: 'some',
  version: 2,
  status: 'limited',
  listed: {
    name: { en: 'Some', de: 'Eines' },
    help: { en: 'Help', de: 'Hilfe' },
    approvedFor: [
      { dataClass: 'internal', highestTier: 2 },
      { dataClass: 'public', highestTier: 4 },
    ],
    redact: ['credentials'],
  },
  about: {
    vendor: 'Fernhill',
    models: ['small'],
    features: ['notes'],
    contract: 'C-1',
    dataProcessing: 'D-1',
    regions: ['EU'],
    trainsOnOurData: 'opt-out',
  },
  fromCharter: false,
  ownerId: null,
  reviewedOn: null,
  nextReviewOn: null,
  withdrawnOn: null,
  replacedBy: [],
  reason: null,
  changedAt: null,
}
const { listed, about } = tool
const uses = (...approvedFor: Tool['listed']['approvedFor']) => ({ listed: { ...listed, approvedFor }, about })
const known = (more: Partial<Tool['about']>) => ({ listed, about: { ...about, ...more } })
const [internal, open] = [
  { dataClass: 'internal', highestTier: 2 },
  { dataClass: 'public', highestTier: 4 },
]

describe('a change of a tool', () => {
  test.each([
    ['another class of data', uses(internal, open, { dataClass: 'health', highestTier: 1 }), 'data-class'],
    ['a higher tier', uses({ ...internal, highestTier: 3 }, open), 'tier'],
    ['data that are no longer blacked out', { listed: { ...listed, redact: [] }, about }, 'redaction'],
    ['another model', known({ models: ['small', 'large'] }), 'models'],
    ['any model', known({ models: [] }), 'models'],
    ['another feature', known({ features: ['notes', 'calls'] }), 'features'],
    ['another region', known({ regions: ['EU', 'US'] }), 'regions'],
    ['training on our data', known({ trainsOnOurData: 'yes' }), 'training'],
    ['that nobody knows whether it trains on our data', known({ trainsOnOurData: 'unknown' }), 'training'],
    ['another vendor', known({ vendor: 'Other' }), 'vendor'],
    ['no contract', known({ contract: null }), 'agreement'],
    ['no data-processing agreement', known({ dataProcessing: null }), 'agreement'],
  ])('to %s takes a review', (_, wished, what) => {
    expect(consequenceOf(tool, wished)).toMatchObject({ does: 'review', opens: [{ what }] })
  })

  test.each([
    ['fewer classes of data', uses(open), ['data-class']],
    ['a lower tier', uses({ ...internal, highestTier: 1 }, open), ['tier']],
    ['more that is blacked out', { listed: { ...listed, redact: ['credentials', 'health'] }, about }, ['redaction']],
    ['another contract', known({ contract: 'C-2' }), []],
    ['better terms', known({ trainsOnOurData: 'no' }), []],
    ['other words', { listed: { ...listed, help: { en: 'More help', de: 'More help' } }, about }, []],
  ])('to %s is done at once', (_, wished, closes) => {
    const { does, closes: closed } = consequenceOf(tool, wished)
    expect({ does, closes: closed.map(({ what }) => what) }).toEqual({ does: 'at-once', closes })
  })

  test('that says what stands there is none, in whatever order it is written', () => {
    const { name, help, approvedFor, redact } = listed
    expect(consequenceOf(tool, { about, listed: { redact, approvedFor, help, name } }).does).toBe('nothing')
  })

  test('of a tool that is not in use takes a review, even to the same', () => {
    for (const status of ['refused', 'withdrawn'] as const)
      expect(consequenceOf({ ...tool, status }, { listed, about })).toMatchObject({ does: 'review', opens: [{ what: 'status' }] })
  })

  test('that writes down what nobody had written yet opens nothing', () => {
    const bare = { ...tool, about: { ...about, vendor: '', regions: [], models: [], features: [], trainsOnOurData: 'unknown' as const } }
    expect(consequenceOf(bare, { listed, about })).toMatchObject({ does: 'at-once', opens: [] })
  })
})
