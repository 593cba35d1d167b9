import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { Solution } from '../../client.generated.ts'
import { useWithdrawOffer } from '../../data/stewardship.ts'
import { Action } from '../../parts/action.tsx'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import parts from './parts.module.css'

const AnswerDialog = lazy(async () => ({ default: (await import('./answer-dialog.tsx')).AnswerDialog }))

type Offer = Omit<Solution['offers'][number], 'you'> & {
  /** What the solution is called. */
  name: string
  note?: string
  you: Solution['offers'][number]['you']
}

/** The offer that somebody is about to answer, and how. */
export interface Asked {
  offer: Offer
  answer: 'accept' | 'decline'
}

/** Who was asked to answer for something and has not said yet; whoever was asked says it here. */
export const Offers = ({ offers, named = false }: { offers: readonly Offer[]; named?: boolean }) => {
  const { language } = useTexts()
  const { people: words } = useSolutionTexts()
  /** Null once a question is closed again; undefined until there was one. */
  const [asked, setAsked] = useState<Asked | null>()
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
      <Suspense>{asked !== undefined && <AnswerDialog asked={asked} onClose={() => setAsked(null)} />}</Suspense>
    </>
  )
}
