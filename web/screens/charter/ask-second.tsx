import { Button, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Blocker, ChangedPart } from '../../client.generated.ts'
import { type CharterDocuments, useCharterReach, useProposeCharter } from '../../data/charter-change.ts'
import { Action } from '../../parts/action.tsx'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/note.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useCharterChangeTexts } from '../../texts/charter/use.ts'
import { useTexts } from '../../texts/language.tsx'
import css from './propose.module.css'
import { Reach } from './reach.tsx'

interface AskSecondProps {
  documents: CharterDocuments | undefined
  parts: readonly ChangedPart[]
  /** Why it should change, which outlives a further change of the text. */
  note: string
  onNote: (note: string) => void
  standsInTheWay: readonly Blocker[]
  onFile: (file: string) => void
  onAsked: () => void
}

/** Nobody asks who has not seen whom it reaches: first the preview, then the reason and the question. */
export const AskSecond = ({ documents, parts, note, onNote, standsInTheWay, onFile, onAsked }: AskSecondProps) => {
  const { t } = useTexts()
  const { impact, propose: words } = useCharterChangeTexts()
  const [asked, setAsked] = useState<CharterDocuments>()
  const current = asked !== undefined && same(asked, documents) ? documents : undefined
  const reach = useCharterReach(current)
  const pages = reach.data?.pages.filter(page => page !== null) ?? []
  return (
    <>
      <section className={css.part}>
        <h2>{impact.title}</h2>
        {current === undefined ? (
          <>
            <p className={css.quiet}>{words.reachLead}</p>
            <Button variant="default" onClick={() => setAsked(documents)}>
              {words.reach}
            </Button>
          </>
        ) : reach.data ? (
          <Reach
            pages={pages}
            parts={parts}
            more={{ any: reach.hasNextPage, loading: reach.isFetchingNextPage, fetch: () => void reach.fetchNextPage() }}
          />
        ) : reach.error === null ? (
          <SkeletonRows rows={3} busy={words.reaching} />
        ) : (
          <Trouble title={t.trouble.partTitle(impact.title)} error={reach.error} retry={() => void reach.refetch()} />
        )}
      </section>
      {standsInTheWay.length > 0 ? (
        <div className={css.part}>
          <Note
            tone="due"
            title={words.inTheWay}
            action={<Action onClick={() => onFile('charter.yaml')}>{words.toFile('charter.yaml')}</Action>}
          >
            {standsInTheWay.map(blocker => (
              <p key={blocker.reason}>{t.refusal(blocker.field === 'documents' ? 'charter-known' : 'label-taken', blocker)}</p>
            ))}
          </Note>
        </div>
      ) : (
        reach.data && documents && <Ask documents={documents} note={note} onNote={onNote} onAsked={onAsked} />
      )}
    </>
  )
}

const same = (one: CharterDocuments, other: CharterDocuments | undefined): boolean =>
  other !== undefined && Object.entries(one).every(([file, text]) => other[file] === text)

const Ask = ({
  documents,
  note,
  onNote,
  onAsked,
}: Pick<AskSecondProps, 'note' | 'onNote' | 'onAsked'> & { documents: CharterDocuments }) => {
  const words = useCharterChangeTexts().propose
  const propose = useProposeCharter()
  const navigate = useNavigate()
  const [requestId] = useState(() => crypto.randomUUID())
  const ask = () =>
    propose.mutate(
      { documents: { ...documents }, note, requestId },
      {
        onSuccess: ({ id }) => {
          onAsked()
          void navigate({ to: '/proposals/$proposal', params: { proposal: id } })
        },
      },
    )
  return (
    <section className={css.part}>
      <h2>{words.ask}</h2>
      <p className={css.quiet}>{words.askText}</p>
      <Form
        fields={['note']}
        check={() => (note.trim() === '' ? [{ field: 'note', text: words.whyMissing }] : [])}
        error={propose.error}
        onSubmit={ask}
        buttons={
          <Button type="submit" size="lg" loading={propose.isPending}>
            {words.ask}
          </Button>
        }
      >
        {about => (
          <Textarea
            id="note"
            label={words.why}
            description={words.whyHelp}
            rows={3}
            value={note}
            onChange={event => onNote(event.currentTarget.value)}
            error={about('note')}
          />
        )}
      </Form>
    </section>
  )
}
