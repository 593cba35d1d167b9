import { Button } from '@mantine/core'
import type { Solution } from '../../client.generated.ts'
import { type Act, type AskedAct, isAsked } from '../../data/acts.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'

interface ActButtonProps {
  solution: Solution
  act: Act
  filled?: boolean
  onAsk: (act: AskedAct) => void
}

/** Where each act is done that is more than one question; those with an anchor are on the page itself. */
const anchors: Partial<Record<Act, string>> = {
  'meet-conditions': 'conditions',
  'hand-over': 'people',
  'change-makers': 'people',
  'request-waiver': 'waivers',
  'confirm-receipt': 'referral',
}

/** The way to do something with a solution: a question over the page, a page of its own, or its place further down. */
export const ActButton = ({ solution: { key, reusable }, act, filled = false, onAsk }: ActButtonProps) => {
  const words = useSolutionTexts()
  const name = act === 'recommend' && reusable ? words.recommendNoMore : words.next[act]
  const look = { variant: filled ? 'filled' : 'default' }
  const to = { edit: '/solutions/$key/edit', submit: '/solutions/$key/submission', recertify: '/solutions/$key/confirmation' } as const
  if (act === 'edit' || act === 'submit' || act === 'recertify')
    return (
      <ButtonLink to={to[act]} params={{ key }} {...look}>
        {name}
      </ButtonLink>
    )
  if (isAsked(act))
    return (
      <Button {...look} onClick={() => onAsk(act)}>
        {name}
      </Button>
    )
  return (
    <ButtonLink to="/solutions/$key" params={{ key }} hash={anchors[act] ?? ''} {...look}>
      {name}
    </ButtonLink>
  )
}
