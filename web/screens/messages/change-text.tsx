import { Button, Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { MessageText, PreviewMessageTextInput } from '../../client.generated.ts'
import { useChangeText, useResetText, useTextPreview } from '../../data/messages.ts'
import { useSettled } from '../../data/settled.ts'
import { AskFirst } from '../../parts/ask-first.tsx'
import { Form } from '../../parts/form.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useMessagesTexts } from '../../texts/messages/use.ts'
import css from './messages.module.css'

/** One kind of message in one language, worded anew beside how it would read. */
export const ChangeText = ({ text, onDone }: { text: MessageText; onDone: (said: string) => void }) => {
  const { texts: words, deliveries } = useMessagesTexts()
  const change = useChangeText()
  const title = useRef<HTMLHeadingElement>(null)
  const [subject, setSubject] = useState(text.subject)
  const [written, setWritten] = useState(text.lines.join('\n'))
  // Whoever pressed the button in a row is taken to what it opened above.
  useEffect(() => title.current?.focus(), [])
  const { kind, language, version } = text
  const lines = written.split('\n').filter(line => line.trim() !== '')
  return (
    <section className={css.edit}>
      <h2 ref={title} tabIndex={-1}>
        {deliveries.kinds[kind]}
      </h2>
      <Form
        fields={['subject', 'lines']}
        error={change.error}
        onSubmit={() => change.mutate({ kind, language, version, subject, lines }, { onSuccess: () => onDone(words.saved) })}
        buttons={
          <>
            <Button type="submit" loading={change.isPending}>
              {words.save}
            </Button>
            {text.edited && <Reset text={text} onDone={onDone} />}
            <Button variant="default" onClick={() => onDone('')}>
              {words.cancel}
            </Button>
          </>
        }
      >
        {about => (
          <>
            <TextInput
              id="subject"
              lang={language}
              label={words.subject}
              value={subject}
              onChange={event => setSubject(event.currentTarget.value)}
              error={about('subject')}
            />
            <Textarea
              id="lines"
              lang={language}
              rows={6}
              label={words.lines}
              description={words.linesHelp}
              value={written}
              onChange={event => setWritten(event.currentTarget.value)}
              error={about('lines')}
            />
            <p className={css.facts}>
              {words.facts}{' '}
              {text.facts.map(fact => (
                <code key={fact}>{`{${fact}}`}</code>
              ))}
            </p>
          </>
        )}
      </Form>
      <Preview text={{ kind, language, subject, lines }} />
    </section>
  )
}

const Preview = ({ text }: { text: PreviewMessageTextInput }) => {
  const { texts: words } = useMessagesTexts()
  const { data, error, refetch } = useTextPreview(useSettled(text))
  return (
    <section aria-label={words.preview}>
      <h3>{words.preview}</h3>
      {error ? (
        <Trouble title={words.failed} error={error} retry={() => void refetch()} />
      ) : (
        data && (
          <>
            <p className={css.facts}>{words.from[data.from]}</p>
            <div className={css.letter} lang={text.language}>
              <b>{data.subject}</b>
              <p>{data.greeting}</p>
              <p className={css.lines}>{data.lines.join('\n\n')}</p>
              <p>
                <u>{data.action}</u>
              </p>
              <p className={css.reason}>{data.reason}</p>
            </div>
          </>
        )
      )}
    </section>
  )
}

const Reset = ({ text: { kind, language, version, usual }, onDone }: { text: MessageText; onDone: (said: string) => void }) => {
  const { texts: words, deliveries } = useMessagesTexts()
  const reset = useResetText()
  return (
    <AskFirst
      act={words.reset}
      title={words.resetOf(usual.subject)}
      leave={words.keep}
      step={reset}
      failed={deliveries.failed}
      onTake={close => reset.mutate({ kind, language, version }, { onSuccess: () => onDone(words.wasReset), onSettled: close })}
    >
      {words.resetText}
    </AskFirst>
  )
}
