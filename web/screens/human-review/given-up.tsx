import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCallbacks, useRepeatCallbacks } from '../../data/content.ts'
import { Deliveries } from '../../parts/deliveries.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useEndpointsTexts } from '../../texts/endpoints/use.ts'
import { useContentTexts } from '../../texts/human-review/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import parts from '../solutions/parts.module.css'

/** Verdicts that no flow heard of, and the way to have them told again: one, or all. */
export const GivenUp = ({ solutionKey, givenUp }: { solutionKey: string; givenUp: number }) => {
  const { step: words } = useContentTexts()
  const { deliveries } = useEndpointsTexts()
  const repeat = useRepeatCallbacks()
  return (
    <>
      <p role="status" className={parts.quiet}>
        {repeat.isSuccess ? words.toldAgain(repeat.data.repeated) : givenUp > 0 && words.givenUp(givenUp)}
      </p>
      {repeat.error && <Trouble title={words.failed} error={repeat.error} retry={() => repeat.reset()} />}
      {givenUp > 0 && (
        <>
          <Button variant="default" my="xs" loading={repeat.isPending} onClick={() => repeat.mutate({ key: solutionKey })}>
            {deliveries.allAgain(givenUp)}
          </Button>
          <List solutionKey={solutionKey} onAgain={content => repeat.mutate({ key: solutionKey, content })} />
        </>
      )}
    </>
  )
}

const List = ({ solutionKey, onAgain }: { solutionKey: string; onAgain: (content: string) => void }) => {
  const { language } = useTexts()
  const { step: words, kinds, recipients, verdicts } = useContentTexts()
  const { deliveries } = useEndpointsTexts()
  const callbacks = useCallbacks(solutionKey)
  if (callbacks.error) return <Trouble title={words.failed} error={callbacks.error} retry={() => void callbacks.refetch()} />
  return (
    <>
      <Deliveries
        words={{ ...deliveries, caption: words.givenUpCaption, columns: { ...deliveries.columns, when: words.verdictSince } }}
        columns={[words.content]}
        rows={(callbacks.data?.pages.flatMap(page => page.callbacks) ?? []).map(
          ({ id, kind, recipient, verdict, since, trouble, ...tried }) => {
            const what = `${kinds[kind]} ${recipients[recipient]}`
            return {
              ...tried,
              key: id,
              trouble: trouble && (deliveries.troubles[trouble] ?? deliveries.trouble),
              state: 'dead' as const,
              nextAt: null,
              at: since,
              cells: [
                <>
                  <Link to="/content/$content" params={{ content: id }}>
                    {what}
                  </Link>
                  <small>{verdicts[verdict]}</small>
                </>,
              ],
              again: { label: words.againOf(what, moment(since, language)), go: () => onAgain(id) },
            }
          },
        )}
      />
      {callbacks.hasNextPage && (
        <Button variant="default" mt="md" loading={callbacks.isFetchingNextPage} onClick={() => void callbacks.fetchNextPage()}>
          {deliveries.more}
        </Button>
      )}
    </>
  )
}
