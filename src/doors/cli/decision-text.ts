import type { Charter, Decision, Language } from '#src/engines/charter/index.ts'
import { CHECK_WORDS } from './check-words.ts'

/** A decision as lines for people: the answer first, then why, then what to do. */
export const decisionText = (charter: Charter, decision: Decision, language: Language): string => {
  const words = CHECK_WORDS[language]
  const verdict = charter.documents['contacts.yaml'].verdicts[decision.verdict]
  const contact = charter.contacts.find(({ id }) => id === verdict.contact)
  const role = (id: string) => charter.contacts.find(contact => contact.id === id)?.name[language] ?? id
  const question = (id: string) => charter.questions.find(question => question.id === id)?.title[language] ?? id
  return [
    verdict.title[language],
    tierLine(charter, decision, language),
    verdict.text[language],
    ...section(words.stillOpen, decision.openQuestions.map(question)),
    ...section(
      words.prohibited,
      decision.prohibited.map(({ rule, because }) => `${because} (${rule})`),
    ),
    ...section(
      words.toMend,
      decision.guardrails.flatMap(({ rule, because, remedy }) => [`${because} (${rule})`, `→ ${remedy}`]),
    ),
    ...section(
      words.why,
      decision.reasons.map(({ rule, tier, because }) => `${tier}  ${because} (${rule})`),
    ),
    ...section(words.signOffs, decision.approvals.map(role)),
    ...section(
      words.duties,
      decision.obligations.map(({ id, because }) => `${because} (${id})`),
    ),
    ...section(
      words.toLower,
      decision.toLower.map(({ tier, because }) => `${words.tier} ${tier}: ${because}`),
    ),
    '',
    contact === undefined ? '' : `${words.contact}: ${contact.name[language]}, ${contact.reach}`,
    '',
  ].join('\n')
}

/** "Tier 2, Team", with the range where it is not settled. */
export const tierLine = (charter: Charter, { tier, range: [lowest, highest] }: Decision, language: Language): string => {
  const words = CHECK_WORDS[language]
  const name = `${words.tier} ${tier}, ${charter.tiers[tier - 1]?.name[language] ?? ''}`
  return lowest === highest ? name : `${name} (${words.tierStillPossible(lowest, highest)})`
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map(line => `  ${line}`)]
