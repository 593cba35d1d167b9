import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Effect } from '../../client.generated.ts'
import { useProposeUndoEffect, useProposeUndoNight } from '../../data/findings.ts'
import { Form } from '../../parts/form.tsx'
import { useFindingsTexts } from '../../texts/findings/use.ts'
import css from './findings.module.css'

/** What is to be undone: one effect, or all of a rule's night. */
export interface Undone {
  at: string
  rule: string
  night: string
  count: number
  effect?: Effect
}

/** Proposes the undoing, with a reason; a second person decides it among the proposals. */
export const UndoForm = ({
  undone: { rule, night, count, effect },
  onDone,
}: {
  undone: Undone
  onDone: (proposal: string | null) => void
}) => {
  const words = useFindingsTexts().done
  const [one, whole] = [useProposeUndoEffect(), useProposeUndoNight()]
  const title = useRef<HTMLHeadingElement>(null)
  const [note, setNote] = useState('')
  const [requestId] = useState(() => crypto.randomUUID())
  // Whoever pressed a button below is taken to what it opened.
  useEffect(() => title.current?.focus(), [])
  const then = { onSuccess: ({ id }: { id: string }) => onDone(id) }
  return (
    <div className={css.form}>
      <h3 ref={title} tabIndex={-1}>
        {effect ? words.undoOf(effect.solution.name) : words.undoNight}
      </h3>
      <p>{effect ? words.formOne(effect.solution.name) : words.formNight(count)}</p>
      <Form
        fields={['note']}
        check={() => (note.trim() === '' ? [{ field: 'note', text: words.noteMissing }] : [])}
        error={one.error ?? whole.error}
        onSubmit={() =>
          effect ? one.mutate({ effect: effect.id, note, requestId }, then) : whole.mutate({ rule, night, note, requestId }, then)
        }
        buttons={
          <>
            <Button type="submit" loading={one.isPending || whole.isPending}>
              {words.submit}
            </Button>
            <Button variant="default" onClick={() => onDone(null)}>
              {words.cancel}
            </Button>
          </>
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
    </div>
  )
}
