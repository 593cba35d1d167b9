import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { ApiProblem, type Incident } from '../../client.generated.ts'
import { useIncident } from '../../data/incidents.ts'
import { useMe } from '../../data/me.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useIncidentsTexts } from '../../texts/incidents/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { Affected } from './affected.tsx'
import { Actions } from './actions.tsx'
import { Closing } from './closing.tsx'
import { Duties } from './duties.tsx'
import { Happened } from './happened.tsx'
import css from './incidents.module.css'
import { Known } from './known.tsx'
import { IncidentSeverity, IncidentState } from './marks.tsx'

/** One incident: what happened when, what it reaches, what led to it, what is done, and what was learned. */
export const IncidentPage = () => {
  const { t } = useTexts()
  const words = useIncidentsTexts()
  const { incident: key } = useParams({ from: '/incidents/$incident' })
  const { data: me } = useMe()
  const incident = useIncident(key)
  const status = incident.error instanceof ApiProblem ? incident.error.status : null
  return (
    <Page
      title={incident.data ? `${key} ${incident.data.title}` : key}
      crumbs={[{ label: t.shell.assurance }, { label: words.name, to: '/incidents' }, { label: key }]}
      step={key}
    >
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : incident.data ? (
          <Overview incident={incident.data} />
        ) : incident.error === null ? (
          <SkeletonRows rows={10} busy={t.loading} title={words.name} />
        ) : status === 404 || status === 400 ? (
          <Note heading empty title={words.page.missing} action={<Link to="/incidents">{words.page.toList}</Link>}>
            {words.page.missingText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={incident.error} retry={() => void incident.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Overview = ({ incident }: { incident: Incident }) => (
  <>
    <Head incident={incident} />
    <div className={css.columns}>
      <div>
        <Known incident={incident} />
        <Affected incident={incident} />
        <Duties incident={incident} />
        <Actions incident={incident} />
        <Closing incident={incident} />
      </div>
      <Happened incident={incident} />
    </div>
  </>
)

const Head = ({ incident }: { incident: Incident }) => {
  const { language } = useTexts()
  const words = useIncidentsTexts().page
  const { key, title, state, severity, noticedAt, openedBy, openedAt, containedAt, closed } = incident
  return (
    <>
      <div className={css.title}>
        <h1 tabIndex={-1}>{title}</h1>
        <IncidentState state={state} />
        <span className={css.quiet}>{key}</span>
        <span className={css.buttons}>
          <Button variant="subtle" onClick={() => print()}>
            {words.print}
          </Button>
        </span>
      </div>
      <div className={css.facts}>
        <FactList>
          <FactRow label={words.severity}>
            <IncidentSeverity severity={severity} />
          </FactRow>
          <FactRow label={words.noticed}>{moment(noticedAt, language)}</FactRow>
          <FactRow label={words.opened}>{words.by(openedBy.name, moment(openedAt, language))}</FactRow>
          {containedAt !== null && <FactRow label={words.contained}>{moment(containedAt, language)}</FactRow>}
          {closed && <FactRow label={words.closed}>{words.by(closed.by.name, moment(closed.at, language))}</FactRow>}
        </FactList>
      </div>
    </>
  )
}
