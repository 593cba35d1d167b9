import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiProblem, type Solution } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useSolution } from '../../data/solutions.ts'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { SignInFirst } from '../access/sign-in-first.tsx'

/** A solution by its key, or what stands there instead: still loading, nobody signed in, no such solution, failed. */
export const WithSolution = ({ solutionKey: key, children }: { solutionKey: string; children: (solution: Solution) => ReactNode }) => {
  const { t } = useTexts()
  const { data: me } = useMe()
  const solution = useSolution(key)
  if (solution.data !== undefined && me?.person !== null) return children(solution.data)
  const status = solution.error instanceof ApiProblem ? solution.error.status : null
  return (
    <Page title={key} crumbs={[{ label: t.shell.registry }, { label: t.solutions.name, to: '/solutions' }, { label: key }]}>
      <Sheet>
        {me?.person === null || status === 401 ? (
          <SignInFirst lead={t.solutions.signInTitle} />
        ) : solution.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={key} />
        ) : status === 404 || status === 403 || status === 400 ? (
          <>
            <h1 tabIndex={-1}>{t.solution.missingTitle}</h1>
            <Note empty title={t.solution.missingText(key)} action={<Link to="/solutions">{t.solution.toList}</Link>} />
          </>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={solution.error} retry={() => void solution.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}
