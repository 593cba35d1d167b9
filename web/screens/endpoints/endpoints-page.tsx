import { IconCheck, IconPlayerPause, IconRefresh } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Endpoint } from '../../client.generated.ts'
import { keepsEndpoints, useEndpoints } from '../../data/endpoints.ts'
import { useMe } from '../../data/me.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Table } from '../../parts/table.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useEndpointsTexts } from '../../texts/endpoints/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { Framed } from './framed.tsx'
import { listTitle } from './list-title.ts'

/** Where events go besides people, and how each of these is doing. */
export const EndpointsPage = () => {
  const { t } = useTexts()
  const words = useEndpointsTexts()
  const { data: me } = useMe()
  const { data, error, refetch } = useEndpoints(me?.person != null)
  return (
    <Framed
      title={words.name}
      crumbs={[{ label: t.shell.settings, to: '/settings' }, { label: words.name }]}
      error={error}
      retry={() => void refetch()}
    >
      {person =>
        data ? (
          <>
            <PageHead
              title={listTitle(words.list, data.endpoints)}
              ways={keepsEndpoints(person) && <ButtonLink to="/settings/endpoints/add">{words.list.add}</ButtonLink>}
            >
              <p>{words.list.lead}</p>
            </PageHead>
            {data.endpoints.length === 0 ? (
              <Note empty title={words.list.none}>
                {words.list.noneText}
              </Note>
            ) : (
              <Rows endpoints={data.endpoints} />
            )}
          </>
        ) : null
      }
    </Framed>
  )
}

const Rows = ({ endpoints }: { endpoints: readonly Endpoint[] }) => {
  const { language } = useTexts()
  const words = useEndpointsTexts()
  const { columns } = words.list
  return (
    <Table
      caption={words.list.caption}
      columns={[columns.name, columns.kind, columns.gets, columns.state, columns.last, columns.waits, columns.dead]}
      numbers={[columns.waits, columns.dead]}
      rows={endpoints.map(endpoint => ({
        key: endpoint.id,
        cells: [
          <Link to="/settings/endpoints/$endpoint" params={{ endpoint: endpoint.id }}>
            {endpoint.name}
          </Link>,
          words.kinds[endpoint.kind],
          endpoint.groups.map(group => words.groups[group]).join(', '),
          <State endpoint={endpoint} />,
          endpoint.lastSentAt === null ? words.list.never : moment(endpoint.lastSentAt, language),
          String(endpoint.waiting),
          String(endpoint.dead),
        ],
      }))}
    />
  )
}

const State = ({ endpoint: { state, failingSince } }: { endpoint: Endpoint }) => {
  const { states } = useEndpointsTexts()
  if (state === 'paused')
    return (
      <Tag icon={IconPlayerPause} tone="late">
        {states.paused}
      </Tag>
    )
  return failingSince === null ? (
    <Tag icon={IconCheck}>{states.active}</Tag>
  ) : (
    <Tag icon={IconRefresh} tone="due">
      {states.failing}
    </Tag>
  )
}
