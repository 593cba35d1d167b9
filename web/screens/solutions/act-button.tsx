import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { Solution } from '../../client.generated.ts'
import { type Act, type AskedAct, isAsked } from '../../data/acts.ts'
import { useCommands } from '../../parts/commands.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { useSearchTexts } from '../../texts/search/use.ts'
import type { SolutionTexts } from '../../texts/solution/en.ts'
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

/** Acts that are longer than a question have a page of their own. */
const pages = { edit: '/solutions/$key/edit', submit: '/solutions/$key/submission', recertify: '/solutions/$key/confirmation' } as const
const hasPage = (act: Act): act is keyof typeof pages => Object.hasOwn(pages, act)

const nameOf = (words: SolutionTexts, act: Act, reusable: boolean): string =>
  act === 'recommend' && reusable ? words.recommendNoMore : words.next[act]

/** The same ways, by their names in the command menu. */
export const useActCommands = ({ key, reusable, you }: Solution, onAsk: (act: AskedAct) => void): void => {
  const words = useSolutionTexts()
  const { print: printing } = useSearchTexts()
  const navigate = useNavigate()
  const start = (act: Act): void => {
    if (hasPage(act)) void navigate({ to: pages[act], params: { key } })
    else if (isAsked(act)) onAsk(act)
    else void navigate({ to: '/solutions/$key', params: { key }, hash: anchors[act] ?? '' })
  }
  useCommands([
    ...you.may.map(act => ({ name: nameOf(words, act, reusable), run: () => start(act) })),
    { name: printing, run: () => print() },
  ])
}

/** The way to do something with a solution: a question over the page, a page of its own, or its place further down. */
export const ActButton = ({ solution: { key, reusable }, act, filled = false, onAsk }: ActButtonProps) => {
  const name = nameOf(useSolutionTexts(), act, reusable)
  const look = { variant: filled ? 'filled' : 'default' }
  if (hasPage(act))
    return (
      <ButtonLink to={pages[act]} params={{ key }} {...look}>
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
