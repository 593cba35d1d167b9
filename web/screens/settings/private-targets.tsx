import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Person, PrivateTarget } from '../../client.generated.ts'
import { closesTargets, useProposeTarget, useTargets, useWithdrawTarget } from '../../data/health.ts'
import { Action } from '../../parts/action.tsx'
import { AskFirst } from '../../parts/ask-first.tsx'
import { Fold } from '../../parts/fold.tsx'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/note.tsx'
import { Table } from '../../parts/table.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { useSettingsTexts } from '../../texts/settings/use.ts'
import css from './settings.module.css'

/** Where the program may call inside the company's own network. */
export const PrivateTargets = ({ person }: { person: Person | null | undefined }) => {
  const { language } = useTexts()
  const { targets: words } = useSettingsTexts()
  const targets = useTargets(true)
  const [said, setSaid] = useState('')
  const closes = closesTargets(person)
  const { columns } = words
  return (
    <section className={css.part}>
      <h2>{words.title}</h2>
      <p className={css.lead}>{words.lead}</p>
      <p role="status" className={css.done}>
        {said}
      </p>
      {targets.error ? (
        <Trouble title={words.title} error={targets.error} retry={() => void targets.refetch()} />
      ) : targets.data?.targets.length === 0 ? (
        <Note empty title={words.none} />
      ) : (
        <Table
          caption={words.caption}
          columns={[columns.target, columns.reason, columns.since, ...(closes ? [columns.act] : [])]}
          rows={(targets.data?.targets ?? []).map(target => ({
            key: target.id,
            cells: [
              <code key="target">{target.target}</code>,
              target.reason,
              day(target.addedAt, language),
              ...(closes ? [<Close key="close" target={target} onClosed={() => setSaid(words.closed)} />] : []),
            ],
          }))}
        />
      )}
      {closes && (
        <Fold title={words.propose}>
          <Propose onProposed={() => setSaid(words.proposed)} />
        </Fold>
      )}
    </section>
  )
}

const Close = ({ target: { id, version, target }, onClosed }: { target: PrivateTarget; onClosed: () => void }) => {
  const { targets: words, failed } = useSettingsTexts()
  const withdraw = useWithdrawTarget()
  return (
    <AskFirst
      act={words.close}
      button={ask => (
        <Action aria-label={`${words.close}: ${target}`} onClick={ask}>
          {words.close}
        </Action>
      )}
      title={words.closeOf(target)}
      leave={words.keep}
      step={withdraw}
      failed={failed}
      onTake={close => withdraw.mutate({ id, version }, { onSuccess: onClosed, onSettled: close })}
    >
      {words.closeText}
    </AskFirst>
  )
}

const Propose = ({ onProposed }: { onProposed: () => void }) => {
  const { targets: words } = useSettingsTexts()
  const propose = useProposeTarget()
  const [target, setTarget] = useState('')
  const [note, setNote] = useState('')
  return (
    <Form
      fields={['target', 'note']}
      check={() => (target.trim() === '' || note.trim() === '' ? [{ field: 'target', text: words.missing }] : [])}
      error={propose.error}
      onSubmit={() =>
        propose.mutate(
          { target, note, requestId: crypto.randomUUID() },
          {
            onSuccess() {
              setTarget('')
              setNote('')
              onProposed()
            },
          },
        )
      }
      buttons={
        <Button type="submit" loading={propose.isPending}>
          {words.propose}
        </Button>
      }
    >
      {about => (
        <>
          <TextInput
            id="target"
            label={words.target}
            placeholder="erp.internal:8443"
            value={target}
            onChange={event => setTarget(event.currentTarget.value)}
            error={about('target')}
          />
          <TextInput
            id="note"
            label={words.why}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
            error={about('note')}
          />
        </>
      )}
    </Form>
  )
}
