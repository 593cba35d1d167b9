import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charterFrom, defaultCharter, defaultFiles, editedFiles } from './default-charter.fixture.ts'
import { loadCharter, type CharterFile } from './load.ts'
import { problemText, type Problem } from './problem.ts'

const problems = (files: Parameters<typeof loadCharter>[0]): readonly Problem[] => {
  const loaded = loadCharter(files)
  return loaded.ok ? [] : loaded.problems
}
/** The first line that editing changed, counted from 1. */
const changedLine = (document: string, edited: readonly CharterFile[]): number => {
  const lines = (files: readonly CharterFile[]) => files.find(({ path }) => path.endsWith(document))?.text.split('\n') ?? []
  const before = lines(defaultFiles)
  return lines(edited).findIndex((line, index) => line !== before[index]) + 1
}

describe('a mistake in a charter is found with its line, what is wrong, and what to write instead', () => {
  it.each([
    [
      'a misspelt value',
      'tiers.yaml',
      "audience == 'outside'",
      "audience == 'ouside'",
      '"ouside" is not a value of audience',
      'Did you mean "outside"?',
    ],
    [
      'a misspelt fact',
      'tiers.yaml',
      'when: writesCodeOrSettings',
      'when: writesCodeOrSetings',
      'There is no fact "writesCodeOrSetings"',
      'Did you mean "writesCodeOrSettings"?',
    ],
    [
      'a value in a list',
      'tiers.yaml',
      "'my-team', 'business-unit'",
      "'my-team', 'busines-unit'",
      '"busines-unit" is not a value of audience',
      'Did you mean "business-unit"?',
    ],
    [
      'a value inside a quantifier',
      'tiers.yaml',
      "i in ['work-management'",
      "i in ['work-managment'",
      '"work-managment" is not a value of integrations',
      'Did you mean "work-management"?',
    ],
    [
      'a prefix that nothing has',
      'tiers.yaml',
      "u.startsWith('eu-annex3-')",
      "u.startsWith('eu-anex3-')",
      'No value of regulatedUses starts with "eu-anex3-"',
      'Did you mean',
    ],
    [
      'a property nobody knows',
      'guardrails.yaml',
      '!approved(t)',
      '!aproved(t)',
      'aproved(…) is not something known',
      'Did you mean "approved"?',
    ],
    [
      'a part that is not there',
      'guardrails.yaml',
      '!humanReview.present',
      '!humanReview.presnt',
      'There is no fact "humanReview.presnt"',
      'Did you mean "humanReview.present"?',
    ],
    [
      'an answer with parts, taken whole',
      'guardrails.yaml',
      '!humanReview.present',
      '!humanReview',
      '"humanReview" has parts',
      'Write humanReview.present.',
    ],
    [
      'a list compared as one',
      'tiers.yaml',
      "'safety' in decisionImpact",
      "decisionImpact == 'safety'",
      'decisionImpact holds several values',
      "Write 'value' in decisionImpact.",
    ],
    ['a condition that ends too soon', 'tiers.yaml', 'when: movesMoney', 'when: movesMoney &&', "can't be read", 'Use facts'],
    ['CEL that a charter may not use', 'tiers.yaml', 'when: movesMoney', 'when: 1 + 1 == 2', '"+" is not part of what', 'Use facts'],
    [
      'the tier, read by a rule that sets it',
      'tiers.yaml',
      'when: movesMoney',
      'when: tier > 1',
      'There is no fact "tier"',
      'Write one of',
    ],
    [
      'a misspelt field',
      'tiers.yaml',
      'because: { en: Only you',
      'becuase: { en: Only you',
      '"becuase" is not a field here',
      'Did you mean "because"?',
    ],
    [
      'a tier that is none',
      'tiers.yaml',
      '    tier: 2\n    title: { en: Colleagues',
      '    tier: 5\n    title: { en: Colleagues',
      '5 is not allowed here',
      'Write one of: 1, 2, 3, 4.',
    ],
    [
      'a day that is none',
      'tiers.yaml',
      'checked: 2026-11-23',
      'checked: 2026-13-23',
      '"2026-13-23" is not written as it should be',
      'Write a day as 2026-12-02.',
    ],
    ['a language left out', 'tiers.yaml', 'name: { en: Personal, de: Persönlich }', 'name: { en: Personal }', '"de" is missing', 'Add de:'],
    [
      'a fact in a sentence that is none',
      'tiers.yaml',
      'It reaches {audience}',
      'It reaches {audence}',
      'There is no fact "audence"',
      'Did you mean "audience"?',
    ],
    [
      'a fact in a remedy that is none',
      'guardrails.yaml',
      'for them: {suitableTools}',
      'for them: {suitableTolls}',
      'There is no fact "suitableTolls"',
      'Did you mean "suitableTools"?',
    ],
    [
      'a data class that is none',
      'tools.yaml',
      'approvedFor: [public, internal]\n  - id: public-chat',
      'approvedFor: [public, internl]\n  - id: public-chat',
      'There is no data class "internl"',
      'Did you mean "internal"?',
    ],
    [
      'a contact that is none',
      'contacts.yaml',
      'contact: central-engineering',
      'contact: central-enginering',
      'There is no contact "central-enginering"',
      'Did you mean "central-engineering"?',
    ],
    [
      'an id used twice',
      'tiers.yaml',
      '- id: moves-money',
      '- id: personal-data',
      '"personal-data" is used twice',
      'Give each rule its own id',
    ],
    [
      'sign-offs that differ from the lane',
      'tiers.yaml',
      'approvals: [coe]',
      'approvals: [legal]',
      'Tier 2 needs legal, but its lane asks coe',
      'Name the same roles',
    ],
    [
      'a rule that does something else',
      'tiers.yaml',
      '- id: moves-money\n    tier: 4',
      '- id: moves-money\n    tier: 3',
      'the tier is 3, not 4',
      'Correct the rule',
    ],
    ['something that is no YAML', 'charter.yaml', 'title:', '  title:', 'not readable as YAML', 'Check indentation'],
  ])('%s', (_, document, from, to, wrong, instead) => {
    const edited = editedFiles(document, from, to)
    const found = problems(edited)
    const problem = found.find(one => one.wrong.includes(wrong))
    expect(problem?.instead, found.map(problemText).join('\n')).toContain(instead)
    expect(problem?.column).toBeGreaterThan(0)
    // A rule that changed its mind is found by an example, which stands in another document.
    if (problem?.file.endsWith(document)) expect(problem.line).toBe(changedLine(document, edited))
  })

  it('points at the very characters of a misspelt value', () => {
    const [problem] = problems(editedFiles('tiers.yaml', "audience == 'outside'", "audience == 'ouside'"))
    expect(problem).toMatchObject({ file: 'charter/tiers.yaml', column: "    when: audience == 'ouside'".indexOf("'ouside'") + 1 })
  })

  it('a document that is missing, twice there or unknown', () => {
    expect(problems(defaultFiles.slice(1)).map(({ wrong }) => wrong)).toEqual(['audit.yaml is missing.'])
    expect(problems([...defaultFiles, { path: 'tiers.yaml', text: '' }])[0]?.wrong).toBe('There is a second tiers.yaml.')
    expect(problems([...defaultFiles, { path: 'teirs.yaml', text: '' }])[0]).toMatchObject({
      wrong: '"teirs.yaml" is not a document of a charter.',
      instead: 'Did you mean "tiers.yaml"?',
    })
    expect(problems(editedFiles('charter.yaml', 'version', `# ${'x'.repeat(1_000_001)}\nversion`))[0]?.wrong).toContain('characters')
  })

  it.each([
    [
      'tier',
      '{ tier: 4, verdict: referred, fires: [shared-with-colleagues, moves-money]',
      '{ tier: 3, verdict: referred, fires: [shared-with-colleagues, moves-money]',
      'the tier is 4, not 3.',
    ],
    [
      'verdict',
      'verdict: referred, fires: [shared-with-colleagues, moves-money]',
      'verdict: refused, fires: [shared-with-colleagues, moves-money]',
      'the verdict is referred, not refused.',
    ],
    [
      'rules that fire',
      'fires: [shared-with-colleagues, moves-money]',
      'fires: [moves-money]',
      'what fires is moves-money, shared-with-colleagues, not moves-money.',
    ],
    [
      'sign-offs',
      'fires: [shared-with-colleagues, moves-money], approvals: []',
      'fires: [shared-with-colleagues, moves-money], approvals: [coe]',
      'the list of sign-offs is none, not coe.',
    ],
    [
      'obligations',
      'obligations: [accept-standards]',
      'obligations: [register]',
      'the list of obligations is accept-standards, not register.',
    ],
    ['range', 'range: [1, 4]', 'range: [2, 4]', 'the range is 1–4, not 2–4.'],
  ])('an example that expects another %s', (_, from, to, wrong) => {
    expect(problems(editedFiles('examples.yaml', from, to)).map(problem => problem.wrong.replace(/^Example [a-z-]+: /, ''))).toContain(
      wrong,
    )
  })

  it('a rule without an example on both sides', () => {
    const [problem] = problems(
      editedFiles(
        'examples.yaml',
        /about: \[no-active-owner\]\n {4}facts: \{ audience: my-team, ownerActive: true \}/,
        'about: [baseline]\n    facts: { audience: my-team }',
      ),
    )
    expect(problem?.wrong).toBe('No example shows no-active-owner at rest.')
  })
})

