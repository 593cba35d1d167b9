import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Endpoint, EndpointDelivery } from '../../client.generated.ts'
import { type EventState, useEvents, useRedeliverEvents } from '../../data/endpoints.ts'
import { Deliveries, NoDeliveries } from '../../parts/deliveries.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Views } from '../../parts/views.tsx'
import { useEndpointsTexts } from '../../texts/endpoints/use.ts'
import { useLedgerTexts } from '../../texts/ledger/use.ts'
import css from './endpoints.module.css'
import { eventStates } from './states.ts'

interface EventListProps {
  endpoint: Endpoint
  state: EventState | undefined
  keeps: boolean
}

/** What went or is to go there, by what became of it; what was given up can be tried again, one or all. */
export const EventList = ({ endpoint: { id, dead }, state: shown, keeps }: EventListProps) => {
  const { deliveries: words, failed } = useEndpointsTexts()
  const events = useEvents(id, shown)
  const again = useRedeliverEvents()
  return (
    <section className={css.part}>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <Views label={words.views}>
        {[undefined, ...eventStates].map(state => (
          <li key={state ?? 'all'}>
            <Link
              to="/settings/endpoints/$endpoint"
              params={{ endpoint: id }}
              search={{ state }}
              resetScroll={false}
              aria-current={state === shown ? 'page' : undefined}
            >
              {state === undefined ? words.all : words.states[state]}
            </Link>
          </li>
        ))}
      </Views>
      <p role="status" className={css.done}>
        {again.isSuccess && words.repeated(again.data.events)}
      </p>
      {again.error && <Trouble title={failed} error={again.error} retry={() => again.reset()} />}
      {keeps && dead > 0 && (
        <Button variant="default" mb="md" loading={again.isPending} onClick={() => again.mutate({ endpoint: id })}>
          {words.allAgain(dead)}
        </Button>
      )}
      {events.error ? (
        <Trouble title={words.title} error={events.error} retry={() => void events.refetch()} />
      ) : (
        events.data && (
          <Rows
            events={events.data.pages.flatMap(({ deliveries }) => deliveries)}
            narrowed={shown !== undefined}
            onAgain={keeps ? delivery => again.mutate({ endpoint: id, delivery }) : null}
          />
        )
      )}
      {events.hasNextPage && (
        <Button variant="default" mt="md" loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  )
}

interface RowsProps {
  events: readonly EndpointDelivery[]
  narrowed: boolean
  onAgain: ((delivery: string) => void) | null
}

const Rows = ({ events, narrowed, onAgain }: RowsProps) => {
  const { deliveries: words } = useEndpointsTexts()
  const happened = useLedgerTexts()
  if (events.length === 0) return <NoDeliveries words={words} narrowed={narrowed} />
  return (
    <Deliveries
      words={words}
      columns={[words.columns.what, words.columns.entry]}
      rows={events.map(({ id, type, events: counted, entry, madeAt, sentAt, trouble, ...became }) => {
        const what = words.extras[type]?.(counted) ?? happened.did[type] ?? type
        return {
          ...became,
          key: id,
          trouble: trouble && (words.troubles[trouble] ?? words.trouble),
          at: sentAt ?? madeAt,
          cells: [
            <>
              {what}
              {entry !== null && <small>{type}</small>}
            </>,
            entry === null ? '' : String(entry),
          ],
          again: onAgain && became.state === 'dead' ? { label: words.againOf(what, entry), go: () => onAgain(id) } : null,
        }
      })}
    />
  )
}
