import { Button } from '@mantine/core'
import type { Incident } from '../../client.generated.ts'
import { useCloseIncident, useContainIncident } from '../../data/incidents.ts'
import { Blockers } from '../../parts/blockers.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useIncidentsTexts } from '../../texts/incidents/use.ts'
import css from './incidents.module.css'

/** What keeps an incident from being closed, and the steps to its end, for those who may take them. */
export const Closing = ({ incident: { key, version, state, standsInTheWay, you } }: { incident: Incident }) => {
  const words = useIncidentsTexts().page
  const contain = useContainIncident()
  const close = useCloseIncident()
  if (state === 'closed' || !you.mayWork) return null
  const step = { incident: key, version }
  return (
    <section className={css.part}>
      <h2>{words.closing}</h2>
      <Blockers code="incident-unsettled" blockers={standsInTheWay} />
      {contain.error && <Trouble title={words.contain} error={contain.error} retry={() => contain.reset()} />}
      {close.error && <Trouble title={words.close} error={close.error} retry={() => close.reset()} />}
      <div className={css.buttons}>
        {state === 'open' && (
          <Button variant="default" loading={contain.isPending} onClick={() => contain.mutate(step)}>
            {words.contain}
          </Button>
        )}
        {you.mayClose ? (
          <Button loading={close.isPending} onClick={() => close.mutate(step)}>
            {words.close}
          </Button>
        ) : (
          <span className={css.quiet}>{words.anotherCloses}</span>
        )}
      </div>
    </section>
  )
}