describe('a sector pack', () => {
  it('that is switched off takes its rules and their examples with it', () => {
    const charter = charterFrom(editedFiles('sectors.yaml', 'enabled: true', 'enabled: false'))
    const gone = defaultCharter.rules.filter(({ id }) => !charter.rules.some(rule => rule.id === id)).map(({ id }) => id)
    expect(gone).toEqual(['insurance-work', 'life-and-health-insurance', 'insurance-decisions'])
  })

  it('that a rule names must be there', () => {
    expect(problems(editedFiles('tiers.yaml', 'pack: insurance', 'pack: insurence')).map(({ wrong }) => wrong)).toContain(
      'There is no sector pack "insurence".',
    )
  })
})

describe('what nobody may waive', () => {
  it.each([
    [
      'a prohibition taken out',
      editedFiles('prohibited.yaml', '- id: production-database-access', '- id: live-databases'),
      'The rule production-database-access is missing.',
    ],
    [
      'a guardrail taken out',
      editedFiles('guardrails.yaml', '- id: data-boundary', '- id: data-borders'),
      'The rule data-boundary is missing.',
    ],
    ['the duty to register taken out', editedFiles('obligations.yaml', '- id: register', '- id: sign-up'), 'The rule register is missing.'],
    [
      'the data boundary marked as waivable',
      editedFiles('guardrails.yaml', /(id: data-boundary[\s\S]*?)waivable: false/, '$1waivable: true'),
      "data-boundary can't be waived by anybody.",
    ],
    [
      'a waiver for a prohibition',
      editedFiles('waivers.yaml', 'id: audit-date', 'id: eu-article-5'),
      "eu-article-5 can't be waived by anybody.",
    ],
    [
      'a waiver for unit admission',
      editedFiles('waivers.yaml', 'id: audit-date', 'id: unit-admission'),
      "unit-admission can't be waived by anybody.",
    ],
    [
      'unit admission without a certificate',
      editedFiles('certification.yaml', 'unitAdmission: true', 'unitAdmission: false'),
      'false is not allowed here.',
    ],
  ])('%s is refused', (_, files, wrong) => {
    expect(problems(files).map(problem => problem.wrong)).toContain(wrong)
  })
})

