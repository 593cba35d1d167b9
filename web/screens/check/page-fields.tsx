import { NOT_SURE, type Question } from '../../data/charter-guide.ts'
import { Option, Options } from '../../parts/option.tsx'
import { useTexts } from '../../texts/language.tsx'
import { answered, chosen, factsOfLines, NONE, tickedLines } from './answers.ts'
import type { Stop } from './course.ts'
import { changeDraft, type Draft } from './draft.ts'
import css from './page-fields.module.css'
import { QuestionFields } from './question-fields.tsx'

/** Everything a page asks: one question, several in full, or rare ones as lines to tick. */
export const PageFields = ({ stop, draft }: { stop: Stop; draft: Draft }) => {
  const rare = stop.asked.filter(question => question.rare)
  const full = stop.asked.filter(question => !question.rare)
  const alone = stop.asked.length === 1
  const answer = (fact: string, answer: unknown): void => changeDraft({ facts: answered(draft.facts, fact, answer) })
  return (
    <>
      {full.map(question =>
        alone ? (
          <QuestionFields
            key={question.id}
            question={question}
            answer={draft.facts[question.id]}
            onAnswer={value => answer(question.id, value)}
          />
        ) : (
          <fieldset key={question.id} className={css.part}>
            <legend>{question.title}</legend>
            <p>{question.help}</p>
            <QuestionFields question={question} answer={draft.facts[question.id]} onAnswer={value => answer(question.id, value)} />
          </fieldset>
        ),
      )}
      {rare.length > 0 && <Lines stop={stop} draft={draft} onAnswer={answer} />}
    </>
  )
}

const Lines = ({ stop, draft, onAnswer }: { stop: Stop; draft: Draft; onAnswer: (fact: string, answer: unknown) => void }) => {
  const { t } = useTexts()
  const ticked = draft.lines[stop.id] ?? []
  const tick = (line: string): void => {
    const lines = tickedLines(ticked, line)
    changeDraft({ lines: { ...draft.lines, [stop.id]: lines }, facts: factsOfLines(draft.facts, stop, lines) })
  }
  return (
    <Options>
      {stop.asked.flatMap(question =>
        question.rare
          ? [
              <Option
                key={question.id}
                type="checkbox"
                name={stop.id}
                value={question.id}
                label={question.rare.line}
                note={question.help}
                checked={ticked.includes(question.id)}
                onChange={() => tick(question.id)}
              >
                {ticked.includes(question.id) && question.type !== 'yesNo' && (
                  <fieldset className={css.inner}>
                    <legend>{question.title}</legend>
                    <QuestionFields
                      question={withoutNothing(question)}
                      answer={draft.facts[question.id]}
                      onAnswer={value => onAnswer(question.id, value)}
                    />
                  </fieldset>
                )}
              </Option>,
            ]
          : [],
      )}
      <Option
        type="checkbox"
        name={stop.id}
        value={NONE}
        label={stop.none ?? t.check.noneOfThese}
        checked={ticked.includes(NONE)}
        onChange={() => tick(NONE)}
      />
      <Option
        type="checkbox"
        name={stop.id}
        value={NOT_SURE}
        label={stop.unsure ?? t.check.notSure}
        note={t.check.notSureNote}
        checked={ticked.includes(NOT_SURE)}
        onChange={() => tick(NOT_SURE)}
      />
    </Options>
  )
}

/** A ticked line already says that there is something: inside it, the values that say "nothing" are not offered again. */
const withoutNothing = (question: Question): Question => {
  const nothing = [question.none, ...chosen(question.rare?.otherwise)]
  return { ...question, values: question.values.filter(({ id }) => !nothing.includes(id)) }
}
