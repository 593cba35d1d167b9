import { Button } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem, type Solution } from '../../client.generated.ts'
import { useEdit, useSolution } from '../../data/solutions.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useTexts } from '../../texts/language.tsx'
import { Conflict } from './conflict.tsx'
import { merge } from './merge.ts'
import { SolutionForm, type Words } from './solution-form.tsx'
import { WithSolution } from './with-solution.tsx'

/** Name and purpose of a solution. The version that was read goes along, so that nobody's change is lost unseen. */
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
  const stale = edit.error instanceof ApiProblem && edit.error.status === 412
  const theirs = latest.data
  const merged = merge(words, read, theirs ?? read)

  const save = (words: Words, version: number): void =>
    edit.mutate(
      { ...words, facts: theirs?.facts ?? read.facts, version },
      {
        onSuccess: () => void navigate({ to: '/solutions/$key', params: { key }, search: { done: 'saved' } }),
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
        <SolutionForm words={words} onChange={setWords} onSubmit={() => save(words, read.version)} error={stale ? null : edit.error}>
          <Button type="submit" size="lg" loading={edit.isPending} variant={stale ? 'default' : 'filled'}>
            {t.edit.save}
          </Button>
          <ButtonLink to="/solutions/$key" params={{ key }} variant="default" size="lg">
            {t.edit.cancel}
          </ButtonLink>
        </SolutionForm>
      </Sheet>
    </Page>
  )
}
