import { Button, Textarea, TextInput } from '@mantine/core'
import { IconFingerprint, IconHandStop, IconNote, IconUsersGroup, type TablerIcon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Incident } from '../../client.generated.ts'
import { useAddNote } from '../../data/incidents.ts'
import { timeThere } from '../../data/server-time.ts'
import { Form } from '../../parts/form.tsx'
import { Timeline, TimelineEntry } from '../../parts/timeline.tsx'
import { useIncidentsTexts } from '../../texts/incidents/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { useLedgerTexts } from '../../texts/ledger/use.ts'
import { exactly, moment } from '../../texts/moments.ts'
import css from './incidents.module.css'
import { fieldOf, momentOf } from './moments-of-day.ts'

type Moment = Incident['timeline'][number]

const iconOf = ({ type }: Moment): TablerIcon => {
  if (type === null) return IconNote
  if (type.startsWith('stop-')) return IconHandStop
  return type.startsWith('proposal-') ? IconUsersGroup : IconFingerprint
}

/** What happened when, newest first: what people noted, and what the ledger holds of the incident and its stops. */
export const Happened = ({ incident: { key, timeline, you } }: { incident: Incident }) => {
  const { language } = useTexts()
  const words = useIncidentsTexts().page
  const did: Readonly<Record<string, string>> = useLedgerTexts().did
  return (
    <section className={css.part}>
      <h2>{words.timeline}</h2>
      {you.mayWork && <AddNote incident={key} />}
      <div className={`${css.timeline} ${css.linked}`}>
        <Timeline>
          {timeline.map(happened => {
            const { at, text, type, entry, about, by } = happened
            return (
              <TimelineEntry
                key={`${at} ${entry ?? text}`}
                icon={iconOf(happened)}
                title={<span className={css.text}>{type === null ? text : words.did(by.name, did[type] ?? type)}</span>}
              >
                <time dateTime={at} title={exactly(at, language)}>
                  {moment(at, language)}
                </time>
                {type === null && <>, {words.noted(by.name)}</>}
                {about !== null && about !== key && (
                  <>
                    {', '}
                    <Link to="/stops/$stop" params={{ stop: about }}>
                      {about}
                    </Link>
                  </>
                )}
                {entry !== null && (
                  <>
                    , {words.entry} {entry}
                  </>
                )}
              </TimelineEntry>
            )
          })}
        </Timeline>
      </div>
    </section>
  )
}

const AddNote = ({ incident }: { incident: string }) => {
  const words = useIncidentsTexts().page
  const add = useAddNote()
  const [given, setGiven] = useState(() => ({ text: '', at: fieldOf(timeThere()) }))
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  return (
    <div className={css.form}>
      <Form
        fields={['text', 'at']}
        prefix="note-"
        error={add.error}
        onSubmit={() =>
          add.mutate(
            { incident, text: given.text, at: momentOf(given.at), requestId },
            {
              onSuccess: () => {
                setGiven({ text: '', at: fieldOf(timeThere()) })
                setRequestId(crypto.randomUUID())
              },
            },
          )
        }
        buttons={
          <Button type="submit" variant="default" loading={add.isPending}>
            {words.addNote}
          </Button>
        }
      >
        {about => (
          <>
            <Textarea
              id="note-text"
              label={words.note}
              rows={2}
              value={given.text}
              onChange={event => setGiven({ ...given, text: event.currentTarget.value })}
              error={about('text')}
            />
            <TextInput
              id="note-at"
              type="datetime-local"
              label={words.noteAt}
              value={given.at}
              onChange={event => setGiven({ ...given, at: event.currentTarget.value })}
              error={about('at')}
            />
          </>
        )}
      </Form>
    </div>
  )
}
