import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { PreviewStopOutput } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import type { useReach } from '../../data/stops.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Table } from '../../parts/table.tsx'
import { TierMark } from '../../parts/tier-mark.tsx'
import { useTexts } from '../../texts/language.tsx'
import { list } from '../../texts/moments.ts'
import { useStopsTexts } from '../../texts/stops/use.ts'
import { asTier, tierNames } from '../check/sentences.ts'
import { StateTag } from '../solutions/state-tag.tsx'
import { useClassNames } from './class-names.ts'
import css from './stops.module.css'

/** What a stop would reach: counted, and each solution by its name. */
export const Reach = ({ reach, first }: { reach: ReturnType<typeof useReach>; first: PreviewStopOutput }) => {
  const { language } = useTexts()
  const words = useStopsTexts()
  const charter = useCharter()
  const className = useClassNames()
  const { total, running, tiers, dataClasses, told } = first
  const rows = reach.data?.pages.flatMap(page => page.solutions) ?? []
  const names = charter.data ? tierNames(charter.data) : []
  return (
    <section className={css.part}>
      <h2>{words.start.affected}</h2>
      <p className={css.reach} role="status">
        {words.start.reach(total, running)} {running > 0 && words.start.told(told)}
      </p>
      {total > 0 && (
        <>
          <FactList>
            <FactRow label={words.start.tiers}>
              {list(
                tiers.map(({ tier, count }) => `${names[tier - 1] ?? tier}: ${count}`),
                language,
              )}
            </FactRow>
            <FactRow label={words.start.data}>
              {list(
                dataClasses.map(({ id, count }) => `${className(id)}: ${count}`),
                language,
              )}
            </FactRow>
          </FactList>
          <div className={css.table}>
            <Table
              caption={words.start.affected}
              columns={[words.columns.solution, words.columns.tier, words.columns.state, words.columns.data, words.columns.owner]}
              rows={rows.map(({ key, name, tier, state, owner, dataClasses }) => ({
                key,
                cells: [
                  <>
                    <Link to="/solutions/$key" params={{ key }}>
                      {name}
                    </Link>
                    <small>{key}</small>
                  </>,
                  <span className={css.tier}>
                    <TierMark tier={asTier(tier)} size={18} /> {names[tier - 1]}
                  </span>,
                  <StateTag state={state} />,
                  list(dataClasses.map(className), language),
                  owner.name,
                ],
              }))}
            />
          </div>
        </>
      )}
      {reach.hasNextPage && (
        <div className={css.more}>
          <Button variant="default" loading={reach.isFetchingNextPage} onClick={() => void reach.fetchNextPage()}>
            {words.start.more(total - rows.length)}
          </Button>
        </div>
      )}
    </section>
  )
}
