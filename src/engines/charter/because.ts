/** The words of a reason: a rule's sentence, filled with what was really answered. */
import type { Charter } from './charter.ts'
import type { Language, Text } from './documents.ts'
import type { Facts } from './facts.ts'
import type { Rule } from './program.ts'
import { UNLISTED_PREFIX } from './space.ts'

/**
 * The sentence with each {fact} replaced by the answers that the rule looks at. Where the exact answers are not known
 * ("one of these"), the rule's title stands instead: a reason never names what nobody said.
 */
export const because = (charter: Charter, rule: Rule, sentence: Text, facts: Facts, language: Language): string => {
  const template = sentence[language]
  if (!template.includes('{')) return template
  let unknown = false
  const filled = template.replaceAll(PLACEHOLDER, (_, path: string) => {
    const words = answers(charter, rule, path, facts, language)
    if (words === '') unknown = true
    return words
  })
  return unknown ? rule.title[language] : filled
}

/** The facts that a sentence names. */
export const placeholders = (sentence: string): readonly string[] => [...sentence.matchAll(PLACEHOLDER)].map(([, path]) => path ?? '')

const PLACEHOLDER = /\{([^{}]*)\}/g

const answers = (charter: Charter, rule: Rule, path: string, facts: Facts, language: Language): string => {
  const fact = charter.engine.space.byPath.get(path)
  if (fact === undefined) return ''
  const looksAt = rule.looksAt.get(fact.index)
  const picked = facts.picked[fact.index] ?? []
  const meant = picked.filter((value) => looksAt?.has(value) ?? true)
  const question = charter.engine.questionsById.get(fact.question)
  const words = meant.flatMap((value) =>
    value === fact.unlisted ? facts.unlisted.map((name) => `“${name}”`) : [question?.values[value]?.phrase[language] ?? fact.values[value]?.id ?? UNLISTED_PREFIX],
  )
  return inSentence(words, language)
}

const AND: Readonly<Record<Language, string>> = { en: ' and ', de: ' und ' }

const inSentence = (words: readonly string[], language: Language): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')}${AND[language]}${words.at(-1) ?? ''}`
