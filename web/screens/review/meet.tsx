import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useMeetCondition } from '../../data/reviews.ts'
import { Fold } from '../../parts/fold.tsx'
import { Form } from '../../parts/form.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'

/** Says that a condition is met, and how. */
export const Meet = ({ condition: { id, version } }: { condition: { id: string; version: number } }) => {
  const words = useReviewTexts()
  const meet = useMeetCondition()
  const [note, setNote] = useState('')
  return (
    <Fold title={words.conditions.meet}>
      <Form
        prefix={`${id}-`}
        fields={['note']}
        check={() => (note.trim() === '' ? [{ field: 'note', text: words.conditions.noteMissing }] : [])}
        error={meet.error}
        onSubmit={() => meet.mutate({ condition: id, note, version })}
        buttons={
          <Button type="submit" variant="default" loading={meet.isPending}>
            {words.conditions.meet}
          </Button>
        }
      >
        {about => (
          <Textarea
            id={`${id}-note`}
            label={words.conditions.note}
            rows={2}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
            error={about('note')}
          />
        )}
      </Form>
    </Fold>
  )
}
