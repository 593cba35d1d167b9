import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Solution } from '../../client.generated.ts'
import { useAcceptOffer, useDeclineOffer, useWithdrawOffer } from '../../data/stewardship.ts'
import { Action } from '../../parts/action.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import parts from './parts.module.css'

type Offer = Omit<Solution['offers'][number], 'you'> & {
  /** What the solution is called. */
  name: string
  note?: string
  you: Solution['offers'][number]['you']
}

/** Who was asked to answer for something and has not said yet; whoever was asked says it here. */
export const Offers = ({ offers, named = false }: { offers: readonly Offer[]; named?: boolean }) => {
  const { language } = useTexts()
  const { people: words } = useSolutionTexts()
  const [asked, setAsked] = useState<{ offer: Offer; answer: 'accept' | 'decline' } | null>(null)
  const withdraw = useWithdrawOffer()
  return (
    <>
      <ul className={parts.offers}>
        {offers.map(offer => {
          const { id, version, role, to, by, at, note, you } = offer
          return (
            <li key={id}>
              {named && <p className={parts.name}>{offer.name}</p>}
              <p className={parts.text}>{words.offered(to.name, words.roles[role], by.name)}</p>
              {note !== undefined && <p className={parts.text}>{note}</p>}
              <p className={parts.who}>{words.waits(moment(at, language))}</p>
              <div className={`${parts.buttons} ${parts.screen}`}>
                {you.mayAnswer && (
                  <>
                    <Button variant="default" onClick={() => setAsked({ offer, answer: 'accept' })}>
                      {words.accept}
                    </Button>
                    <Button variant="default" onClick={() => setAsked({ offer, answer: 'decline' })}>
                      {words.decline}
                    </Button>
                  </>
                )}
                {you.mayWithdraw && !you.mayAnswer && (
                  <Action onClick={() => withdraw.mutate({ offer: id, version })}>{words.withdraw}</Action>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      <Dialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={
          asked === null
            ? ''
            : asked.answer === 'accept'
              ? words.acceptTitle(asked.offer.name, words.roles[asked.offer.role])
              : words.declineTitle(asked.offer.name)
        }
        buttons={null}
      >
        {asked && <Answer {...asked} onClose={() => setAsked(null)} />}
      </Dialog>
    </>
  )
}

const Answer = ({ offer: { id, version }, answer, onClose }: { offer: Offer; answer: 'accept' | 'decline'; onClose: () => void }) => {
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
