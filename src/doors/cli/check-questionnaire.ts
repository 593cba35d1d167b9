import { createInterface } from 'node:readline'
import {
  lineAnswer,
  nextPage,
  NOT_SURE,
  type Asking,
  type Charter,
  type Decision,
  type Language,
  type Question,
} from '#src/engines/charter/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { CHECK_WORDS } from './check-words.ts'
import type { Terminal } from './command.ts'
import { tierLine } from './decision-text.ts'

/**
 * Asks a person at the terminal, page by page, only what can still change the answer; after each page it shows the tier
 * so far and which answers caused it.
 */
export const askAtTerminal = async (
  charter: Charter,
  now: Temporal.Instant,
  language: Language,
  terminal: Terminal,
): Promise<Record<string, unknown>> => {
  const reader = createInterface({ input: terminal.stdin, terminal: false })
  const lines = reader[Symbol.asyncIterator]()
  const words = CHECK_WORDS[language]
  const ask = async <T>(prompt: string, understand: (line: string) => T | undefined): Promise<T> => {
    for (;;) {
      terminal.out(prompt)
      const { value, done } = await lines.next()
      if (done === true)
        throw refuse(
          'invalid',
          'questions-left',
          'The answers ended before the questions did.',
          'Answer at the terminal, or give a file of facts.',
        )
      const understood = understand(value.trim())
      if (understood !== undefined) return understood
      terminal.out(`${words.notUnderstood}\n`)
    }
  }
  try {
    const answers: Record<string, unknown> = {}
    for (;;) {
      const { decision, asking } = nextPage(charter, answers, now)
      if (asking === null) return answers
      if (Object.keys(answers).length > 0) terminal.out(soFar(charter, decision, language))
      if (asking.as === 'lines') Object.assign(answers, await askLines(asking, language, ask, terminal))
      else for (const question of asking.questions) answers[question.id] = await askQuestion(question, language, ask, terminal)
    }
  } finally {
    reader.close()
  }
}

type Ask = <T>(prompt: string, understand: (line: string) => T | undefined) => Promise<T>

const soFar = (charter: Charter, decision: Decision, language: Language): string =>
  [
    `\n${CHECK_WORDS[language].soFar}: ${tierLine(charter, decision, language)}`,
    ...decision.reasons.map(({ tier, because }) => `  ${tier}  ${because}`),
    '',
  ].join('\n')

const askLines = async (
  { page, questions }: Asking,
  language: Language,
  ask: Ask,
  terminal: Terminal,
): Promise<Record<string, unknown>> => {
  terminal.out(`\n${page.title[language]}\n${page.help === null ? '' : `  ${page.help[language]}\n`}`)
  terminal.out(numbered(questions.map(({ rare, title }) => (rare?.line ?? title)[language])))
  const ticked = await ask(CHECK_WORDS[language].pickSeveral, line => (line === '?' ? NOT_SURE : numbers(line, questions.length)))
  return Object.fromEntries(
    questions.map((question, index) => [
      question.id,
      lineAnswer(question, ticked === NOT_SURE ? NOT_SURE : ticked.includes(index) ? 'ticked' : 'unticked'),
    ]),
  )
}

const askQuestion = async (question: Question, language: Language, ask: Ask, terminal: Terminal): Promise<unknown> => {
  const words = CHECK_WORDS[language]
  terminal.out(
    `\n${question.title[language]}\n  ${question.help[language]}\n  ${words.whyWeAsk}: ${question.why[language]}\n  ${words.example}: ${question.example[language]}\n`,
  )
  const yesNo = (prompt: string) =>
    ask(prompt, line => (line === '?' ? NOT_SURE : /^[jy]/i.test(line) ? true : /^n/i.test(line) ? false : undefined))
  if (question.type === 'yesNo') return yesNo(words.yesNo)
  if (question.type === 'object') {
    const answer: Record<string, unknown> = {}
    for (const part of question.parts)
      if (part.type === 'yesNo') answer[part.id] = await yesNo(`${part.title[language]} ${words.yesNo}`)
      else if (Object.values(answer).includes(true)) answer[part.id] = await ask(`${part.title[language]} `, line => line)
    return answer
  }
  const values = question.values.filter(({ id }) => id !== question.none)
  terminal.out(numbered(values.map(({ text, question }) => (question ?? text)[language])))
  const picked = await ask(question.type === 'many' ? words.pickSeveral : words.pick, line => {
    if (line === '?') return NOT_SURE
    const indexes = numbers(line, values.length)
    const enough = question.type === 'one' ? indexes?.length === 1 : question.none !== null || indexes?.length !== 0
    return enough ? indexes : undefined
  })
  if (picked === NOT_SURE) return NOT_SURE
  const ids: string[] = []
  for (const index of picked) {
    const id = values[index]?.id ?? ''
    ids.push(
      question.open && id.endsWith(':') ? `${id}${await ask(`${values[index]?.text[language] ?? ''}: `, line => line || undefined)}` : id,
    )
  }
  if (question.type === 'many') return ids.length > 0 ? ids : [question.none]
  return ids[0]
}

const numbered = (lines: readonly string[]): string => lines.map((line, index) => `  ${String(index + 1).padStart(2)}  ${line}\n`).join('')

/** "1 3" as places in a list; "0" as none of them; undefined for anything else. */
const numbers = (line: string, count: number): number[] | undefined => {
  if (!/^\d+([\s,]+\d+)*$/.test(line)) return undefined
  const chosen = [...new Set(line.split(/[\s,]+/).map(Number))]
  if (chosen.length === 1 && chosen[0] === 0) return []
  return chosen.every(number => number >= 1 && number <= count) ? chosen.map(number => number - 1) : undefined
}