describe('the digest of a charter', () => {
  it('is the same for the same content, whatever comments and layout', () => {
    expect(charterFrom(editedFiles('charter.yaml', 'version', '# a comment\n\nversion')).digest).toBe(defaultCharter.digest)
    expect(charterFrom(defaultFiles.toReversed()).digest).toBe(defaultCharter.digest)
    expect(defaultCharter.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is another one for any other content', () => {
    expect(charterFrom(editedFiles('calendar.yaml', 'unusedAfterDays: 90', 'unusedAfterDays: 91')).digest).not.toBe(defaultCharter.digest)
  })
})

describe('a damaged document', () => {
  const scraps = [',', '"', ':', '{', ']', '&a ', '*a ', '- ', '\n', '  ', 'null', '0', '<<: *a', '|', '#', '\u0000', '? ', '{ {}: {} }']

  it('never breaks the loader: it loads, or every problem has a line, a reason and a remedy', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.nat({ max: defaultFiles.length - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat({ max: 40 }),
        fc.constantFrom(...scraps),
        (which, place, cut, scrap) => {
          const damaged = defaultFiles.map((file, index) => {
            if (index !== which) return file
            const at = Math.floor(place * file.text.length)
            return { ...file, text: file.text.slice(0, at) + scrap + file.text.slice(at + cut) }
          })
          return problems(damaged).every(({ line, column, wrong, instead }) => line > 0 && column > 0 && wrong !== '' && instead !== '')
        },
      ),
      { seed: 20_261_123, numRuns: 40 },
    )
  })
})
