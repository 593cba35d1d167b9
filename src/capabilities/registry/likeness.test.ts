import { expect, test } from 'vitest'
import { likenessTo, tellingWords } from './likeness.ts'

const idea = (name: string, purpose: string, facts: Record<string, unknown> = {}) => ({ name, purpose, facts })
const sorting = idea('Claims inbox', 'Sorts supplier mails about claims into folders', { kind: 'automation-flow', tools: ['flow-builder'] })

test('the same idea is wholly like itself, and nothing is more so', () => {
  const told = { ...sorting, facts: { ...sorting.facts, dataClasses: ['internal'] } }
  const whole = likenessTo(told)(told)
  expect(whole).toBeCloseTo(1)
  expect(likenessTo(sorting)(idea('Claims folders', 'Puts mails about claims into folders', sorting.facts))).toBeLessThan(whole)
})

test('more words in common are more alike, whatever their accents and capitals', () => {
  const near = likenessTo(sorting)(idea('CLAIMS', 'sorts Mails about cláims', {}))
  const far = likenessTo(sorting)(idea('Market digest', 'Reads the trade press', {}))
  expect(near).toBeGreaterThan(far)
  expect(tellingWords('Die Prüfung der Rechnungen, die Prüfung')).toEqual(['prufung', 'rechnungen'])
})
