import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link, useSearch } from '@tanstack/react-router'
import { ApiProblem, type ListDeliveriesOutput } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { type DeliveryState, useDeliveries } from '../../data/messages.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Views } from '../../parts/views.tsx'
import { useTexts } from '../../texts/language.tsx'
import type { MessagesTexts } from '../../texts/messages/en.ts'
import { useMessagesTexts } from '../../texts/messages/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { DeliveryTable } from './delivery-table.tsx'
import { SendOrNot } from './send-or-not.tsx'
import { deliveryStates } from './states.ts'

/** Who is written to and what became of it; while nothing is sent yet, who would be. */
export const DeliveriesPage = () => {
  const { t } = useTexts()
  const { deliveries: words } = useMessagesTexts()
  const { data: me } = useMe()
  const { state } = useSearch({ from: '/messages/deliveries' })
  const deliveries = useDeliveries(state, me?.person != null)
  const first = deliveries.data?.pages[0]
  return (
    <Page title={words.name} crumbs={[{ label: t.shell.admin }, { label: words.name }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : first ? (
          <>
            <Head {...first} />
            <ByState counts={first.counts} state={state} />
            <DeliveryTable deliveries={deliveries.data?.pages.flatMap(page => page.deliveries) ?? []} narrowed={state !== undefined} />
            {deliveries.hasNextPage && (
              <Button variant="default" mt="md" loading={deliveries.isFetchingNextPage} onClick={() => void deliveries.fetchNextPage()}>
                {words.more}
              </Button>
            )}
          </>
        ) : deliveries.error === null ? (
          <SkeletonRows rows={8} busy={t.loading} title={words.name} />
        ) : deliveries.error instanceof ApiProblem && deliveries.error.status === 403 ? (
          <Note heading empty icon={IconLock} title={words.refused}>
            {words.refusedText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={deliveries.error} retry={() => void deliveries.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

type Counted = Pick<ListDeliveriesOutput, 'dryRun' | 'counts'>

const titleOf = ({ titles }: MessagesTexts['deliveries'], { dryRun, counts: { dead = 0, failed = 0 } }: Counted): string => {
  if (dead > 0) return titles.dead(dead)
  if (failed > 0) return titles.failed(failed)
  return dryRun ? titles.dry : titles.well
}

const Head = (counted: Counted) => {
  const { deliveries: words } = useMessagesTexts()
  return (
    <>
      <PageHead
        title={titleOf(words, counted)}
        ways={
          <>
            <ButtonLink to="/messages/sending" variant="default">
              {words.toSending}
            </ButtonLink>
            <ButtonLink to="/messages/texts" variant="default">
              {words.toTexts}
            </ButtonLink>
          </>
        }
      >
        <p>{words.lead}</p>
      </PageHead>
      <SendOrNot dryRun={counted.dryRun} written={counted.counts['dry'] ?? 0} />
    </>
  )
}

const ByState = ({ counts, state: shown }: Pick<Counted, 'counts'> & { state: DeliveryState | undefined }) => {
  const { deliveries: words } = useMessagesTexts()
  return (
    <Views label={words.views}>
      {[undefined, ...deliveryStates].map(state => (
        <li key={state ?? 'all'}>
          <Link to="/messages/deliveries" search={{ state }} aria-current={state === shown ? 'page' : undefined}>
            {state === undefined ? words.all : words.states[state]} {state !== undefined && <span>{counts[state] ?? 0}</span>}
          </Link>
        </li>
      ))}
    </Views>
  )
}
