import { Button, Textarea } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem, type ShowStopOutput } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { stopsThings, useProposeLift, useStop } from '../../data/stops.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useStopsTexts } from '../../texts/stops/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ForOverseers } from './for-overseers.tsx'
import { Held } from './held.tsx'
import { StopFacts } from './stop-facts.tsx'
import css from './stops.module.css'

/** One stop: what it is about, how far it came and when, what it did, and the way to lift it. */
export const StopPage = () => {
  const { t } = useTexts()
  const words = useStopsTexts()
  const { stop: key } = useParams({ from: '/stops/$stop' })
  const { data: me } = useMe()
  const stop = useStop(key)
  const first = stop.data?.pages[0]
  const status = stop.error instanceof ApiProblem ? stop.error.status : null
  return (
    <Page
      title={first ? `${key} ${words.named(first.target.name, first.target.model)}` : key}
      crumbs={[{ label: t.shell.assurance }, { label: words.name, to: '/stops' }, { label: key }]}
      step={key}
    >
      <Sheet width="reading">
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : first ? (
          <>
            <Overview stop={first} works={stopsThings(me?.person)} />
            <Held stop={stop} first={first} />
          </>
        ) : stop.error === null ? (
          <SkeletonRows rows={8} busy={t.loading} title={words.name} />
        ) : status === 403 ? (
          <ForOverseers />
        ) : status === 404 || status === 400 ? (
          <Note heading empty title={words.stop.missing} action={<Link to="/stops">{words.stop.toList}</Link>}>
            {words.stop.missingText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={stop.error} retry={() => void stop.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Overview = ({ stop, works }: { stop: ShowStopOutput; works: boolean }) => {
  const words = useStopsTexts()
  const { key, target, liftedAt, incident, you } = stop
  return (
    <>
      <PageHead title={words.stop.title(words.named(target.name, target.model), liftedAt !== null)} />
      <StopFacts stop={stop} />
      {works && incident === null && (
        <div className={css.buttons}>
          <ButtonLink to="/incidents/open" search={{ stop: key }} variant="default">
            {words.stop.openIncident}
          </ButtonLink>
        </div>
      )}
      {you.mayLift && <Lift stop={key} />}
      <p role="status">
        {you.lifting !== null && (
          <Link to="/proposals/$proposal" params={{ proposal: you.lifting }}>
            {words.stop.proposed}
          </Link>
        )}
      </p>
    </>
  )
}

const Lift = ({ stop }: { stop: string }) => {
  const words = useStopsTexts().stop
  const propose = useProposeLift()
  const [note, setNote] = useState('')
  const [requestId] = useState(() => crypto.randomUUID())
  return (
    <section className={`${css.part} ${css.form}`}>
      <h2>{words.lift}</h2>
      <p>{words.liftLead}</p>
      <Form
        fields={['note']}
        error={propose.error}
        onSubmit={() => propose.mutate({ stop, note, requestId })}
        buttons={
          <Button type="submit" variant="default" loading={propose.isPending} disabled={propose.isSuccess}>
            {words.propose}
          </Button>
        }
      >
        {about => (
          <Textarea
            id="note"
            label={words.note}
            rows={3}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
            error={about('note')}
          />
        )}
      </Form>
    </section>
  )
}
