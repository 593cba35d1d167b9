import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type AskedByLetter, useAnswer } from '../../data/answers.ts'
import { Choices } from '../../parts/choices.tsx'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Form } from '../../parts/form.tsx'
import { useAnswerTexts } from '../../texts/answers/use.ts'

interface Says {
  answer: 'yes' | 'no'
  note: string
}

export const AnswerOffer = ({ asked: { secret, only, version, text }, onDone }: { asked: AskedByLetter; onDone: () => void }) => {
  const { offer: words, send } = useAnswerTexts()
  const [answer, setAnswer] = useState<Says['answer']>()
  const [note, setNote] = useState('')
  const reply = useAnswer(secret, (by, says: Says) => {
    const about = { offer: only['offer'] ?? '', version: version ?? 0 }
    return says.answer === 'yes' ? by.acceptHandover(about) : by.declineHandover({ ...about, note: says.note.trim() || null })
  })
  return (
    <>
      <FactList>
        <FactRow label={words.about}>{text}</FactRow>
      </FactList>
      <Form
        fields={['answer', 'note']}
        check={() => (answer === undefined ? [{ field: 'answer', text: words.missing }] : [])}
        error={reply.error}
        onSubmit={() => answer && reply.mutate({ answer, note }, { onSuccess: onDone })}
        buttons={
          <Button type="submit" size="lg" loading={reply.isPending}>
            {send}
          </Button>
        }
      >
        {about => (
          <>
            <Choices
              id="answer"
              legend={words.legend}
              options={(['yes', 'no'] as const).map(value => ({ value, label: words.options[value] }))}
              chosen={answer}
              onChoose={setAnswer}
              error={about('answer')}
            />
            {answer === 'no' && (
              <Textarea
                id="note"
                label={words.note}
                autosize
                minRows={2}
                value={note}
                onChange={event => setNote(event.currentTarget.value)}
                error={about('note')}
              />
            )}
          </>
        )}
      </Form>
    </>
  )
}
