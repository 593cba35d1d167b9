import type { Charter, Language, Rule } from '#src/engines/charter/index.ts'
import { parseFacts, ruling } from '#src/engines/charter/index.ts'

/**
 * What a rule says before anybody answered anything. Its sentence has places for answers; here they are filled with all
 * answers that it looks at ("It uses customers' personal data, employees' personnel data …").
 */

/** Longer ones are read by nobody. */
const LONGEST = 200
/** Sets of answers tried for one rule; a rule that reads more questions than that goes without. */
const MOST_SETS = 60

/**
 * A tier rule's sentence for all the answers that reach it at once; null where each of them would need a sentence of its
 * own, or where it would grow too long.
 */
export const sentenceOfRule = (charter: Charter, rule: Rule, now: Temporal.Instant, language: Language): string | null => {
  const sets = answerSets(charter, rule)
  const said = new Set(
    sets.flatMap(facts =>
      ruling(charter, parseFacts(charter, { ...charter.documents['examples.yaml'].usual, ...facts }), now, language).reasons.flatMap(
        reason => (reason.rule === rule.id ? [reason.because] : []),
      ),
    ),
  )
  const [only = ''] = said
  return said.size === 1 && only.length <= LONGEST ? only : null
}

/** Every answer that a question of the rule allows; lists with all that can be in them. */
const answerSets = ({ questions }: Charter, rule: Rule): readonly Record<string, unknown>[] => {
  let sets: Record<string, unknown>[] = [{}]
  for (const { id, type, values, none } of questions.filter(each => rule.facts.includes(each.id))) {
    const ids = values.map(value => value.id).filter(value => value !== none)
    const answers: readonly unknown[] = type === 'many' ? [ids] : type === 'one' ? ids : type === 'yesNo' ? [true, false] : []
    if (answers.length * sets.length > MOST_SETS) return []
    if (answers.length > 0) sets = sets.flatMap(set => answers.map(answer => ({ ...set, [id]: answer })))
  }
  return sets
}

/**
 * A sentence without its places for answers, so far as it still says something: what follows a colon can go ("EU law
 * forbids this: {regulatedUses}."); a sentence built around an answer has no general form.
 */
export const generally = (sentence: string): string | null => {
  const plain = sentence.replace(/:\s*\{[^{}]*\}/g, '')
  return plain.includes('{') ? null : plain
}
