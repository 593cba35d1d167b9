import { expect, test } from 'vitest'
import { inTheWay } from '../../web/texts/refusals/de-in-the-way.ts'
import { signerReasons } from '../../web/texts/refusals/de-signers.ts'
import { inputRemedies } from '../../web/texts/refusals/de-input.ts'
import { reasons, refusals, sayRefusal } from '../../web/texts/refusals/de.ts'
import { stillOpen } from '../../web/texts/refusals/de-stops.ts'
import { whyStopped } from '#src/capabilities/registry/stop-rules.ts'
import { review } from '../../web/texts/review/de.ts'
import { isTest, sourcesIn } from './sources.ts'

/*
 * Pages that speak German speak it throughout: what the server may refuse somebody at a page has German words, by its code.
 */
const given = (from: RegExp): string[] =>
  sourcesIn('src')
    .filter(
      ({ path }) =>
        /^src\/(?:capabilities|doors\/http|engines\/inspect\/limits|inspecting|kernel|runner|requests|choice)/.test(path) && !isTest(path),
    )
    .flatMap(({ text }) => [...text.matchAll(from)].flatMap(([, code]) => code ?? []))

/** No page leads there: programs and operators meet these, or a list of faults whose words the engine finds. */
const met = {
  byPrograms: [
    'attended-only',
    'beyond-token',
    'forbidden-name',
    'named-twice',
    'not-an-object',
    'not-json',
    'request-id-required',
    'request-id-reused',
    'too-deep',
    'too-wide',
    'version-required',
    'too-many-listeners',
    'listeners-full',
    'pages-not-built',
    'beyond-calendar',
    'cap-reached',
    'nothing-to-act-on',
    'nothing-to-delete',
    'nothing-to-note',
    'content-not-running',
    'no-content-reviewers',
    'no-callback-secret',
    'content-deadline-too-long',
    'too-much-content',
    'nothing-to-sweep',
    'stop-finished',
  ],
  byOperators: [
    'no-such-sealed-column',
    'no-unused-keys',
    'nothing-sealed-yet',
    'nothing-to-change',
    'nothing-to-reseal',
    'calendar-invalid',
  ],
  withFaults: [
    'blocked',
    'charter-broken',
    'list-has-problems',
    'list-unreadable',
    'no-second-person',
    'not-confirmable',
    'not-ready',
    'stopped',
    'incident-unsettled',
  ],
}

