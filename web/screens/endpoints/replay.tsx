import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PreviewReplayOutput } from '../../client.generated.ts'
import { usePreviewReplay, useReplay } from '../../data/endpoints.ts'
import { timeThere } from '../../data/server-time.ts'
import { Form } from '../../parts/form.tsx'
import { Option, Options } from '../../parts/option.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { EndpointsTexts } from '../../texts/endpoints/en.ts'
import { useEndpointsTexts } from '../../texts/endpoints/use.ts'
import { type Language, useTexts } from '../../texts/language.tsx'
import { momentIn } from '../../texts/moments.ts'
import css from './endpoints.module.css'

/** What happened from a moment or an entry on, sent once more: first how much that is, then the deed. */
export const Replay = ({ endpoint }: { endpoint: string }) => {
  const { language } = useTexts()
  const { replay: words, failed } = useEndpointsTexts()
  const look = usePreviewReplay()
  const replay = useReplay()
  const found = look.data
  return (
    <section className={css.part}>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <FromWhere
        error={look.error}
        pending={look.isPending}
        onGive={() => {
          look.reset()
          replay.reset()
        }}
        onLook={from => look.mutate({ endpoint, ...from })}
      />
      <p role="status">
        {replay.isSuccess ? words.gone(replay.data.events) : found && words.would(found.events, fromThere(words, found, language))}
        {found && found.events > found.most && ` ${words.tooMany(found.most)}`}
      </p>
      {found && !replay.isSuccess && found.events > 0 && found.events <= found.most && (
        <Button loading={replay.isPending} onClick={() => replay.mutate({ endpoint, entry: found.entry })}>
          {words.go}
        </Button>
      )}
      {replay.error && <Trouble title={failed} error={replay.error} retry={() => replay.reset()} />}
    </section>
  )
}

const fromThere = (words: EndpointsTexts['replay'], { since, entry, timeZone }: PreviewReplayOutput, language: Language): string =>
  since === null ? words.fromEntry(entry) : words.fromMoment(momentIn(since, language, timeZone), timeZone)

interface FromWhereProps {
  error: Error | null
  pending: boolean
  /** Something else was given than what was looked at. */
  onGive: () => void
  onLook: (from: { since: string } | { entry: number }) => void
}

/** From a moment on, as people think of it, or from an entry, as a receiver knows it. */
const FromWhere = ({ error, pending, onGive, onLook }: FromWhereProps) => {
  const { replay: words } = useEndpointsTexts()
  const [by, setBy] = useState<'since' | 'entry'>('since')
  const [given, setGiven] = useState(() => ({ since: yesterdayAtNine(), entry: '' }))
  const right = by === 'since' ? given.since !== '' : /^\d{1,12}$/.test(given.entry.trim())
  const field = (name: typeof by, about: string | undefined) => ({
    id: name,
    'aria-label': words.from[name],
    value: given[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      setGiven({ ...given, [name]: value })
      onGive()
    },
    error: about,
  })
  const choice = (name: typeof by) => ({
    type: 'radio' as const,
    name: 'replay-from',
    value: name,
    checked: by === name,
    label: words.from[name],
    onChange: () => {
      setBy(name)
      onGive()
    },
  })
  return (
    <div className={css.form}>
      <Form
        fields={['since', 'entry']}
        check={() => (right ? [] : [{ field: by, text: words.wrong[by] }])}
        error={error}
        onSubmit={() => onLook(by === 'since' ? { since: given.since } : { entry: Number(given.entry) })}
        buttons={
          <Button type="submit" variant="default" loading={pending}>
            {words.preview}
          </Button>
        }
      >
        {about => (
          <fieldset className={css.options}>
            <legend>{words.where}</legend>
            <Options>
              <Option {...choice('since')} note={words.zone}>
                {by === 'since' && <TextInput type="datetime-local" {...field('since', about('since'))} />}
              </Option>
              <Option {...choice('entry')}>
                {by === 'entry' && <TextInput inputMode="numeric" {...field('entry', about('entry'))} />}
              </Option>
            </Options>
          </fieldset>
        )}
      </Form>
    </div>
  )
}

/** What a field for a moment begins with. */
const yesterdayAtNine = (): string => `${new Date(Date.parse(timeThere()) - 24 * 3_600_000).toISOString().slice(0, 10)}T09:00`
