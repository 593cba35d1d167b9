import type { z } from 'zod'
import type { Charter, Language, Rule, Text, Tier, Verdict } from '#src/engines/charter/index.ts'
import { runExamples } from '#src/engines/charter/index.ts'
import type { tierGuideView } from './contract.ts'
import { generally, sentenceOfRule } from './general-sentence.ts'

/** How many worked examples stand with a tier: the first ones, so the charter's author chooses them by their order. */
const EXAMPLES = 3

/** What becomes of a solution of each tier when nothing stands in its way. */
const usualVerdicts: Readonly<Record<Tier, Verdict>> = { 1: 'approved-by-default', 2: 'review', 3: 'review', 4: 'referred' }

/**
 * The charter as a document to read on the day of `now`, in one language: all of it from the charter's documents. Rules
 * whose time is over are left out; rules still to come name their day.
 */
export const tierGuide = (charter: Charter, now: Temporal.Instant, spoken: Language): Omit<z.output<typeof tierGuideView>, 'adoptedAt'> => {
  const say = (text: Text) => text[spoken]
  const { documents } = charter
  const day = now.toZonedDateTimeISO(documents['charter.yaml'].timeZone).toPlainDate().toString()
  // ISO dates sort as text.
  const notOver = ({ validUntil }: { validUntil?: string | null | undefined }) => validUntil == null || validUntil > day
  const line = ({ id, title, because, validFrom }: { id: string; title: Text; because: Text; validFrom?: string | null | undefined }) => ({
    id,
    title: say(title),
    because: generally(say(because)),
    from: validFrom != null && validFrom > day ? validFrom : null,
  })
  const raising = (rule: Rule) => ({ ...line(rule), because: sentenceOfRule(charter, rule, now, spoken) ?? generally(say(rule.because)) })
  const nameOf = (role: string) => {
    const contact = charter.contacts.find(({ id }) => id === role)
    return contact === undefined ? role : say(contact.name)
  }
  const duties = (ids: ReadonlySet<string>) =>
    charter.rules
      .filter(rule => rule.kind === 'obligation' && ids.has(rule.id) && notOver(rule))
      .map(({ id, title, because }) => ({ id, title: say(title), because: say(because) }))
  const results = runExamples(charter)

  return {
    version: charter.version,
    digest: charter.digest,
    title: say(charter.title),
    purpose: say(documents['charter.yaml'].purpose),
    day,
    tiers: charter.tiers.map(({ tier, name, summary }) => {
      const lane = documents['lanes.yaml'].lanes.find(each => each.tier === tier)
      if (lane === undefined) throw new Error(`The charter has no lane for tier ${tier}.`)
      const verdict = usualVerdicts[tier]
      const shown = results.filter(({ example: { expect } }) => expect.tier === tier && expect.verdict === verdict)
      const taken = shown.map(({ fires }) => new Set(fires))
      const some = taken.reduce((all, each) => all.union(each), new Set<string>())
      const always = taken.reduce((all, each) => all.intersection(each), some)
      return {
        tier,
        name: say(name),
        summary: say(summary),
        lane: say(lane.title),
        promise: say(lane.promise),
        businessDays: lane.businessDays,
        signOffs: lane.signOffs.map(({ role, businessDays }) => ({ role, name: nameOf(role), businessDays })),
        coordinator: lane.coordinatedBy === undefined ? null : nameOf(lane.coordinatedBy),
        contact: nameOf(documents['contacts.yaml'].verdicts[verdict].contact),
        raisedBy: underQuestions(charter, tier, say)
          .map(({ title, rules }) => ({ title, rules: rules.filter(notOver).map(raising) }))
          .filter(({ rules }) => rules.length > 0),
        comesWith: duties(always),
        mayComeWith: duties(some.difference(always)),
        examples: shown.slice(0, EXAMPLES).map(({ example: { id, title } }) => ({ id, title: say(title) })),
      }
    }),
    prohibited: documents['prohibited.yaml'].prohibited.filter(notOver).map(rule => ({ ...line(rule), route: say(rule.route) })),
    guardrails: documents['guardrails.yaml'].guardrails
      .filter(notOver)
      .map(rule => ({ ...line(rule), remedy: generally(say(rule.remedy)) ?? say(rule.title) })),
    standards: {
      version: documents['standards.yaml'].version,
      intro: say(documents['standards.yaml'].intro),
      standards: documents['standards.yaml'].standards.map(({ id, text }) => ({ id, text: say(text) })),
      lookedAtWhen: documents['standards.yaml'].lookedAtWhen.map(({ id, text }) => ({ id, text: say(text) })),
    },
    dataClasses: documents['data-classes.yaml'].dataClasses.map(({ id, text, help, examples, sensitive }) => ({
      id,
      name: say(text),
      help: help === undefined ? '' : say(help),
      examples: say(examples),
      protected: sensitive,
      tools: documents['tools.yaml'].tools
        .filter(({ status, approvedFor }) => status === 'approved' && approvedFor.includes(id))
        .map(({ name }) => say(name)),
    })),
    contacts: charter.contacts.map(contact => ({ ...contact, name: say(contact.name), for: say(contact.for) })),
  }
}

/** A tier's rules under the pages of questions on which a reader would meet what they look at, in the pages' order. */
const underQuestions = ({ rules, questions, pages }: Charter, tier: Tier, say: (text: Text) => string) => {
  const pageOf = (facts: readonly string[]) => questions.find(({ id }) => facts.includes(id))?.page
  const ofTier = rules.filter(rule => rule.kind === 'tier' && rule.tier === tier)
  const grouped = pages.map(({ id, title }) => ({ title: say(title), rules: ofTier.filter(({ facts }) => pageOf(facts) === id) }))
  const unasked = ofTier.filter(({ facts }) => pageOf(facts) === undefined)
  return [...grouped, { title: '', rules: unasked }]
}
