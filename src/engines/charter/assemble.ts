/** From checked documents to a charter that can decide. */
import { hash } from 'node:crypto'
import { canonical } from '#src/kernel/canonical.ts'
import type { Charter, Move, Page } from './charter.ts'
import { describeFacts, questionsOf, type Question } from './describe-facts.ts'
import type { Documents } from './documents.ts'
import { encode } from './coding.ts'
import { toolLimits } from './tool-limits.ts'
import { programs } from './program.ts'
import { compileRules, type RuleError } from './rules.ts'
import { TIER, valueIndex, type FactSpace } from './space.ts'

/**
 * Compiles the rules of documents whose references hold; examples are not run here.
 * @param as the digest of the documents that it goes by, where its tool list is another than theirs.
 */
export const assembleCharter = (documents: Documents, as?: string): { charter: Charter } | { errors: readonly RuleError[] } => {
  const space = describeFacts(documents)
  const { rules, errors } = compileRules(documents, space)
  if (errors.length > 0) return { errors }
  const limits = toolLimits(documents, space)
  const coding = encode(space, [...rules.map(({ condition }) => condition), ...limits.map(({ pairs }) => pairs)])
  if ('tooMany' in coding)
    return {
      errors: [
        { document: 'tiers.yaml', path: ['rules'], text: `The rules tell more than 31 sorts of ${coding.tooMany} apart.`, error: null },
      ],
    }

  const questions = questionsOf(documents)
  const questionsById = new Map(questions.map(question => [question.id, question]))
  const digest = as ?? hash('sha256', canonical(documents), 'hex')
  const toolsDigest = hash('sha256', canonical(documents['tools.yaml']), 'hex')
  const charter: Charter = {
    version: documents['charter.yaml'].version,
    digest,
    toolsDigest,
    title: documents['charter.yaml'].title,
    questions,
    pages: pagesOf(documents, questions),
    tiers: documents['tiers.yaml'].tiers,
    contacts: documents['contacts.yaml'].contacts,
    rules,
    documents,
    engine: {
      key: `${digest} ${toolsDigest}`,
      space,
      coding,
      programs: programs({ rules, limits, space, questions: questionsById, coding, timeZone: documents['charter.yaml'].timeZone }),
      fields: new Set(space.facts.map(({ question }) => question).filter(id => id !== TIER)),
      designMoves: movesOf(questions, space),
    },
  }
  return { charter }
}

const pagesOf = (documents: Documents, questions: readonly Question[]): readonly Page[] =>
  documents['questions.yaml'].pages.map(({ id, title, help, none, unsure }) => ({
    id,
    title,
    help: help ?? null,
    none: none ?? null,
    unsure: unsure ?? null,
    questions: questions.filter(({ page }) => page === id).map(question => question.id),
  }))

/** Every honest change of design that the documents offer words for. */
const movesOf = (questions: readonly Question[], space: FactSpace): readonly Move[] =>
  questions
    .filter(({ about }) => about === 'design')
    .flatMap(question => {
      const fact = space.byPath.get(question.id)
      if (fact === undefined) return []
      return question.values.flatMap(({ instead, without }, value): Move[] => [
        ...(instead === null ? [] : [{ fact: fact.index, to: value, without: -1, text: instead }]),
        ...(without === null
          ? []
          : [
              {
                fact: fact.index,
                to: without.becomes === null ? fact.exclusive : valueIndex(fact, without.becomes),
                without: value,
                text: without.text,
              },
            ]),
      ])
    })
