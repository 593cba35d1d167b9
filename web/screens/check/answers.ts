import { type Charter, type Facts, NOT_SURE, type Question, type Value } from '../../data/charter-guide.ts'
import type { Stop } from './course.ts'

/** The line of a page of several questions that says "none of these". */
export const NONE = 'none-of-these'

/** Begins the name of something that is not on the charter's list. */
export const UNLISTED = 'other:'
export const isUnlisted = (value: string): boolean => value.startsWith(UNLISTED)

/** The facts as they are sent: a thing not on the list whose name is not yet written is "not sure". */
export const sendable = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([fact, answer]) => [
      fact,
      Array.isArray(answer)
        ? answer.map(item => (typeof item === 'string' && isUnlisted(item) && item.trim() === UNLISTED ? NOT_SURE : item))
        : answer,
    ]),
  )

/** Values with the words a maker sees. */
export const wordsOf = (value: Value): string => value.question ?? value.text

export const chosen = (fact: unknown): readonly string[] =>
  Array.isArray(fact) ? fact.filter(item => typeof item === 'string') : typeof fact === 'string' ? [fact] : []

/** A list after one of its boxes was ticked or unticked: "none" stands alone; alone, "not sure" is no list. */
export const toggled = (fact: unknown, value: string, none: string | null | undefined): unknown => {
  const before = chosen(fact)
  const after = before.includes(value)
    ? before.filter(item => item !== value)
    : value === none
      ? [value]
      : [...before.filter(item => item !== none), value]
  if (after.length === 0) return undefined
  return after.length === 1 && after[0] === NOT_SURE ? NOT_SURE : after
}

/** The facts with one answer set, or taken back where it is undefined. */
export const answered = (facts: Facts, fact: string, answer: unknown): Facts => {
  const { [fact]: _, ...others } = facts
  return answer === undefined ? others : { ...others, [fact]: answer }
}

/** The lines of a page after one was ticked or unticked. */
export const tickedLines = (lines: readonly string[], line: string): readonly string[] =>
  lines.includes(line) ? lines.filter(each => each !== line) : line === NONE ? [NONE] : [...lines.filter(each => each !== NONE), line]

/** What the ticked lines of a page say of each of its facts. */
export const factsOfLines = (facts: Facts, stop: Stop, lines: readonly string[]): Facts =>
  stop.asked.reduce(
    (known, question) => (question.rare ? answered(known, question.id, answerOfLine(question, known[question.id], lines)) : known),
    facts,
  )

const answerOfLine = (question: Question, before: unknown, lines: readonly string[]): unknown => {
  const otherwise = question.rare?.otherwise
  if (lines.includes(question.id)) {
    if (question.type === 'yesNo') return otherwise !== true
    return before === undefined || same(before, otherwise) ? NOT_SURE : before
  }
  if (lines.includes(NOT_SURE)) return NOT_SURE
  return lines.length === 0 ? undefined : otherwise
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export const isAnswered = (stop: Stop, facts: Facts): boolean => stop.asked.every(question => question.id in facts)

/** A rare thing that does not apply. */
export const isQuiet = (question: Question, answer: unknown): boolean => question.rare !== null && same(question.rare.otherwise, answer)

/** An answer in the maker's own words, for panel, result and print; null where there is none. */
export const answerInWords = (
  charter: Pick<Charter, 'questions'>,
  fact: string,
  answer: unknown,
  words: { yes: string; no: string; notSure: string },
): string | null => {
  const question = charter.questions.find(({ id }) => id === fact)
  if (question === undefined || answer === undefined || answer === null) return null
  if (answer === NOT_SURE) return words.notSure
  if (typeof answer === 'boolean')
    return question.values.find(({ id }) => id === (answer ? 'yes' : 'no'))?.text ?? (answer ? words.yes : words.no)
  if (question.type === 'object') {
    if (typeof answer !== 'object') return null
    const told = question.parts.map(part => Object.entries(answer).find(([id]) => id === part.id)?.[1])
    return told
      .flatMap(part => (typeof part === 'boolean' ? [part ? words.yes : words.no] : typeof part === 'string' && part !== '' ? [part] : []))
      .join(', ')
  }
  const name = (id: string): string =>
    id === NOT_SURE
      ? words.notSure
      : (question.values.find(value => value.id === id)?.text ?? id.slice(isUnlisted(id) ? UNLISTED.length : 0))
  return chosen(answer).map(name).join('; ')
}
