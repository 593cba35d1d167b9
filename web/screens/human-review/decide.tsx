import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ContentReview } from '../../client.generated.ts'
import { useApproveContent, useRejectContent, useWithdrawContent } from '../../data/content.ts'
import { Action } from '../../parts/action.tsx'
import { useCommands } from '../../parts/commands.ts'
import { Form } from '../../parts/form.tsx'
import { KeyHint } from '../../parts/key-hint.tsx'
import { Shortcuts } from '../../parts/shortcuts.tsx'
import { useContentTexts } from '../../texts/human-review/use.ts'
import css from './content.module.css'
import { Difference } from './difference.tsx'

const goTo = (id: string) => () => document.getElementById(id)?.focus()

/** The text in a field, what one changes of it as one types, and the two answers. A key only leads to a button: nothing goes out by one key. */
export const Decide = ({ content: { id, content } }: { content: ContentReview }) => {
  const words = useContentTexts()
  const submitted = content ?? ''
  const [text, setText] = useState(submitted)
  const approve = useApproveContent()
  const keys = [
    { keys: ['a'], does: words.approveKey, run: goTo('approve') },
    { keys: ['r'], does: words.rejectKey, run: goTo('outgoing-reason') },
    { keys: ['e'], does: words.editKey, run: goTo('outgoing-content') },
  ]
  useCommands(keys.map(({ keys: [key = ''], does, run }) => ({ name: does, key: key.toUpperCase(), run })))
  const changed = text !== submitted
  return (
    <>
      <Form
        prefix="outgoing-"
        fields={['content']}
        check={() => (text === '' ? [{ field: 'content', text: words.textMissing }] : [])}
        error={approve.error}
        onSubmit={() => approve.mutate({ id, content: changed ? text : null })}
        buttons={
          <>
            <Button id="approve" type="submit" loading={approve.isPending} rightSection={<KeyHint>A</KeyHint>}>
              {changed ? words.approveEdited : words.approve}
            </Button>
            {changed && <Action onClick={() => setText(submitted)}>{words.back}</Action>}
          </>
        }
      >
        {about => (
          <>
            <Textarea
              id="outgoing-content"
              label={words.text}
              description={words.textNote}
              autosize
              minRows={8}
              maxRows={28}
              value={text}
              onChange={event => setText(event.currentTarget.value)}
              error={about('content')}
            />
            {changed && <Difference before={submitted} after={text} title={words.difference} />}
          </>
        )}
      </Form>
      <Refuse id={id} step={useRejectContent()} button={words.reject} title={words.rejectTitle} />
      <Shortcuts all={keys} />
    </>
  )
}

/** A no with its reason: a reviewer's, or of whoever asked. */
const Refuse = ({ id, step, button, title }: { id: string; step: ReturnType<typeof useRejectContent>; button: string; title: string }) => {
  const words = useContentTexts()
  const [reason, setReason] = useState('')
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      <Form
        prefix="outgoing-"
        fields={['reason']}
        check={() => (reason.trim() === '' ? [{ field: 'reason', text: words.reasonMissing }] : [])}
        error={step.error}
        onSubmit={() => step.mutate({ id, reason })}
        buttons={
          <Button type="submit" variant="default" loading={step.isPending}>
            {button}
          </Button>
        }
      >
        {about => (
          <Textarea
            id="outgoing-reason"
            label={words.reason}
            description={words.reasonNote}
            rows={2}
            maxLength={2_000}
            value={reason}
            onChange={event => setReason(event.currentTarget.value)}
            error={about('reason')}
          />
        )}
      </Form>
    </section>
  )
}

export const Withdraw = ({ id }: { id: string }) => {
  const words = useContentTexts()
  return <Refuse id={id} step={useWithdrawContent()} button={words.withdraw} title={words.withdraw} />
}
