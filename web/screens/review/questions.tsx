import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Review } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { useAnswer } from '../../data/reviews.ts'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { list, moment } from '../../texts/moments.ts'
import { useReviewTexts } from '../../texts/review/use.ts'
import { Ask } from './ask.tsx'
import css from './talk.module.css'

type Question = Review['questions'][number]

/** What reviewers asked, what was answered, and the form for whoever's turn it is. */
export const Questions = ({ review }: { review: Review }) => {
  const words = useReviewTexts()
  const { questions, you, endedAt } = review
  const mayAsk = you.maySign.length > 0
  if (questions.length === 0 && !mayAsk) return null
  return (
    <section>
      <h2>{words.questions.title}</h2>
      {questions.length === 0 ? (
        <p className={css.quiet}>{words.questions.none}</p>
      ) : (
        <ol className={css.list}>
          {questions.map(question => (
            <li key={question.id}>
              <Asked question={question} waits={endedAt === null} />
              {question.answer === null && you.mayAnswer && <Answer review={review} question={question} />}
            </li>
          ))}
        </ol>
      )}
      {mayAsk && <Ask review={review} />}
    </section>
  )
}

const Asked = ({ question: { text, facts, askedBy, askedAt, answer }, waits }: { question: Question; waits: boolean }) => {
  const { language } = useTexts()
  const words = useReviewTexts()
  const { data: charter } = useCharter()
  const titles = facts.map(fact => charter?.questions.find(({ id }) => id === fact)?.title ?? fact)
  return (
    <>
      <p className={css.who}>{words.questions.asked(askedBy.name, moment(askedAt, language))}</p>
      <p className={css.text}>{text}</p>
      {titles.length > 0 && <p className={css.who}>{words.questions.about(list(titles, language))}</p>}
      {answer ? (
        <div className={css.answer}>
          <p className={css.who}>{words.questions.answered(answer.by.name, moment(answer.at, language))}</p>
          <p className={css.text}>{answer.text}</p>
        </div>
      ) : (
        waits && <p className={css.waits}>{words.questions.waits}</p>
      )}
    </>
  )
}

const Answer = ({ review: { key, version }, question: { id } }: { review: Review; question: Question }) => {
  const words = useReviewTexts()
  const answer = useAnswer()
  const [text, setText] = useState('')
  return (
    <Form
      prefix={`${id}-`}
      fields={['answer']}
      check={() => (text.trim() === '' ? [{ field: 'answer', text: words.questions.answerMissing }] : [])}
      error={answer.error}
      onSubmit={() => answer.mutate({ review: key, question: id, answer: text, version })}
      buttons={
        <Button type="submit" loading={answer.isPending}>
          {words.questions.answerSubmit}
        </Button>
      }
    >
      {about => (
        <Textarea
          id={`${id}-answer`}
          label={words.questions.answer}
          rows={3}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          error={about('answer')}
        />
      )}
    </Form>
  )
}
