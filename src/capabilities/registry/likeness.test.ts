import { expect, test } from 'vitest'
import { likeness, tellingWords } from './likeness.ts'

const idea = (name: string, purpose: string, facts: Record<string, unknown> = {}) => ({ name, purpose, facts })
const sorting = idea('Claims inbox', 'Sorts supplier mails about claims into folders', { kind: 'automation-flow', tools: ['flow-builder'] })

test('the same idea is wholly like itself, and nothing is more so', () => {
  const whole = likeness(
    { ...sorting, facts: { ...sorting.facts, dataClasses: ['internal'] } },
    { ...sorting, facts: { ...sorting.facts, dataClasses: ['internal'] } },
  )
  expect(whole).toBeCloseTo(1)
  expect(likeness(sorting, idea('Claims folders', 'Puts mails about claims into folders', sorting.facts))).toBeLessThan(whole)
})

test('more words in common are more alike, whatever their accents and capitals', () => {
  const near = likeness(sorting, idea('CLAIMS', 'sorts Mails about cláims', {}))
  const far = likeness(sorting, idea('Market digest', 'Reads the trade press', {}))
  expect(near).toBeGreaterThan(far)
  expect(tellingWords('Die Prüfung der Rechnungen, die Prüfung')).toEqual(['prufung', 'rechnungen'])
})
