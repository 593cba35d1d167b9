import { useParams, useSearch } from '@tanstack/react-router'
import type { Endpoint } from '../../client.generated.ts'
import { keepsEndpoints, useEndpoint } from '../../data/endpoints.ts'
import { useMe } from '../../data/me.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import type { EndpointsTexts } from '../../texts/endpoints/en.ts'
import { useEndpointsTexts } from '../../texts/endpoints/use.ts'

import { type Language, useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { EventList } from './event-list.tsx'
import { Framed } from './framed.tsx'
import { Keep } from './keep.tsx'
import { Replay } from './replay.tsx'
import { Secret } from './secret.tsx'

/** One endpoint: whether events arrive there, what became of each, and what its keepers can do. */
export const EndpointPage = () => {
  const { t } = useTexts()
  const words = useEndpointsTexts()
  const { endpoint: id } = useParams({ from: '/settings/endpoints/$endpoint' })
  const { state } = useSearch({ from: '/settings/endpoints/$endpoint' })
  const { data: me } = useMe()
  const { data, error, refetch } = useEndpoint(id, me?.person != null)
  const name = data?.name ?? words.name
  return (
    <Framed
      title={name}
      crumbs={[{ label: t.shell.settings, to: '/settings' }, { label: words.name, to: '/settings/endpoints' }, { label: name }]}
      error={error}
      retry={() => void refetch()}
    >
      {person =>
        data ? (
          <>
            <Facts endpoint={data} />
            {keepsEndpoints(person) && <Keep endpoint={data} />}
            <EventList endpoint={data} state={state} keeps={keepsEndpoints(person)} />
            {keepsEndpoints(person) && <Replay endpoint={data.id} />}
            {keepsEndpoints(person) && data.kind === 'webhook' && <Secret endpoint={data} />}
          </>
        ) : null
      }
    </Framed>
  )
}

const titleOf = ({ page: { titles } }: EndpointsTexts, endpoint: Endpoint, language: Language): string => {
  const { state, pausedBecause, failingSince, dead, lastSentAt } = endpoint
  if (state === 'paused') return pausedBecause === 'failing' ? titles.failing : titles.paused
  if (failingSince !== null) return titles.trouble(moment(failingSince, language))
  if (dead > 0) return titles.dead(dead)
  return lastSentAt === null ? titles.quiet : titles.well
}

const Facts = ({ endpoint }: { endpoint: Endpoint }) => {
  const { language } = useTexts()
  const words = useEndpointsTexts()
  const { facts } = words.page
  return (
    <>
      <PageHead title={titleOf(words, endpoint, language)} />
      <FactList>
        <FactRow label={facts.kind}>{words.kinds[endpoint.kind]}</FactRow>
        <FactRow label={facts.host} note={words.page.hostNote}>
          {endpoint.host}
        </FactRow>
        <FactRow label={facts.gets}>{endpoint.groups.map(group => words.groups[group]).join(', ')}</FactRow>
        <FactRow label={facts.last}>{endpoint.lastSentAt === null ? words.list.never : moment(endpoint.lastSentAt, language)}</FactRow>
        <FactRow label={facts.waiting}>{String(endpoint.waiting)}</FactRow>
        <FactRow label={facts.next}>{String(endpoint.next)}</FactRow>
      </FactList>
    </>
  )
}