test('every refusal that a page can meet has German words, and no words have outlived theirs', () => {
  const codes = new Set(given(/(?:refuse|new Refusal)\(\s*'[a-z-]+',\s*'([a-z-]+)'/g))
  expect(codes.size).toBeGreaterThan(100)
  const elsewhere: readonly string[] = Object.values(met).flat()
  expect([...codes].filter(code => !(code in refusals) && !elsewhere.includes(code))).toEqual([])
  // Some codes are chosen by a condition, so that their call names none by itself.
  const anywhere = new Set(given(/'([a-z]+(?:-[a-z]+)*)'/g))
  expect([...Object.keys(refusals), ...elsewhere].filter(code => !anywhere.has(code))).toEqual([])
})

test('every reason against a second person that never varies has its German', () => {
  const file = sourcesIn('src').find(({ path }) => path === 'src/capabilities/proposals/second-person.ts')?.text ?? ''
  const fixed = [...file.matchAll(/reason: '([^']*)'/g)].map(([, reason = '']) => reason)
  expect(fixed.toSorted()).toEqual(Object.keys(reasons).toSorted())
})

test('every reason against a sign-off that never varies has its German', () => {
  const files = sourcesIn('src').filter(({ path }) => /^src\/capabilities\/review\/(?:signer|held)\.ts$/.test(path))
  const fixed = files.flatMap(({ text }) => [...text.matchAll(/reason: '([^']*)'/g)].map(([, reason = '']) => reason))
  expect(fixed.toSorted()).toEqual(Object.keys(signerReasons).toSorted())
})

test('a number that the server names is handed on, and what has no German stays as it was said', () => {
  expect(sayRefusal('too-many-attempts', { reason: 'Too many.', remedy: 'Wait 12 minutes and try again.' })).toContain('12 Minuten')
  expect(sayRefusal('too-many-attempts', { reason: 'Too many.', remedy: 'Wait a minute and try again.' })).toContain('eine Minute')
  const conditions = { reason: '3 conditions have to be met before.', remedy: 'Say that they are met.' }
  expect(sayRefusal('not-ready', conditions)).toMatch(/^3 Bedingungen müssen vorher/u)
  expect(sayRefusal('charter-broken', { reason: 'A rule names no fact.', remedy: 'Name one.' })).toBe('A rule names no fact. Name one.')
})

test('whatever stands in the way of a solution and never varies has its German', () => {
  const rules = ['registry/go-live-rules', 'registry/way-ahead', 'stewardship/confirmable', 'stewardship/confirmation']
  const texts = sourcesIn('src').filter(({ path }) => rules.some(rule => path === `src/capabilities/${rule}.ts`))
  expect(texts).toHaveLength(rules.length)
  const fixed = texts.flatMap(({ text }) => [...text.matchAll(/(?:reason: |\?\? |\? )'([A-Z][^']*\.)'/g)].map(([, reason = '']) => reason))
  const remedies = texts.flatMap(({ text }) => [...text.matchAll(/remedy: [^\n]*'([A-Z][^']*\.)'/g)].map(([, remedy = '']) => remedy))
  expect(fixed.filter(reason => !remedies.includes(reason)).toSorted()).toEqual(Object.keys(inTheWay).toSorted())
})

test('whatever keeps an incident open, or a solution suspended after a stop, has its German', () => {
  const rules = ['incidents/closing', 'stops/release-rules']
  const texts = sourcesIn('src').filter(({ path }) => rules.some(rule => path === `src/capabilities/${rule}.ts`))
  const fixed = texts.flatMap(({ text }) => [...text.matchAll(/(?:reason: |\? )'([A-Z][^']*\.)'/g)].map(([, reason = '']) => reason))
  expect(fixed.toSorted()).toEqual(Object.keys(stillOpen).toSorted())
  const [many] = texts.flatMap(({ text }) => [...text.matchAll(/: `\$\{left\}( [^`]*)`/g)].map(([, rest = '']) => `3${rest}`))
  expect(sayRefusal('incident-unsettled', { reason: many ?? '', remedy: '' })).toMatch(/^3 Maßnahmen/u)
  const named = whyStopped((['solution', 'tool', 'model', 'unit'] as const).map(kind => ({ kind, number: 7 })))
  for (const blocker of named) expect(sayRefusal('stopped', blocker)).toMatch(/ angehalten \(STOP-0007\)\. IT-Sicherheit/u)
})

test('whatever stands in the way of a review of a solution has its German, and names no fact by its id', () => {
  const file = sourcesIn('src').find(({ path }) => path === 'src/capabilities/registry/review-kind.ts')?.text ?? ''
  const fixed = [...file.matchAll(/'([A-Z][^'\n]*\.)'/g)].map(([, sentence = '']) => sentence)
  const counted = [...file.matchAll(/`([A-Z][^`]*)\$\{tier\}([^`]*)`/g)].map(([, before, after]) => `${before}1${after}`)
  expect([...fixed, ...counted].toSorted()).toEqual(Object.keys(review.inTheWay).toSorted())
  expect(file).not.toMatch(/(?:reason|remedy): `[^`]*\$\{fact\}/)
})

test('whatever is said in German about what was filled in, the server says', () => {
  const said = sourcesIn('src')
    .map(({ text }) => text.replaceAll(/\d+|\$\{max\}/gu, '#'))
    .join('\n')
  expect(Object.keys(inputRemedies).filter(remedy => !said.includes(remedy) && !remedy.startsWith('Send '))).toEqual([])
  expect(sayRefusal('invalid-input', { reason: 'It is too large or too long.', remedy: 'Use at most 120 characters.' })).toContain(
    '120 Zeichen',
  )
})
