import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ShowStopOutput } from '../../client.generated.ts'
import type { useStop } from '../../data/stops.ts'
import { Blockers } from '../../parts/blockers.tsx'
import { Table } from '../../parts/table.tsx'
import { useStopsTexts } from '../../texts/stops/use.ts'
import { StateTag } from '../solutions/state-tag.tsx'
import css from './stops.module.css'

/** The solutions that a stop held, and what became of each when it was lifted, with what keeps it suspended. */
export const Held = ({ stop, first }: { stop: ReturnType<typeof useStop>; first: ShowStopOutput }) => {
  const { stop: words, columns, list } = useStopsTexts()
  const rows = stop.data?.pages.flatMap(page => page.solutions) ?? []
  return (
    <section className={css.part}>
      <h2>{words.affected(first.solutions.length)}</h2>
      {rows.length > 0 && (
        <Table
          caption={words.caption}
          columns={[columns.solution, columns.state, words.outcome, columns.owner]}
          rows={rows.map(({ key, name, state, owner, suspended, outcome, kept }) => ({
            key,
            cells: [
              <>
                <Link to="/solutions/$key" params={{ key }}>
                  {name}
                </Link>
                <small>{key}</small>
              </>,
              <StateTag state={state} />,
              <>
                {words.outcomes[outcome ?? (suspended ? 'suspended' : 'before')]}
                {kept.length > 0 && <Blockers code="stop-kept" blockers={kept} />}
              </>,
              owner.name,
            ],
          }))}
        />
      )}
      {stop.hasNextPage && (
        <div className={css.more}>
          <Button variant="default" loading={stop.isFetchingNextPage} onClick={() => void stop.fetchNextPage()}>
            {list.more}
          </Button>
        </div>
      )}
    </section>
  )
}
