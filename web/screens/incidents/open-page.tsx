import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useOpenIncident } from '../../data/incidents.ts'
import { useMe } from '../../data/me.ts'
import { timeThere } from '../../data/server-time.ts'
import { stopsThings } from '../../data/stops.ts'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { useIncidentsTexts } from '../../texts/incidents/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { fieldOf } from './moments-of-day.ts'
import type { Told } from './told-fields.tsx'
import { problemsIn, toldBy, ToldFields, toldFields } from './told-fields.tsx'

/** The beginning of the record of something that went wrong. */
export const OpenPage = () => {
  const { t } = useTexts()
  const words = useIncidentsTexts()
  const { data: me } = useMe()
  const title = words.list.open
  return (
    <Page title={title} crumbs={[{ label: t.shell.assurance }, { label: words.name, to: '/incidents' }, { label: title }]}>
      <Sheet width="reading">
        {me === undefined ? (
          <SkeletonRows rows={6} busy={t.loading} title={title} />
        ) : me.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : stopsThings(me.person) ? (
          <Open />
        ) : (
          <Note heading icon={IconLock} title={words.open.notYours}>
            {words.open.notYoursText}
          </Note>
        )}
      </Sheet>
    </Page>
  )
}

const Open = () => {
  const { language } = useTexts()
  const words = useIncidentsTexts()
  const { stop = '', solution = '' } = useSearch({ from: '/incidents/open' })
  const navigate = useNavigate()
  const open = useOpenIncident()
  const [requestId] = useState(() => crypto.randomUUID())
  const [given, setGiven] = useState<Told>({
    title: '',
    whatHappened: '',
    severity: undefined,
    noticedAt: fieldOf(timeThere()),
    stops: stop,
    solutions: solution,
  })
  return (
    <>
      <PageHead title={words.open.title}>
        <p>{words.open.lead}</p>
      </PageHead>
      <Form
        fields={toldFields}
        check={() => problemsIn(given, words)}
        error={open.error}
        onSubmit={() => {
          const told = toldBy(given)
          if (told)
            open.mutate(
              { ...told, requestId, language },
              { onSuccess: ({ key }) => void navigate({ to: '/incidents/$incident', params: { incident: key } }) },
            )
        }}
        buttons={
          <Button type="submit" loading={open.isPending}>
            {words.open.submit}
          </Button>
        }
      >
        {about => <ToldFields given={given} onGive={setGiven} about={about} />}
      </Form>
    </>
  )
}
