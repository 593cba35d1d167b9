import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Review } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { useAsk } from '../../data/reviews.ts'
import { Fold } from '../../parts/fold.tsx'
import { Form } from '../../parts/form.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'

/** A question to those who build it; while it waits, the clock stands still. */
export const Ask = ({ review: { key, version } }: { review: Review }) => {
  const words = useReviewTexts()
  const ask = useAsk()
  const { data: charter } = useCharter()
  const [text, setText] = useState('')
  const [fact, setFact] = useState('')
  return (
    <Fold title={words.questions.ask}>
      <p>{words.questions.askHelp}</p>
      <Form
        prefix="ask-"
        fields={['text', 'facts']}
        check={() => (text.trim() === '' ? [{ field: 'text', text: words.questions.askMissing }] : [])}
        error={ask.error}
        onSubmit={() =>
          ask.mutate(
            { review: key, version, text, facts: fact === '' ? [] : [fact] },
            {
              onSuccess: () => {
                setText('')
                setFact('')
              },
            },
          )
        }
        buttons={
          <Button type="submit" variant="default" loading={ask.isPending}>
            {words.questions.askSubmit}
          </Button>
        }
      >
        {about => (
          <>
            <Textarea
              id="ask-text"
              label={words.questions.askLabel}
              rows={3}
              value={text}
              onChange={event => setText(event.currentTarget.value)}
              error={about('text')}
            />
            <NativeSelect
              id="ask-facts"
              label={words.questions.aboutLabel}
              value={fact}
              onChange={event => setFact(event.currentTarget.value)}
              data={[
                { value: '', label: words.questions.aboutNone },
                ...(charter?.questions.map(({ id, title }) => ({ value: id, label: title })) ?? []),
              ]}
              error={about('facts')}
            />
          </>
        )}
      </Form>
    </Fold>
  )
}
