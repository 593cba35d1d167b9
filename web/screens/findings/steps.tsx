import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Finding } from '../../client.generated.ts'
import { useAssignFinding, useSnoozeFinding } from '../../data/findings.ts'
import { useMe } from '../../data/me.ts'
import { Form } from '../../parts/form.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useFindingsTexts } from '../../texts/findings/use.ts'
import { ChoosePerson } from '../people/choose-person.tsx'
import css from './findings.module.css'

/** Whose it is, and that it can wait; one form at a time. Who may not is refused by the server, with the reason. */
export const Steps = ({ finding }: { finding: Finding }) => {
  const words = useFindingsTexts()
  const { data: me } = useMe()
  const assign = useAssignFinding()
  const [open, setOpen] = useState<'assign' | 'snooze' | null>(null)
  const [done, setDone] = useState('')
  const { id, version, assignee } = finding
  const mine = assignee !== null && assignee.id === me?.person?.id
  const close = () => setOpen(null)
  const hand = (to: string | null) => assign.mutate({ finding: id, version, to }, { onSuccess: close })
  return (
    <>
      <p role="status">{done}</p>
      {assign.error && <Trouble title={words.failed} error={assign.error} retry={() => assign.reset()} />}
      {open === null && (
        <div className={css.buttons}>
          {mine ? (
            <Button variant="default" loading={assign.isPending} onClick={() => hand(null)}>
              {words.assign.nobody}
            </Button>
          ) : (
            <Button loading={assign.isPending} onClick={() => hand(me?.person?.id ?? null)}>
              {words.assign.me}
            </Button>
          )}
          <Button variant="default" onClick={() => setOpen('assign')}>
            {words.assign.open}
          </Button>
          <Button variant="default" onClick={() => setOpen('snooze')}>
            {words.snooze.open}
          </Button>
        </div>
      )}
      {open === 'assign' && <Assign onAssign={hand} busy={assign.isPending} onCancel={close} />}
      {open === 'snooze' && (
        <Snooze
          finding={finding}
          onCancel={close}
          onDone={() => {
            setDone(words.snooze.done)
            close()
          }}
        />
      )}
    </>
  )
}

const Cancel = ({ onCancel }: { onCancel: () => void }) => {
  const words = useFindingsTexts()
  return (
    <Button variant="default" onClick={onCancel}>
      {words.snooze.cancel}
    </Button>
  )
}

const Assign = ({ onAssign, busy, onCancel }: { onAssign: (to: string) => void; busy: boolean; onCancel: () => void }) => {
  const words = useFindingsTexts()
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null)
  return (
    <div className={css.form}>
      <Form
        fields={['to']}
        check={() => (person === null ? [{ field: 'to', text: words.assign.missing }] : [])}
        error={null}
        onSubmit={() => {
          if (person) onAssign(person.id)
        }}
        buttons={
          <>
            <Button type="submit" loading={busy}>
              {words.assign.submit}
            </Button>
            <Cancel onCancel={onCancel} />
          </>
        }
      >
        {about => <ChoosePerson id="to" label={words.assign.person} chosen={person} onChoose={setPerson} error={about('to')} />}
      </Form>
    </div>
  )
}

/** A day is chosen, and it comes back at nine in the morning of that day, where the reader is. */
const Snooze = ({ finding: { id, version }, onDone, onCancel }: { finding: Finding; onDone: () => void; onCancel: () => void }) => {
  const words = useFindingsTexts().snooze
  const snooze = useSnoozeFinding()
  const [given, setGiven] = useState({ until: '', reason: '' })
  return (
    <div className={css.form}>
      <Form
        fields={['until', 'reason']}
        check={() => [
          ...(given.until === '' ? [{ field: 'until', text: words.untilMissing }] : []),
          ...(given.reason.trim() === '' ? [{ field: 'reason', text: words.reasonMissing }] : []),
        ]}
        error={snooze.error}
        onSubmit={() =>
          snooze.mutate(
            { finding: id, version, until: new Date(`${given.until}T09:00`).toISOString(), reason: given.reason },
            { onSuccess: onDone },
          )
        }
        buttons={
          <>
            <Button type="submit" loading={snooze.isPending}>
              {words.submit}
            </Button>
            <Cancel onCancel={onCancel} />
          </>
        }
      >
        {about => (
          <>
            <TextInput
              id="until"
              type="date"
              label={words.until}
              description={words.untilHelp}
              value={given.until}
              onChange={event => setGiven({ ...given, until: event.currentTarget.value })}
              error={about('until')}
            />
            <Textarea
              id="reason"
              label={words.reason}
              rows={3}
              value={given.reason}
              onChange={event => setGiven({ ...given, reason: event.currentTarget.value })}
              error={about('reason')}
            />
          </>
        )}
      </Form>
    </div>
  )
}
