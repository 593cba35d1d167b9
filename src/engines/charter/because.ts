/** The words of a reason: a rule's sentence, filled with what was really answered. */
import type { Question } from './describe-facts.ts'
import type { Language, Text } from './documents.ts'
import type { Facts } from './facts.ts'
import type { Rule } from './rules.ts'
import type { FactSpace } from './space.ts'

/** Says a sentence about given facts. */
export type Sentence = (facts: Facts, language: Language) => string

/**
 * Prepares a rule's sentence: each {fact} becomes the answers that the rule looks at. Where the exact answers are not
 * known ("one of these"), the rule's title stands instead: a reason never names what nobody said.
 */
export const prepareSentence = (
  space: FactSpace,
  questions: ReadonlyMap<string, Question>,
  rule: Rule,
  sentence: Text,
  suitableTools: Sentence,
): Sentence => {
  const inLanguage = (language: Language) => template(space, questions, rule, sentence, language)
  const templates: Readonly<Record<Language, Template>> = { en: inLanguage('en'), de: inLanguage('de') }
  return (facts, language) => {
    const prepared = templates[language]
    if (typeof prepared === 'string') return prepared
    let said = ''
    for (const part of prepared) {
      const words =
        typeof part === 'string' ? part : part.is === 'answers' ? answers(part, facts, language) : suitableTools(facts, language)
      if (words === '') return rule.title[language]
      said += words
    }
    return said
  }
}

/** The facts that a sentence names. */
export const placeholders = (sentence: string): readonly string[] => [...sentence.matchAll(PLACEHOLDER)].map(([, path]) => path ?? '')

const PLACEHOLDER = /\{([^{}]*)\}/g

/** Stands for the approved tools that may see all the data that were named. */
export const SUITABLE_TOOLS = 'suitableTools'

/** A place in a sentence for the answers to one fact; `phrases` holds words only for values that the rule looks at. */
interface Slot {
  is: 'answers'
  fact: number
  unlisted: number
  phrases: readonly (string | null)[]
}

/** A place in a sentence for tools one could use instead. */
interface ToolSlot {
  is: 'suitable-tools'
}

/** Plain words, or words and slots by turns. */
type Template = string | readonly (string | Slot | ToolSlot)[]

const template = (space: FactSpace, questions: ReadonlyMap<string, Question>, rule: Rule, sentence: Text, language: Language): Template => {
  if (placeholders(sentence[language]).length === 0) return sentence[language]
  // Splitting on a pattern with a group gives words and names by turns.
  return sentence[language]
    .split(PLACEHOLDER)
    .map((part, index): string | Slot | ToolSlot => {
      if (index % 2 === 1 && part === SUITABLE_TOOLS) return { is: 'suitable-tools' }
      const fact = index % 2 === 1 ? space.byPath.get(part) : undefined
      if (fact === undefined) return part
      const looksAt = rule.looksAt.get(fact.index)
      const shown = questions.get(fact.question)?.values
      return {
        is: 'answers',
        fact: fact.index,
        unlisted: fact.unlisted,
        phrases: fact.values.map(({ id }, value) => ((looksAt?.has(value) ?? true) ? (shown?.[value]?.phrase[language] ?? id) : null)),
      }
    })
    .filter(part => part !== '')
}

const answers = ({ fact, unlisted, phrases }: Slot, facts: Facts, language: Language): string => {
  const words: string[] = []
  for (const value of facts.picked[fact] ?? []) {
    const phrase = phrases[value]
    if (phrase === null || phrase === undefined) continue
    if (value === unlisted) words.push(...facts.unlisted.map(name => `“${name}”`))
    else words.push(phrase)
  }
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')}${AND[language]}${words.at(-1) ?? ''}`
}

const AND: Readonly<Record<Language, string>> = { en: ' and ', de: ' und ' }
