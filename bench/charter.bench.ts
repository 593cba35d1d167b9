import { isDeepStrictEqual } from 'node:util'
import { decide, impact, parseFacts, ruling, type Ruling, type Tier } from '#src/engines/charter/index.ts'
import { defaultCharter as charter } from '#src/engines/charter/default-charter.fixture.ts'
import { celOracle, type Concrete } from '#src/engines/charter/oracle.fixture.ts'
import { HARMLESS, SCENARIOS } from '#src/engines/charter/scenarios.fixture.ts'

/*
 * What a decision costs: the engine against the CEL library run rule by rule and against the default charter written by
 * hand as TypeScript, in the same run and with the same answers. Processor time, so that what else the machine does
 * meanwhile doesn't count; the smallest of several rounds, because the processor's caches are shared all the same.
 */
const NOW = Temporal.Instant.from('2026-11-23T12:00Z')
const ROUNDS = 9
const say = (what: string, value: string): void => console.log(`  ${what.padEnd(66)} ${value}`)
const microseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} µs`

/** Microseconds of processor time for one call. */
const cost = (calls: number, work: () => void): number => {
  let least = Infinity
  for (let round = 0; round < ROUNDS; round++) {
    const began = process.cpuUsage()
    for (let call = 0; call < calls; call++) work()
    const { user, system } = process.cpuUsage(began)
    least = Math.min(least, (user + system) / calls)
  }
  return least
}

const all = SCENARIOS.map(({ facts }) => ({ ...HARMLESS, ...facts }))
const parsed = all.map(facts => parseFacts(charter, facts))
const flat: readonly Concrete[] = SCENARIOS.map(({ facts }) => {
  const { humanReview, ...rest }: Record<string, unknown> = { ...HARMLESS, ...facts }
  const present = typeof humanReview === 'object' && humanReview !== null && 'present' in humanReview && humanReview.present === true
  const plain: Record<string, string | boolean | string[]> = {
    'humanReview.present': present,
    registryEntry: 'not-due',
    legalAssessment: 'none',
    profilesPeople: 'not-ruled-out',
  }
  for (const [fact, answer] of Object.entries(rest))
    plain[fact] = Array.isArray(answer) ? answer.map(String) : typeof answer === 'boolean' ? answer : String(answer)
  return plain
})

/** Facts as somebody would type them who writes the rules as code. */
interface HandFacts {
  kind: string
  tools: string[]
  audience: string
  dataClasses: string[]
  decisionImpact: string[]
  decidesAboutIndividuals: string[]
  externalContent: boolean
  humanReview: { present: boolean }
  integrations: string[]
  movesMoney: boolean
  sendsAs: string
  sendsUnattended: boolean
  peopleTalkToIt: string
  syntheticMedia: string[]
  vulnerablePeople: boolean
  writesCodeOrSettings: boolean
  regulatedUses: string[]
  ownerActive: boolean
  registryEntry: string
  legalAssessment: string
  profilesPeople: string
}

const PERSONAL = new Set(['customer-pii', 'employee-pii', 'applicant-pii', 'other-personal'])
const SYSTEMS = new Set(['service-desk', 'crm', 'erp', 'hr-system', 'payment', 'other-enterprise'])
const SHARED = new Set(['work-management', 'data-warehouse'])
const SECTORS_BEFORE = [
  ['sector-credit', 'lending'],
  ['sector-education', 'schooling'],
  ['sector-insurance-life-health', 'life-and-health-insurance'],
] as const
const SECTORS_AFTER = [
  ['sector-medical', 'medical-care'],
  ['sector-hiring', 'recruiting'],
  ['sector-benefits', 'social-benefits'],
] as const
const ARTICLE_5 = new Set(['eu-art5-a', 'eu-art5-b', 'eu-art5-c', 'eu-art5-d', 'eu-art5-e', 'eu-art5-f', 'eu-art5-g', 'eu-art5-h'])
const SENSITIVE = new Set(charter.documents['data-classes.yaml'].dataClasses.filter(({ sensitive }) => sensitive).map(({ id }) => id))
const TOOLS = new Map(charter.documents['tools.yaml'].tools.map(({ id, approvedFor }) => [id, new Set(approvedFor)]))
const UNLISTED = new Set(charter.documents['tools.yaml'].unlisted.approvedFor)
const KINDS = new Map(charter.documents['scope.yaml'].kinds.map(kind => [kind.id, kind]))
const PHRASES = new Map(charter.questions.map(({ id, values }) => [id, new Map(values.map(value => [value.id, value.phrase.en]))]))
const RULES = new Map(charter.rules.map(rule => [rule.id, rule]))

const phrase = (fact: string, values: readonly string[]): string => {
  const words = values.map(value => (value.startsWith('other:') ? `“${value.slice(6)}”` : (PHRASES.get(fact)?.get(value) ?? value)))
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

const suitable = (data: readonly string[]): string =>
  [...TOOLS]
    .filter(([, sees]) => data.every(one => sees.has(one)))
    .map(([id]) => phrase('tools', [id]))
    .join(', ') || 'none yet'

/** The default charter of 23 November 2026 by hand: the same rules, reasons and verdicts, for facts that are all known. */
const byHand = (f: HandFacts): Ruling => {
  const reasons: Ruling['reasons'] = []
  const add = (id: string, tier: Tier, because: string, facts: string[]) => reasons.push({ rule: id, tier, because, facts })
  const text = (id: string) => RULES.get(id)?.because.en ?? ''
  const decided = f.decidesAboutIndividuals.filter(one => one !== 'none')
  const annex3 = f.regulatedUses.filter(use => use.startsWith('eu-annex3-'))
  const cleared = f.legalAssessment === 'not-high-risk' && f.profilesPeople === 'ruled-out'
  const insurance = f.regulatedUses.includes('sector-insurance-other')
  const kind = KINDS.get(f.kind)
  if (f.decisionImpact.includes('significant-financial')) add('real-money-at-stake', 4, text('real-money-at-stake'), ['decisionImpact'])
  if (f.decisionImpact.includes('safety')) add('safety-at-stake', 4, text('safety-at-stake'), ['decisionImpact'])
  if (f.decisionImpact.includes('legal')) add('legal-consequences', 4, text('legal-consequences'), ['decisionImpact'])
  if (f.movesMoney) add('moves-money', 4, text('moves-money'), ['movesMoney'])
  if (decided.length > 0)
    add('decides-about-people', 4, `It helps to decide about ${phrase('decidesAboutIndividuals', decided)}.`, ['decidesAboutIndividuals'])
  if (annex3.length > 0 && !cleared)
    add(
      'eu-high-risk-use',
      4,
      `EU law calls this use high-risk: ${phrase('regulatedUses', annex3)}. Legal duties start on 2 December 2027.`,
      ['regulatedUses', 'legalAssessment', 'profilesPeople'],
    )
  if (f.regulatedUses.includes('eu-annex1')) add('eu-product-safety', 4, text('eu-product-safety'), ['regulatedUses'])
  for (const [use, id] of SECTORS_BEFORE) if (f.regulatedUses.includes(use)) add(id, 4, text(id), ['regulatedUses'])
  if (insurance && decided.length > 0)
    add('insurance-decisions', 4, `It prices, decides or scores in insurance: ${phrase('decidesAboutIndividuals', decided)}.`, [
      'decidesAboutIndividuals',
      'regulatedUses',
    ])
  for (const [use, id] of SECTORS_AFTER) if (f.regulatedUses.includes(use)) add(id, 4, text(id), ['regulatedUses'])
  if (kind?.enabled === false)
    add('kind-off', 4, `The program does not cover ${phrase('kind', [f.kind])}; the central team builds it with you.`, ['kind'])
  const personal = f.dataClasses.filter(one => PERSONAL.has(one))
  if (personal.length > 0) add('personal-data', 3, `It uses ${phrase('dataClasses', personal)}.`, ['dataClasses'])
  const guarded = f.dataClasses.filter(one => SENSITIVE.has(one) && !PERSONAL.has(one))
  if (guarded.length > 0) add('protected-data', 3, `It uses ${phrase('dataClasses', guarded)}.`, ['dataClasses'])
  if (f.externalContent) add('leaves-the-company', 3, text('leaves-the-company'), ['externalContent'])
  if (f.audience === 'outside') add('people-outside', 3, `It reaches ${phrase('audience', ['outside'])}.`, ['audience'])
  if (f.decisionImpact.includes('external-facing'))
    add('mistakes-felt-outside', 3, `A mistake would be ${phrase('decisionImpact', ['external-facing'])}.`, ['decisionImpact'])
  if (f.decisionImpact.includes('hard-to-undo'))
    add('hard-to-undo', 3, `A mistake would be ${phrase('decisionImpact', ['hard-to-undo'])}.`, ['decisionImpact'])
  const systems = f.integrations.filter(one => SYSTEMS.has(one))
  if (systems.length > 0) add('company-systems', 3, `It connects to ${phrase('integrations', systems)}.`, ['integrations'])
  if (f.writesCodeOrSettings) add('changes-code-or-settings', 3, text('changes-code-or-settings'), ['writesCodeOrSettings'])
  if (f.peopleTalkToIt === 'outside')
    add('talks-to-people-outside', 3, `It talks to ${phrase('peopleTalkToIt', ['outside'])}.`, ['peopleTalkToIt'])
  if (f.vulnerablePeople) add('vulnerable-people', 3, text('vulnerable-people'), ['vulnerablePeople'])
  if (insurance) add('insurance-work', 3, text('insurance-work'), ['regulatedUses'])
  if (annex3.length > 0 && cleared)
    add('legally-assessed', 3, text('legally-assessed'), ['regulatedUses', 'legalAssessment', 'profilesPeople'])
  if ((kind?.tierFloor ?? 1) >= 3) add('kind-at-least-controlled', 3, `We always look closely at ${phrase('kind', [f.kind])}.`, ['kind'])
  if (f.audience === 'my-team' || f.audience === 'business-unit' || f.audience === 'whole-company')
    add('shared-with-colleagues', 2, `It reaches ${phrase('audience', [f.audience])}.`, ['audience'])
  const shared = f.integrations.filter(one => SHARED.has(one))
  if (shared.length > 0) add('shared-work-systems', 2, `It connects to ${phrase('integrations', shared)}.`, ['integrations'])
  if ((kind?.tierFloor ?? 1) >= 2) add('kind-at-least-team', 2, `We always look at ${phrase('kind', [f.kind])}.`, ['kind'])
  if (f.audience === 'only-me') add('only-for-you', 1, text('only-for-you'), ['audience'])

  const prohibited: Ruling['prohibited'] = []
  if (f.decidesAboutIndividuals.includes('employees'))
    prohibited.push({ rule: 'decides-about-employees', because: text('decides-about-employees') })
  if (f.integrations.includes('production-database'))
    prohibited.push({ rule: 'production-database-access', because: text('production-database-access') })
  if (
    (f.sendsAs === 'named-employee' || f.sendsAs === 'the-maker') &&
    f.sendsUnattended &&
    (f.audience !== 'only-me' || f.externalContent || f.peopleTalkToIt !== 'none')
  )
    prohibited.push({
      rule: 'impersonates-named-employee',
      because: `It would send messages in the name of ${phrase('sendsAs', [f.sendsAs])} without that person pressing send.`,
    })
  const article5 = f.regulatedUses.filter(use => ARTICLE_5.has(use))
  if (article5.length > 0)
    prohibited.push({
      rule: 'eu-article-5',
      because: `EU law forbids this: ${phrase('regulatedUses', article5)}. No consent or notice changes that.`,
    })

  const guardrails: Ruling['guardrails'] = []
  const guard = (rule: string, because: string) =>
    guardrails.push({
      rule,
      because,
      remedy: (RULES.get(rule)?.remedy?.en ?? '').replace('{suitableTools}', () => suitable(f.dataClasses)),
    })
  const unapproved = f.tools.filter(tool => !TOOLS.has(tool))
  if (unapproved.length > 0) guard('tool-not-approved', `${phrase('tools', unapproved)} is not approved.`)
  if (f.tools.some(tool => f.dataClasses.some(one => !(TOOLS.get(tool) ?? UNLISTED).has(one))))
    guard(
      'data-boundary',
      `Not every tool you named may see ${phrase(
        'dataClasses',
        f.dataClasses.filter(one => one !== 'public'),
      )}.`,
    )
  if (f.externalContent && !f.humanReview.present) guard('external-without-review', text('external-without-review'))
  if (!f.ownerActive) guard('no-active-owner', text('no-active-owner'))
  if (f.registryEntry === 'expired') guard('entry-expired', text('entry-expired'))
  if (f.registryEntry === 'missing') guard('not-registered', text('not-registered'))

  const tier = reasons[0]?.tier ?? 1
  const mended = prohibited.length > 0 ? 'refused' : tier === 4 ? 'referred' : tier === 1 ? 'approved-by-default' : 'review'
  const obligations: Ruling['obligations'] = []
  const duty = (id: string) => obligations.push({ id, because: text(id) })
  const others = f.audience !== 'only-me' || tier >= 2
  if (others) duty('register')
  if (f.externalContent) duty('human-review')
  if (tier === 2 || tier === 3) duty('periodic-audit')
  if (others && tier <= 3) duty('recertify')
  if (
    f.peopleTalkToIt !== 'none' ||
    ((f.externalContent || f.audience === 'outside') && f.syntheticMedia.some(one => one === 'image' || one === 'audio' || one === 'video'))
  )
    duty('disclose-ai')
  if (tier === 1) duty('accept-standards')
  if (tier === 2 || tier === 3) duty('baseline')
  const approvals =
    mended === 'refused' || mended === 'referred'
      ? []
      : tier === 3
        ? ['it-security', 'legal', 'change-management']
        : tier === 2
          ? ['coe']
          : []
  return {
    charter: charter.version,
    tier,
    range: [tier, tier],
    verdict: guardrails.length > 0 && mended !== 'refused' && mended !== 'referred' ? 'blocked' : mended,
    reasons,
    prohibited,
    guardrails,
    approvals,
    obligations,
  }
}

const hand: readonly HandFacts[] = SCENARIOS.map(({ facts }) => ({
  ...copy(HARMLESS),
  registryEntry: 'not-due',
  legalAssessment: 'none',
  profilesPeople: 'not-ruled-out',
  ...facts,
}))
function copy(facts: typeof HARMLESS): Omit<HandFacts, 'registryEntry' | 'legalAssessment' | 'profilesPeople'> {
  return {
    ...facts,
    tools: [...facts.tools],
    dataClasses: [...facts.dataClasses],
    decisionImpact: [...facts.decisionImpact],
    decidesAboutIndividuals: [...facts.decidesAboutIndividuals],
    integrations: [...facts.integrations],
    syntheticMedia: [...facts.syntheticMedia],
    regulatedUses: [...facts.regulatedUses],
  }
}

const differing = SCENARIOS.filter((_, index) => {
  const [facts, plain] = [parsed[index], hand[index]]
  return facts === undefined || plain === undefined || !isDeepStrictEqual(ruling(charter, facts, NOW), byHand(plain))
})
if (differing.length > 0) throw new Error(`Engine and hand-written rules differ on ${differing.map(({ id }) => id).join(', ')}.`)
const oracle = celOracle(charter)
const rules = charter.rules.filter(({ kind }) => kind !== 'obligation')

console.log(`\nThe charter engine: ${charter.rules.length} rules, ${SCENARIOS.length} ideas, the same answers from all three`)
const engine = cost(2_000, () => parsed.forEach(facts => ruling(charter, facts, NOW))) / parsed.length
const written = cost(2_000, () => hand.forEach(byHand)) / hand.length
const contexts = flat.map(oracle.context)
const library = cost(50, () => contexts.forEach(context => rules.forEach(rule => oracle.fires(rule, context)))) / contexts.length
say('ruling with all reasons, facts known', microseconds(engine))
say('  written by hand as TypeScript', `${microseconds(written)}, engine takes ${(engine / written).toFixed(2)} times as long`)
say(
  '  the CEL library, rule by rule, without reasons',
  `${microseconds(library)}, engine is ${(library / engine).toFixed(0)} times as fast`,
)
say(
  'facts read from JSON values and ruled on',
  microseconds(cost(500, () => all.forEach(facts => ruling(charter, parseFacts(charter, facts), NOW))) / all.length),
)
say(
  'the same with what would lower the tier',
  microseconds(cost(20, () => parsed.forEach(facts => decide(charter, facts, NOW))) / parsed.length),
)

const half = all.map(facts => parseFacts(charter, Object.fromEntries(Object.entries(facts).filter((_, index) => index % 2 === 0))))
const nothing = parseFacts(charter, {})
say('half the facts open: ruling', microseconds(cost(50, () => half.forEach(facts => ruling(charter, facts, NOW))) / half.length))
say(
  'half the facts open: with what to ask next and what would lower it',
  microseconds(cost(5, () => half.forEach(facts => decide(charter, facts, NOW))) / half.length),
)
say('nothing known: with what to ask next', microseconds(cost(50, () => decide(charter, nothing, NOW))))

const MANY = 100_000
const solutions = Array.from({ length: MANY }, (_, index) => ({ id: `S${index}`, facts: all[index % all.length] }))
const began = process.cpuUsage()
const wall = performance.now()
const { effects } = impact(charter, charter, solutions, NOW)
const { user } = process.cpuUsage(began)
if (effects.length > 0) throw new Error('A charter has no impact against itself.')
say(
  `impact over ${MANY.toLocaleString('en')} solutions, both charters`,
  `${(user / 1e6).toFixed(2)} s of processor time, ${((performance.now() - wall) / 1000).toFixed(2)} s`,
)
