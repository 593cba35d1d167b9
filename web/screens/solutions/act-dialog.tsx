import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Solution } from '../../client.generated.ts'
import { type AskedAct, useAct } from '../../data/acts.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Form } from '../../parts/form.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'

interface ActDialogProps {
  solution: Solution
  /** What is asked about; null while nothing is. */
  act: AskedAct | null
  onClose: () => void
  onDone: (act: AskedAct) => void
}

/** What follows from a step, before it is taken, and the reason where others have to read one. */
export const ActDialog = ({ solution, act, onClose, onDone }: ActDialogProps) => {
  const words = useSolutionTexts()
  return (
    <Dialog opened={act !== null} onClose={onClose} title={act === null ? '' : words.asks.title[act](solution.name)} buttons={null}>
      {act !== null && <Question key={act} solution={solution} act={act} onClose={onClose} onDone={onDone} />}
    </Dialog>
  )
}

/** The reason as the server names it for each. */
const reasonFields: Partial<Record<AskedAct, string>> = { stop: 'because', retire: 'because', resume: 'note' }

const Question = ({ solution, act, onClose, onDone }: ActDialogProps & { act: AskedAct }) => {
  const words = useSolutionTexts()
  const step = useAct()
  const [reason, setReason] = useState('')
  const [requestId] = useState(() => crypto.randomUUID())
  const asked: Partial<Record<AskedAct, string>> = words.asks.reason
  const label = asked[act]
  const field = reasonFields[act] ?? 'reason'
  const name = act === 'recommend' && solution.reusable ? words.recommendNoMore : words.next[act]
  return (
    <>
      <p>{words.steps.follows[act]}</p>
      <p>{words.asks.more[act]}</p>
      <Form
        prefix="act-"
        fields={[field]}
        check={() => (label !== undefined && reason.trim() === '' ? [{ field, text: words.asks.reasonMissing }] : [])}
        error={step.error}
        onSubmit={() => step.mutate({ act, solution, reason, requestId }, { onSuccess: () => onDone(act) })}
        buttons={
          <>
            <Button variant="default" onClick={onClose}>
              {words.asks.cancel}
            </Button>
            <Button type="submit" loading={step.isPending}>
              {name}
            </Button>
          </>
        }
      >
        {about =>
          label !== undefined && (
            <Textarea
              id={`act-${field}`}
              label={label}
              rows={3}
              value={reason}
              onChange={event => setReason(event.currentTarget.value)}
              error={about(field)}
            />
          )
        }
      </Form>
    </>
  )
}
