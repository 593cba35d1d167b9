import { Button, Textarea } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ShowRecertificationOutput, Solution } from '../../client.generated.ts'
import { useCharter, useDecision } from '../../data/charter.ts'
import { useConfirm, useRecertification } from '../../data/stewardship.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { Facts } from './facts.tsx'
import parts from './parts.module.css'
import { sayBlockers } from './say-blocker.ts'
import { WithSolution } from './with-solution.tsx'

/** What was said last time, for whoever answers for it: nothing changed, or something did. */
export const ConfirmPage = () => {
  const { key } = useParams({ from: '/solutions/$key/confirmation' })
  return <WithSolution solutionKey={key}>{solution => <Confirm solution={solution} />}</WithSolution>
}

const Confirm = ({ solution }: { solution: Solution }) => {
  const { t } = useTexts()
  const { confirm: words } = useSolutionTexts()
  const { key, name } = solution
  const last = useRecertification(key)
  return (
    <Page title={words.title(name)} crumbs={[{ label: t.shell.registry }, { label: t.solutions.name, to: '/solutions' }, { label: key }]}>
      <Sheet width="reading">
        <h1 tabIndex={-1}>{words.title(name)}</h1>
        {last.data ? (
          <Last solution={solution} last={last.data} />
        ) : last.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} />
        ) : (
          <Trouble title={t.trouble.pageTitle} error={last.error} retry={() => void last.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Last = ({ solution, last }: { solution: Solution; last: ShowRecertificationOutput }) => {
  const { language } = useTexts()
  const words = useSolutionTexts()
  const { data: charter } = useCharter()
  const { facts, approvedAt, confirmedAt, wouldHoldUntil, standsInTheWay } = last
  const { data: decision } = useDecision(facts)
  return (
    <>
      <p className={parts.quiet}>{words.confirm.lead}</p>
      <p className={parts.who}>
        {approvedAt !== null && words.confirm.approved(day(approvedAt, language))}
        {confirmedAt !== null && `, ${words.confirm.last(day(confirmedAt, language))}`}
      </p>
      <div className={parts.part}>{charter && <Facts charter={charter} facts={facts} />}</div>
      <div className={parts.part}>
        {standsInTheWay.length > 0 ? (
          <Note tone="due" title={words.confirm.cannot}>
            <ul className={parts.bullets}>
              {sayBlockers(standsInTheWay, { words, language, charter, decision }).map(({ id, title, note, lang }) => (
                <li key={id} lang={lang}>
                  {title} {note}
                </li>
              ))}
            </ul>
            <ButtonLink to="/solutions/$key/edit" params={{ key: solution.key }} variant="default">
              {words.confirm.changed}
            </ButtonLink>
          </Note>
        ) : (
          <Unchanged solution={solution} until={day(wouldHoldUntil, language)} />
        )}
      </div>
    </>
  )
}

const Unchanged = ({ solution: { key, version }, until }: { solution: Solution; until: string }) => {
  const { confirm: words } = useSolutionTexts()
  const navigate = useNavigate()
  const confirm = useConfirm()
  const [note, setNote] = useState('')
  return (
    <Form
      fields={['note']}
      error={confirm.error}
      onSubmit={() =>
        confirm.mutate(
          { key, version, unchanged: true, note: note.trim() === '' ? null : note },
          { onSuccess: () => void navigate({ to: '/solutions/$key', params: { key }, search: { done: 'confirmed' } }) },
        )
      }
      buttons={
        <>
          <Button type="submit" size="lg" loading={confirm.isPending}>
            {words.unchanged}
          </Button>
          <ButtonLink to="/solutions/$key/edit" params={{ key }} variant="default" size="lg">
            {words.changed}
          </ButtonLink>
        </>
      }
    >
      {about => (
        <>
          <p>{words.would(until)}</p>
          <Textarea
            id="note"
            label={words.note}
            description={words.noteHelp}
            rows={2}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
            error={about('note')}
          />
        </>
      )}
    </Form>
  )
}
