import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Incident } from '../../client.generated.ts'
import { useAddIncidentAction, useCompleteAction, useDeferAction } from '../../data/incidents.ts'
import { Fold } from '../../parts/fold.tsx'
import { Form } from '../../parts/form.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useIncidentsTexts } from '../../texts/incidents/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { ChoosePerson } from '../people/choose-person.tsx'
import css from './incidents.module.css'

type Action = Incident['actions'][number]

/** What is to be done, by whom and until when; what is overdue says so. */
export const Actions = ({ incident: { key, actions, you } }: { incident: Incident }) => {
  const words = useIncidentsTexts().page
  return (
    <section className={css.part}>
      <h2>{words.actions}</h2>
      {actions.length === 0 ? (
        <p>{words.noActions}</p>
      ) : (
        <ul className={css.list}>
          {actions.map(action => (
            <li key={action.id}>
              <One action={action} works={you.mayWork} />
            </li>
          ))}
        </ul>
      )}
      {you.mayWork && <Add incident={key} />}
    </section>
  )
}

const One = ({ action, works }: { action: Action; works: boolean }) => {
  const { language } = useTexts()
  const words = useIncidentsTexts().page
  const complete = useCompleteAction()
  const { id, version, what, owner, dueOn, doneAt, overdue, deferredBecause, mine } = action
  return (
    <>
      <p>{what}</p>
      <small>
        {words.due(owner.name, day(dueOn, language))} {overdue && <b className={css.late}>{words.overdue}</b>}
        {doneAt !== null && words.done(day(doneAt, language))}
      </small>
      {deferredBecause !== null && <small>{words.deferred(deferredBecause)}</small>}
      {complete.error && <Trouble title={words.complete} error={complete.error} retry={() => complete.reset()} />}
      {doneAt === null && (works || mine) && (
        <div className={css.buttons}>
          <Button variant="default" loading={complete.isPending} onClick={() => complete.mutate({ action: id, version })}>
            {words.complete}
          </Button>
          {works && (
            <Fold title={words.defer}>
              <Defer action={action} />
            </Fold>
          )}
        </div>
      )}
    </>
  )
}

const Defer = ({ action: { id, version, dueOn } }: { action: Action }) => {
  const words = useIncidentsTexts().page
  const defer = useDeferAction()
  const [given, setGiven] = useState({ dueOn, because: '' })
  return (
    <Form
      fields={['dueOn', 'because']}
      prefix={`${id}-`}
      error={defer.error}
      onSubmit={() => defer.mutate({ action: id, version, ...given })}
      buttons={
        <Button type="submit" variant="default" loading={defer.isPending}>
          {words.save}
        </Button>
      }
    >
      {about => (
        <>
          <TextInput
            id={`${id}-dueOn`}
            type="date"
            label={words.laterDay}
            value={given.dueOn}
            onChange={event => setGiven({ ...given, dueOn: event.currentTarget.value })}
            error={about('dueOn')}
          />
          <Textarea
            id={`${id}-because`}
            label={words.laterWhy}
            rows={2}
            value={given.because}
            onChange={event => setGiven({ ...given, because: event.currentTarget.value })}
            error={about('because')}
          />
        </>
      )}
    </Form>
  )
}

const nothing = { what: '', owner: null as { id: string; name: string } | null, dueOn: '' }

const Add = ({ incident }: { incident: string }) => {
  const words = useIncidentsTexts().page
  const add = useAddIncidentAction()
  const [given, setGiven] = useState(nothing)
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  const { what, owner, dueOn } = given
  return (
    <div className={css.form}>
      <Form
        fields={['what', 'owner', 'dueOn']}
        error={add.error}
        onSubmit={() =>
          add.mutate(
            { incident, what, owner: owner?.id ?? '', dueOn, requestId },
            {
              onSuccess: () => {
                setGiven(nothing)
                setRequestId(crypto.randomUUID())
              },
            },
          )
        }
        buttons={
          <Button type="submit" variant="default" loading={add.isPending}>
            {words.addAction}
          </Button>
        }
      >
        {about => (
          <>
            <Textarea
              id="what"
              label={words.action}
              rows={2}
              value={what}
              onChange={event => setGiven({ ...given, what: event.currentTarget.value })}
              error={about('what')}
            />
            <ChoosePerson
              id="owner"
              label={words.owner}
              chosen={owner}
              onChoose={owner => setGiven({ ...given, owner })}
              error={about('owner')}
            />
            <TextInput
              id="dueOn"
              type="date"
              label={words.dueOn}
              value={dueOn}
              onChange={event => setGiven({ ...given, dueOn: event.currentTarget.value })}
              error={about('dueOn')}
            />
          </>
        )}
      </Form>
    </div>
  )
}
