import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Charter, Language } from '#src/engines/charter/index.ts'
import { shippedCharter } from '#src/shipped-charter.ts'
import { freshInstallation, movableClock } from '../harness.ts'

let guildhall: Awaited<ReturnType<typeof freshInstallation>>
const clock = movableClock('2026-11-23T10:00:00Z')
beforeAll(async () => {
  guildhall = await freshInstallation({ clock })
})
afterAll(() => guildhall.remove())

interface Line {
  id: string
  title: string
  because: string | null
  from: string | null
}
interface Guide {
  version: string
  digest: string
  day: string
  adoptedAt: string | null
  tiers: {
    tier: number
    promise: string
    signOffs: { role: string; name: string; businessDays: number }[]
    raisedBy: { title: string; rules: Line[] }[]
    comesWith: { id: string }[]
    mayComeWith: { id: string }[]
    examples: { id: string }[]
  }[]
  prohibited: (Line & { route: string })[]
  guardrails: (Line & { remedy: string })[]
  standards: { standards: { id: string; text: string }[] }
  dataClasses: { id: string; name: string; tools: string[] }[]
  contacts: { id: string; reach: string }[]
}

const { charter, documents: shipped } = await shippedCharter()
const guideIn = async (language: Language): Promise<Guide> => {
  const { run, program } = guildhall
  return (await run(program.named('show-tier-guide'), { language }, { kind: 'none' })).output as Guide
}
const rulesOf = (guide: Guide, tier: number): Line[] =>
  guide.tiers.filter(each => each.tier === tier).flatMap(({ raisedBy }) => raisedBy.flatMap(({ rules }) => rules))
const titled = (rules: readonly { id: string; title: Charter['rules'][number]['title'] }[], language: Language) =>
  rules.map(({ id, title }) => ({ id, title: title[language] }))
const lines = (found: readonly Line[]) => found.map(({ id, title }) => ({ id, title }))
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

describe.each(['en', 'de'] as const)('the tier guide in %s, without sign-in', language => {
  test('says which charter it speaks of, and that nobody has adopted the shipped one yet', async () => {
    expect(await guideIn(language)).toMatchObject({ version: charter.version, digest: charter.digest, day: '2026-11-23', adoptedAt: null })
  })

  test.each([1, 2, 3, 4])('has every rule that leads to tier %i, once', async tier => {
    const rules = charter.rules.filter(rule => rule.kind === 'tier' && rule.tier === tier)
    expect(rules.length).toBeGreaterThan(0)
    expect(lines(rulesOf(await guideIn(language), tier)).sort(byId)).toEqual(titled(rules, language).sort(byId))
  })

  test('has every prohibited use with its way on, and every guardrail with its remedy', async () => {
    const guide = await guideIn(language)
    const {
      'prohibited.yaml': { prohibited },
      'guardrails.yaml': { guardrails },
    } = charter.documents
    expect(lines(guide.prohibited)).toEqual(titled(prohibited, language))
    expect(guide.prohibited.map(({ route }) => route)).toEqual(prohibited.map(({ route }) => route[language]))
    expect(lines(guide.guardrails)).toEqual(titled(guardrails, language))
  })

  test('leaves no place for an answer open in any sentence', async () => {
    expect(JSON.stringify(await guideIn(language)).match(/\{\w+\}/gu)).toBeNull()
  })

  test('has every obligation, standard, data class and contact', async () => {
    const guide = await guideIn(language)
    const { documents } = charter
    const duties = new Set(guide.tiers.flatMap(({ comesWith, mayComeWith }) => [...comesWith, ...mayComeWith].map(({ id }) => id)))
    expect([...duties].sort()).toEqual(documents['obligations.yaml'].obligations.map(({ id }) => id).sort())
    expect(guide.standards.standards.map(({ text }) => text)).toEqual(
      documents['standards.yaml'].standards.map(({ text }) => text[language]),
    )
    expect(guide.dataClasses.map(({ name }) => name)).toEqual(documents['data-classes.yaml'].dataClasses.map(({ text }) => text[language]))
    expect(guide.contacts.map(({ reach }) => reach)).toEqual(charter.contacts.map(({ reach }) => reach))
  })

  test('promises for each tier what its lane promises, with those who sign off', async () => {
    const { tiers } = await guideIn(language)
    expect(tiers.map(({ promise }) => promise)).toEqual(charter.documents['lanes.yaml'].lanes.map(({ promise }) => promise[language]))
    expect(tiers.map(({ signOffs }) => signOffs.map(({ role }) => role))).toEqual(charter.tiers.map(({ approvals }) => [...approvals]))
    expect(tiers.every(({ examples }) => examples.length > 0)).toBe(true)
  })
})

test('each class of data names exactly the approved tools that may see it', async () => {
  const { dataClasses } = await guideIn('en')
  const toolsFor = (id: string) => dataClasses.find(each => each.id === id)?.tools
  expect(toolsFor('health')).toEqual(['Protected workspace'])
  expect(toolsFor('credentials')).toEqual([])
  expect(toolsFor('public')).toContain('Public chat service')
  expect(toolsFor('internal')).not.toContain('Public chat service')
})

test('a sentence with places for answers names all that lead to its tier', async () => {
  const guide = await guideIn('en')
  const said = (tier: number, id: string) => rulesOf(guide, tier).find(rule => rule.id === id)?.because
  expect(said(3, 'personal-data')).toBe(
    "It uses customers' personal data, employees' personnel data, applicants' personal data and other people's personal data.",
  )
  expect(said(2, 'kind-at-least-team')).toBe('We always look at a trained model.')
  // Each audience has a sentence of its own, so none speaks for all; and a field with thirty uses is not listed.
  expect(said(2, 'shared-with-colleagues')).toBeNull()
  expect(said(4, 'eu-high-risk-use')).toBe('EU law calls this use high-risk. Legal duties start on 2 December 2027.')
})

test('a rule still to come names its day, and stands plainly from that day on', async () => {
  const begins = async () => (await guideIn('en')).prohibited.find(({ id }) => id === 'eu-article-5-intimate-images')?.from
  expect(await begins()).toBe('2026-12-02')
  clock.move({ hours: 24 * 9 })
  expect(await begins()).toBeNull()
})

test('a charter that two people adopted is the one that the guide shows, with the day of its adoption', async () => {
  const { as, run, program } = guildhall
  const changed = Object.entries({
    'charter.yaml': ['version: "2026.11"', 'version: "2026.12"'],
    'tiers.yaml': ['en: Lending,', 'en: Lending money,'],
  } as const).map(([file, [from, to]]) => [file, (shipped[file] ?? '').replace(from, to)] as const)
  const proposal = await run(
    program.named('propose-charter'),
    { documents: { ...shipped, ...Object.fromEntries(changed) }, note: 'Plainer words.', requestId: 'tier-guide-proposal' },
    await as('amelia-hart'),
  )
  const {
    id,
    digest: binding,
    version,
    content,
  } = proposal.output as { id: string; digest: string; version: number; content: { digest: string } }
  expect((await guideIn('en')).version).toBe('2026.11')
  await run(program.named('adopt-proposal'), { proposal: id, digest: binding, version }, await as('mei-lin-chou'))
  const guide = await guideIn('en')
  expect(guide).toMatchObject({ version: '2026.12', digest: content.digest, adoptedAt: clock.now().toString() })
  expect(rulesOf(guide, 4).find(({ id }) => id === 'lending')?.title).toBe('Lending money')
})
