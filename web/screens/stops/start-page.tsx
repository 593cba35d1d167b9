import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useIncidents } from '../../data/incidents.ts'
import { useMe } from '../../data/me.ts'
import { stopsThings, useReach, useStartStop } from '../../data/stops.ts'
import type { Target } from '../../data/stops.ts'
import { Action } from '../../parts/action.tsx'
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
import { ChooseTarget } from './choose-target.tsx'
import { Reach } from './reach.tsx'
import css from './stops.module.css'

/** One question after the other: what, whom it reaches, why; and one button. */
export const StartPage = () => {
  const { t } = useTexts()
  const words = useStopsTexts()
  const { data: me } = useMe()
  const { kind, target, model } = useSearch({ from: '/stop' })
  const navigate = useNavigate({ from: '/stop' })
  const chosen = kind !== undefined && target !== undefined ? { kind, target, ...(model !== undefined && { model }) } : null
  return (
    <Page
      title={words.start.name}
      crumbs={[{ label: t.shell.assurance }, { label: words.name, to: '/stops' }, { label: words.start.name }]}
      step={target ?? ''}
    >
      <Sheet>
        {me === undefined ? (
          <SkeletonRows rows={4} busy={t.loading} title={words.start.name} />
        ) : me.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : !stopsThings(me.person) ? (
          <Note heading icon={IconHandStop} title={words.start.onlyYours}>
            {words.start.onlyYoursText}
          </Note>
        ) : chosen ? (
          <Chosen key={`${chosen.kind} ${chosen.target}`} target={chosen} />
        ) : (
          <>
            <PageHead title={words.start.title}>
              <p>{words.start.lead}</p>
            </PageHead>
            <div className={css.form}>
              <ChooseTarget onChoose={search => void navigate({ search })} />
            </div>
          </>
        )}
      </Sheet>
    </Page>
  )
}

const Chosen = ({ target }: { target: Target }) => {
  const { t } = useTexts()
  const words = useStopsTexts()
  const navigate = useNavigate({ from: '/stop' })
  const reach = useReach(target)
  const first = reach.data?.pages[0]
  const back = <Action onClick={() => void navigate({ search: {} })}>{words.start.another}</Action>
  if (first === undefined)
    return reach.error === null ? (
      <SkeletonRows rows={6} busy={t.loading} title={words.start.name} />
    ) : (
      <>
        <Trouble heading title={t.trouble.pageTitle} error={reach.error} retry={() => void reach.refetch()} />
        <p>{back}</p>
      </>
    )
  return (
    <>
      <PageHead title={words.start.wants(words.named(first.target.name, first.target.model))}>
        <p>{words.start.lead}</p>
        <p>
          <span className={css.quiet}>{words.kinds[first.target.kind]}.</span> {back}
        </p>
      </PageHead>
      <Reach reach={reach} first={first} />
      <StopIt target={target} />
    </>
  )
}

const StopIt = ({ target }: { target: Target }) => {
  const { language } = useTexts()
  const words = useStopsTexts().start
  const start = useStartStop()
  const incidents = useIncidents(undefined)
  const navigate = useNavigate()
  const [given, setGiven] = useState({ because: '', model: target.model ?? '', incident: '' })
  const [requestId] = useState(() => crypto.randomUUID())
  const { kind } = target
  const ofTool = kind === 'tool' || kind === 'model'
  const open = (incidents.data?.pages[0]?.incidents ?? []).filter(({ state }) => state !== 'closed')
  const model = given.model.trim()
  const submit = () =>
    start.mutate(
      {
        kind: ofTool ? (model === '' ? 'tool' : 'model') : kind,
        target: target.target,
        ...(ofTool && model !== '' && { model }),
        ...(given.incident !== '' && { incident: given.incident }),
        because: given.because,
        requestId,
        language,
      },
      { onSuccess: ({ key }) => void navigate({ to: '/stops/$stop', params: { stop: key } }) },
    )
  return (
    <section className={`${css.part} ${css.form}`}>
      <Form
        fields={['model', 'because', 'incident']}
        error={start.error}
        onSubmit={submit}
        buttons={
          <Button type="submit" size="md" leftSection={<IconHandStop size={16} stroke={1.6} aria-hidden />} loading={start.isPending}>
            {words.submit}
          </Button>
        }
      >
        {about => (
          <>
            {ofTool && (
              <TextInput
                id="model"
                label={words.model}
                description={words.modelHelp}
                value={given.model}
                onChange={event => setGiven({ ...given, model: event.currentTarget.value })}
                error={about('model')}
              />
            )}
            <Textarea
              id="because"
              label={words.because}
              description={words.becauseHelp}
              rows={3}
              value={given.because}
              onChange={event => setGiven({ ...given, because: event.currentTarget.value })}
              error={about('because')}
            />
            {open.length > 0 && (
              <NativeSelect
                id="incident"
                label={words.incident}
                value={given.incident}
                onChange={event => setGiven({ ...given, incident: event.currentTarget.value })}
                data={[
                  { value: '', label: words.noIncident },
                  ...open.map(({ key, title }) => ({ value: key, label: `${key} ${title ?? ''}` })),
                ]}
                error={about('incident')}
              />
            )}
            <p className={css.quiet}>{words.outside}</p>
          </>
        )}
      </Form>
    </section>
  )
}
