import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type AskedByLetter, useAnswer } from '../../data/answers.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Form } from '../../parts/form.tsx'
import { useAnswerTexts } from '../../texts/answers/use.ts'

export const ConfirmEntry = ({ asked: { secret, only, version, text }, onDone }: { asked: AskedByLetter; onDone: () => void }) => {
  const { confirmation: words } = useAnswerTexts()
  const [note, setNote] = useState('')
  const reply = useAnswer(secret, (by, said: string) =>
    by.recertifySolution({ key: only['key'] ?? '', version: version ?? 0, unchanged: true, note: said.trim() || null }),
  )
  return (
    <>
      <FactList>
        <FactRow label={words.about}>{text}</FactRow>
      </FactList>
      <p>{words.changed}</p>
      <Form
        fields={['note']}
        error={reply.error}
        onSubmit={() => reply.mutate(note, { onSuccess: onDone })}
        buttons={
          <Button type="submit" size="lg" loading={reply.isPending}>
            {words.submit}
          </Button>
        }
      >
        {about => (
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
      </Form>
    </>
  )
}
