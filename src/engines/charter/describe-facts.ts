/** From the documents to the facts they speak of, and to the questions that doors show. */
import type { Documents, Text } from './documents.ts'
import { factSpace, UNLISTED_PREFIX, YES_NO, type Fact, type FactSpace, type FactValue } from './space.ts'

/** A question as a door shows it. */
export interface Question {
  id: string
  type: 'one' | 'many' | 'yesNo' | 'object'
  title: Text
  help: Text
  /** Why we ask. */
  why: Text
  example: Text
  about: 'design' | 'circumstance'
  /** The page it stands on; pages come in `Charter.pages`. */
  page: string
  /** Asked as one line among several; when the line is not ticked, the fact is `otherwise`. */
  rare: { line: Text; otherwise: string | boolean | readonly string[] } | null
  /** For one and many, in order. Yes/no: `yes` and `no`. Object: empty. */
  values: readonly QuestionValue[]
  /** For object: its parts. */
  parts: readonly { id: string; type: 'yesNo' | 'text'; title: Text }[]
  /** The value that stands alone ("none"), if there is one. */
  none: string | null
  /** Other answers than the listed ones may be given, as `other:<name>`. */
  open: boolean
}

export interface QuestionValue {
  id: string
  text: Text
  help: Text | null
  /** Its words inside a sentence. */
  phrase: Text
  /** A plain question that stands for it, where makers should not see the value itself. */
  question: Text | null
  /** What the maker would really change to get here. */
  instead: Text | null
  /** What the maker would really change to leave it out, and the value that takes its place. */
  without: { becomes: string | null; text: Text } | null
}

export const questionsOf = (documents: Documents): readonly Question[] =>
  documents['questions.yaml'].questions.map((written): Question => {
    const { id, type, title, help, why, example, about, page } = written
    const base = { id, type, title, help, why, example, about, page, rare: written.rare ?? null, parts: [], none: null, open: false }
    switch (written.type) {
      case 'one':
        return { ...base, values: written.values === 'kinds' ? kindValues(documents) : written.values.map(shown) }
      case 'many':
        return {
          ...base,
          values:
            written.values === 'tools'
              ? toolValues(documents)
              : written.values === 'dataClasses'
                ? documents['data-classes.yaml'].dataClasses.map(shown)
                : written.values.map(shown),
          none: written.none ?? null,
          open: written.values === 'tools',
        }
      case 'yesNo':
        return { ...base, values: yesNoValues(written.yes, written.no, written.insteadYes, written.insteadNo) }
    }
    return { ...base, values: [], parts: written.parts }
  })

export const describeFacts = (documents: Documents): FactSpace => {
  const facts: Omit<Fact, 'index'>[] = []
  const plain = { exclusive: -1, unlisted: -1, unlessGiven: null }
  for (const question of questionsOf(documents)) {
    const { id, type } = question
    if (type === 'yesNo') facts.push({ ...plain, path: id, question: id, type, values: YES_NO })
    else if (type === 'object') {
      for (const part of question.parts)
        if (part.type === 'yesNo') facts.push({ ...plain, path: `${id}.${part.id}`, question: id, type: 'yesNo', values: YES_NO })
    } else {
      const values = valuesOf(documents, id, question)
      facts.push({
        ...plain,
        path: id,
        question: id,
        type,
        values,
        exclusive: values.findIndex(value => value.id === question.none),
        unlisted: values.findIndex(value => value.id === UNLISTED_PREFIX),
      })
    }
  }
  for (const { id, values, unlessGiven } of documents['questions.yaml'].recorded)
    facts.push({
      ...plain,
      path: id,
      question: id,
      type: 'one',
      values: values.map(value => ({ id: value, attributes: {} })),
      unlessGiven: [values.indexOf(unlessGiven)],
    })
  return factSpace(facts)
}

/** Values with what conditions may ask about them: `enabled(kind)`, `approvedFor(tool)`, `sensitive(dataClass)`. */
const valuesOf = (documents: Documents, id: string, question: Question): readonly FactValue[] => {
  const written = documents['questions.yaml'].questions.find(candidate => candidate.id === id)
  const from = written !== undefined && 'values' in written && typeof written.values === 'string' ? written.values : null
  switch (from) {
    case 'kinds':
      return documents['scope.yaml'].kinds.map(({ id, enabled, tierFloor }) => ({ id, attributes: { enabled, tierFloor } }))
    case 'dataClasses':
      return documents['data-classes.yaml'].dataClasses.map(({ id, sensitive }) => ({ id, attributes: { sensitive } }))
    case 'tools': {
      const { tools, unlisted } = documents['tools.yaml']
      return [
        ...tools.map(({ id, status, approvedFor }) => ({
          id,
          attributes: { approved: status === 'approved', approvedFor: status === 'approved' ? approvedFor : unlisted.approvedFor },
        })),
        { id: UNLISTED_PREFIX, attributes: { approved: false, approvedFor: unlisted.approvedFor } },
      ]
    }
  }
  return question.values.map(value => ({ id: value.id, attributes: {} }))
}

type WrittenValue = Documents['data-classes.yaml']['dataClasses'][number]

const shown = ({ id, text, help, phrase, question, instead, without }: Omit<WrittenValue, 'sensitive' | 'examples'>): QuestionValue => ({
  id,
  text,
  help: help ?? null,
  phrase: phrase ?? text,
  question: question ?? null,
  instead: instead ?? null,
  without: without === undefined ? null : { becomes: without.becomes ?? null, text: without.text },
})

const kindValues = (documents: Documents): readonly QuestionValue[] =>
  documents['scope.yaml'].kinds.map(({ id, text, help, phrase }) => shown({ id, text, help, phrase }))

const toolValues = ({ 'tools.yaml': { tools, unlisted } }: Documents): readonly QuestionValue[] => [
  ...tools.map(({ id, name, help }) => shown({ id, text: name, help })),
  shown({ id: UNLISTED_PREFIX, text: unlisted.text, phrase: unlisted.phrase }),
]

const yesNoValues = (yes: Text, no: Text, insteadYes: Text | undefined, insteadNo: Text | undefined): readonly QuestionValue[] => [
  shown({ id: 'yes', text: yes, instead: insteadYes }),
  shown({ id: 'no', text: no, instead: insteadNo }),
]
