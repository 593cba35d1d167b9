import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Review } from '../../client.generated.ts'
import { useEscalate } from '../../data/reviews.ts'
import { Form } from '../../parts/form.tsx'
import { Fold } from '../../parts/fold.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'

/** Asks a further office for its word, where the lane foresees fewer. */
export const Escalate = ({ review: { key, version, purpose, signOffs, you } }: { review: Review }) => {
  const words = useReviewTexts()
  const escalate = useEscalate()
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  if (you.maySign.length === 0 || purpose === 'second-look') return null
  const asked = signOffs.flatMap(({ role, state }) => (state === 'fallen' ? [] : [role]))
  const offices = Object.entries(words.offices).filter(([role]) => !asked.includes(role))
  if (offices.length === 0) return null
  return (
    <Fold title={words.escalate.title}>
      <p>{words.escalate.lead}</p>
      <Form
        prefix="escalate-"
        fields={['to', 'reason']}
        check={() => [
          ...(to === '' ? [{ field: 'to', text: words.escalate.toMissing }] : []),
          ...(reason.trim() === '' ? [{ field: 'reason', text: words.escalate.reasonMissing }] : []),
        ]}
        error={escalate.error}
        onSubmit={() =>
          escalate.mutate(
            { review: key, version, to, reason },
            {
              onSuccess: () => {
                setTo('')
                setReason('')
              },
            },
          )
        }
        buttons={
          <Button type="submit" variant="default" loading={escalate.isPending}>
            {words.escalate.submit}
          </Button>
        }
      >
        {about => (
          <>
            <NativeSelect
              id="escalate-to"
              label={words.escalate.to}
              value={to}
              onChange={event => setTo(event.currentTarget.value)}
              data={[{ value: '', label: words.escalate.choose }, ...offices.map(([value, label]) => ({ value, label }))]}
              error={about('to')}
            />
            <Textarea
              id="escalate-reason"
              label={words.escalate.reason}
              rows={3}
              value={reason}
              onChange={event => setReason(event.currentTarget.value)}
              error={about('reason')}
            />
          </>
        )}
      </Form>
    </Fold>
  )
}
