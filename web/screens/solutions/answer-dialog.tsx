import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useAcceptOffer, useDeclineOffer } from '../../data/stewardship.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Form } from '../../parts/form.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import type { Asked } from './offers.tsx'

/** Asks whoever was asked to answer for something whether they do; null while nothing is asked. */
export const AnswerDialog = ({ asked, onClose }: { asked: Asked | null; onClose: () => void }) => {
  const { people: words } = useSolutionTexts()
  const title =
    asked === null
      ? ''
      : asked.answer === 'accept'
        ? words.acceptTitle(asked.offer.name, words.roles[asked.offer.role])
        : words.declineTitle(asked.offer.name)
  return (
    <Dialog opened={asked !== null} onClose={onClose} title={title} buttons={null}>
      {asked && <Answer {...asked} onClose={onClose} />}
    </Dialog>
  )
}

const Answer = ({ offer: { id, version }, answer, onClose }: Asked & { onClose: () => void }) => {
  const { people: words, asks } = useSolutionTexts()
  const accept = useAcceptOffer()
  const decline = useDeclineOffer()
  const [note, setNote] = useState('')
  const step = answer === 'accept' ? accept : decline
  const send = () =>
    answer === 'accept'
      ? accept.mutate({ offer: id, version }, { onSuccess: onClose })
      : decline.mutate({ offer: id, version, note: note.trim() === '' ? null : note }, { onSuccess: onClose })
  return (
    <>
      <p>{answer === 'accept' ? words.acceptText : words.declineText}</p>
      <Form
        prefix="answer-"
        fields={['note']}
        error={step.error}
        onSubmit={send}
        buttons={
          <>
            <Button variant="default" onClick={onClose}>
              {asks.cancel}
            </Button>
            <Button type="submit" loading={step.isPending}>
              {words[answer]}
            </Button>
          </>
        }
      >
        {about =>
          answer === 'decline' && (
            <Textarea
              id="answer-note"
              label={words.why}
              rows={2}
              value={note}
              onChange={event => setNote(event.currentTarget.value)}
              error={about('note')}
            />
          )
        }
      </Form>
    </>
  )
}
