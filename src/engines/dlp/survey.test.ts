import { describe, expect, it } from 'vitest'
import { survey } from './survey.ts'

const stretches = (text: string): string[] => {
  const { digits } = survey(text)
  return Array.from({ length: digits.length / 2 }, (_, i) => text.slice(digits[2 * i], digits[2 * i + 1]))
}

describe('one pass over a text', () => {
  it('leaves text without digits alone', () => {
    expect(survey('Only plain words, nothing else to see here.')).toEqual({ digits: [], ats: [], runs: [], assignments: [], marks: 0 })
  })

  it('takes along whole words around digits, so that no label or unit is cut', () => {
    const far = 'word '.repeat(40)
    expect(stretches(`${far}IBAN GB29 NWBK 6016 ends${far}`)).toEqual([expect.stringMatching(/^word .*IBAN GB29 NWBK 6016 ends.*word$/)])
  })

  it('keeps far-off digits apart and near ones together, none twice', () => {
    const text = `1 ${'x '.repeat(100)}2 ${'y '.repeat(4)}3`
    const { digits } = survey(text)
    expect(digits).toHaveLength(4)
    expect(digits.toSorted((a, b) => a - b)).toEqual([...digits])
  })

  it('notes long unbroken runs and where names are given values', () => {
    const { runs, assignments, ats } = survey('key=abcdefghij0123456789 to a@b')
    expect(runs).toEqual([0, 24])
    expect(assignments).toEqual([3])
    expect(ats).toEqual([29])
  })
})
