import { useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Solution } from '../../client.generated.ts'
import type { AskedAct } from '../../data/acts.ts'
import { useCharter } from '../../data/charter.ts'
import { useMe } from '../../data/me.ts'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { useActCommands } from './act-button.tsx'
import { Answer } from './answer.tsx'
import { Declared } from './declared.tsx'
import { History } from './history.tsx'
import { MoreSteps } from './more-steps.tsx'
import { People } from './people.tsx'
import { SolutionConditions } from './solution-conditions.tsx'
import { SolutionHead } from './solution-head.tsx'
import css from './solution-page.module.css'
import { Stands } from './stands.tsx'
import { UnderReview } from './under-review.tsx'
import { Value } from './value.tsx'
import { WaiversOf } from './waivers-of.tsx'
import { WayAhead } from './way-ahead.tsx'
import { WithSolution } from './with-solution.tsx'

/** What most solutions have nothing of, and what is asked only of those who do something. */
const FindingsOfSolution = lazy(async () => ({ default: (await import('../findings/of-solution.tsx')).FindingsOfSolution }))
const ContentStepOf = lazy(async () => ({ default: (await import('../human-review/content-step.tsx')).ContentStepOf }))
const Referral = lazy(async () => ({ default: (await import('./referral.tsx')).Referral }))
const ActDialog = lazy(async () => ({ default: (await import('./act-dialog.tsx')).ActDialog }))

/** One solution: what it is, who answers for it, whether it may run, and what can be done with it. */
export const SolutionPage = () => {
  const { key } = useParams({ from: '/solutions/$key' })
  return <WithSolution solutionKey={key}>{solution => <Overview key={key} solution={solution} />}</WithSolution>
}

const Overview = ({ solution }: { solution: Solution }) => {
  const { t } = useTexts()
  const words = useSolutionTexts()
  const { data: me } = useMe()
  const { data: charter } = useCharter()
  const { done } = useSearch({ from: '/solutions/$key' })
  /** Null once a question is closed again; undefined until there was one. */
  const [asked, setAsked] = useState<AskedAct | null>()
  const [taken, setTaken] = useState<AskedAct | null>(null)
  const { key, name, version, maker, owner, draft, findings, history } = solution
  useActCommands(solution, setAsked)
  const mine = me?.person?.id === maker.id || me?.person?.id === owner.id
  const said: Readonly<Record<string, string>> = { ...words.done, registered: t.register.done(key), saved: t.edit.saved }
  return (
    <Page
      title={`${key} ${name}`}
      crumbs={[{ label: t.shell.registry }, { label: t.solutions.name, to: '/solutions' }, { label: key }]}
      step={taken ?? ''}
      paper={words.printed(key, version, history[0]?.entry ?? 0)}
    >
      <Sheet>
        <p role="status" className={css.done}>
          {taken ? words.asks.done[taken] : (said[done ?? ''] ?? '')}
        </p>
        <SolutionHead solution={solution} onAsk={setAsked} />
        <Stands solution={solution} />
        <div className={css.columns}>
          <div>
            <Suspense>{findings.length > 0 && <FindingsOfSolution solution={solution} />}</Suspense>
            <WayAhead solution={solution} />
            <UnderReview solution={solution} />
            <SolutionConditions solution={solution} />
            <Suspense>{draft?.state === 'referred' && <Referral solution={solution} />}</Suspense>
            {charter && <Declared charter={charter} solution={solution} />}
            {charter && <Answer charter={charter} solution={solution} mine={mine} />}
            <Value solution={solution} />
            <People solution={solution} />
            <Suspense>{writesOutwards(solution) && <ContentStepOf solution={solution} />}</Suspense>
            <WaiversOf solution={solution} />
            <MoreSteps solution={solution} onAsk={setAsked} />
          </div>
          <History solution={solution} />
        </div>
        <Suspense>
          {asked !== undefined && (
            <ActDialog
              solution={solution}
              act={asked}
              onClose={() => setAsked(null)}
              onDone={act => {
                setAsked(null)
                setTaken(act)
              }}
            />
          )}
        </Suspense>
      </Sheet>
    </Page>
  )
}

/** Whether what it writes leaves the company, or somebody is named who looks at it. */
const writesOutwards = ({ reviewsContent, facts }: Solution): boolean =>
  reviewsContent || facts['externalContent'] === true || facts['humanReview'] !== undefined
