import { Button, Textarea } from '@mantine/core'
import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem, type Solution } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import type { Facts } from '../../data/charter-guide.ts'
import { useEdit, useSolution } from '../../data/solutions.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { sendable } from '../check/answers.ts'
import { Artifact } from './artifact.tsx'
import { Conflict } from './conflict.tsx'
import { CostOf } from './cost.tsx'
import { FactFields, saySame } from './fact-fields.tsx'
import { KindFields } from './kind-fields.tsx'
import { merge } from './merge.ts'
import parts from './parts.module.css'
import { SolutionForm, type Words } from './solution-form.tsx'
import { WithSolution } from './with-solution.tsx'

/**
 * Name, purpose and answers of a solution, with what the change costs before it is saved. The version that was read goes along,
 * so that nobody's change is lost unseen.
 */
export const EditPage = () => {
  const { key } = useParams({ from: '/solutions/$key/edit' })
  return <WithSolution solutionKey={key}>{solution => <Edit solution={solution} />}</WithSolution>
}

const Edit = ({ solution }: { solution: Solution }) => {
  const { t } = useTexts()
  const { key } = solution
  const navigate = useNavigate()
  const latest = useSolution(key)
  const edit = useEdit(key)
  const [read, setRead] = useState(solution)
  const [words, setWords] = useState<Words>({ name: solution.name, purpose: solution.purpose })
  const [facts, setFacts] = useState<Facts>(() => declaredBy(solution))
  const [answers, setAnswers] = useState(solution.answers)
  const [note, setNote] = useState('')
  const { data: charter } = useCharter()
  const said = useSolutionTexts()
  const { hash } = useLocation()
  const asks = charter?.kinds.find(({ id }) => id === facts['kind'])?.asks ?? []
  const sent = sendable(facts)
  const changed = !saySame(sent, sendable(declaredBy(read)))
  const stale = edit.error instanceof ApiProblem && edit.error.status === 412
  const theirs = latest.data
  const merged = merge(words, read, theirs ?? read)

  const save = (words: Words, version: number): void =>
    edit.mutate(
      {
        ...words,
        // Answers that were left alone here follow the other change.
        facts: changed ? sent : declaredBy(theirs ?? read),
        // Answers that nobody gave are no answers.
        ...(answers !== read.answers && {
          answers: Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer.trim() !== '')),
        }),
        note: note.trim() === '' ? null : note,
        version,
      },
      {
        onSuccess: ({ cost }) =>
          void navigate({ to: '/solutions/$key', params: { key }, search: { done: cost === 'noted' ? 'saved' : 'edited' } }),
        onError: error => {
          if (error instanceof ApiProblem && error.status === 412) void latest.refetch()
        },
      },
    )
  return (
    <Page
      title={t.edit.title(read.name)}
      crumbs={[{ label: t.shell.registry }, { label: t.solutions.name, to: '/solutions' }, { label: key }]}
    >
      <Sheet width="reading">
        <h1 tabIndex={-1}>{t.edit.title(read.name)}</h1>
        {stale && theirs !== undefined && theirs.version !== read.version && (
          <Conflict
            theirs={theirs}
            mine={merged}
            onTakeTheirs={() => {
              setRead(theirs)
              setWords({ name: theirs.name, purpose: theirs.purpose })
              edit.reset()
            }}
            onKeepMine={() => {
              setRead(theirs)
              setWords(merged)
              save(merged, theirs.version)
            }}
          />
        )}
        <SolutionForm
          words={words}
          onChange={setWords}
          onSubmit={() => save(words, read.version)}
          error={stale ? null : edit.error}
          moreFields={['note', ...asks.map(({ id }) => `answers.${id}`)]}
          more={about =>
            charter && (
              <>
                <section className={parts.part}>
                  <h2>{said.fields.title}</h2>
                  <p className={parts.quiet}>{said.fields.lead}</p>
                  <FactFields
                    charter={charter}
                    facts={facts}
                    before={declaredBy(read)}
                    onChange={setFacts}
                    open={hash.startsWith('fact-') ? [hash.slice('fact-'.length)] : []}
                  />
                </section>
                <div id="asks">
                  <KindFields asks={asks} answers={answers} onChange={setAnswers} about={about} />
                </div>
                <CostOf charter={charter} solution={read} facts={sent} changed={changed} />
                {changed && (
                  <Textarea
                    id="note"
                    label={said.cost.note}
                    rows={2}
                    value={note}
                    onChange={event => setNote(event.currentTarget.value)}
                    error={about('note')}
                  />
                )}
              </>
            )
          }
        >
          <Button type="submit" size="lg" loading={edit.isPending} variant={stale ? 'default' : 'filled'}>
            {t.edit.save}
          </Button>
          <ButtonLink to="/solutions/$key" params={{ key }} variant="default" size="lg">
            {t.edit.cancel}
          </ButtonLink>
        </SolutionForm>
        {charter && (
          <Artifact
            charter={charter}
            solution={theirs ?? read}
            unsaved={changed || answers !== read.answers || words.name !== read.name || words.purpose !== read.purpose}
          />
        )}
      </Sheet>
    </Page>
  )
}

/** What its newest declaration says. */
const declaredBy = ({ draft, facts }: Solution): Facts => draft?.facts ?? facts
