import { Link } from '@tanstack/react-router'
import type { Incident } from '../../client.generated.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Table } from '../../parts/table.tsx'
import { useIncidentsTexts } from '../../texts/incidents/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { list } from '../../texts/moments.ts'
import { useStopsTexts } from '../../texts/stops/use.ts'
import { StateTag } from '../solutions/state-tag.tsx'
import { useClassNames } from '../stops/class-names.ts'
import css from './incidents.module.css'

/** The stops of an incident, and the solutions, kinds of data and units that it reaches. */
export const Affected = ({ incident: { stops, solutions, affected, dataClasses, units } }: { incident: Incident }) => {
  const { language } = useTexts()
  const words = useIncidentsTexts().page
  const ofStops = useStopsTexts()
  const className = useClassNames()
  return (
    <section className={css.part}>
      <h2>{words.reach}</h2>
      <FactList>
        <FactRow label={words.stops}>
          {stops.length === 0 ? (
            words.none
          ) : (
            <ul className={css.linked}>
              {stops.map(({ key, target, state }) => (
                <li key={key}>
                  <Link to="/stops/$stop" params={{ stop: key }}>
                    {key}
                  </Link>{' '}
                  {words.stopOf(ofStops.named(target.name, target.model), ofStops.states[state])}
                </li>
              ))}
            </ul>
          )}
        </FactRow>
        <FactRow label={words.data}>{dataClasses.length === 0 ? words.none : list(dataClasses.map(className), language)}</FactRow>
        <FactRow label={words.units}>
          {units.length === 0
            ? words.none
            : list(
                units.map(({ name }) => name),
                language,
              )}
        </FactRow>
        <FactRow label={words.affected(affected)}>
          {solutions.length > 0 && (
            <Table
              caption={words.affectedCaption}
              columns={[words.columns.solution, words.columns.state, words.columns.owner]}
              rows={solutions.map(({ key, name, state, owner }) => ({
                key,
                cells: [
                  <>
                    <Link to="/solutions/$key" params={{ key }}>
                      {name}
                    </Link>
                    <small>{key}</small>
                  </>,
                  <StateTag state={state} />,
                  owner.name,
                ],
              }))}
            />
          )}
        </FactRow>
      </FactList>
    </section>
  )
}
