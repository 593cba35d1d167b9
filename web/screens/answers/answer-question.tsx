import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type AskedByLetter, useAnswer } from '../../data/answers.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Form } from '../../parts/form.tsx'
import { useAnswerTexts } from '../../texts/answers/use.ts'

export const AnswerQuestion = ({ asked: { secret, only, version, text }, onDone }: { asked: AskedByLetter; onDone: () => void }) => {
  const { question: words, send } = useAnswerTexts()
  const [answer, setAnswer] = useState('')
  const reply = useAnswer(secret, (by, said: string) =>
    by.answerReviewQuestion({ review: only['review'] ?? '', question: only['question'] ?? '', version: version ?? 0, answer: said }),
  )
  return (
    <>
      <FactList>
        <FactRow label={words.about}>{text}</FactRow>
      </FactList>
      <Form
        fields={['answer']}
        check={() => (answer.trim() === '' ? [{ field: 'answer', text: words.missing }] : [])}
        error={reply.error}
        onSubmit={() => reply.mutate(answer, { onSuccess: onDone })}
        buttons={
          <Button type="submit" size="lg" loading={reply.isPending}>
            {send}
          </Button>
        }
      >
        {about => (
          <Textarea
            id="answer"
            label={words.answer}
            autosize
            minRows={4}
            value={answer}
            onChange={event => setAnswer(event.currentTarget.value)}
            error={about('answer')}
          />
        )}
      </Form>
    </>
  )
}
