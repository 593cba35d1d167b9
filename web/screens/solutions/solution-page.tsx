import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Solution } from '../../client.generated.ts'
import type { AskedAct } from '../../data/acts.ts'
import { useCharter } from '../../data/charter.ts'
import { useMe } from '../../data/me.ts'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { FindingsOfSolution } from '../findings/of-solution.tsx'
import { useActCommands } from './act-button.tsx'
import { ActDialog } from './act-dialog.tsx'
import { Answer } from './answer.tsx'
import { Declared } from './declared.tsx'
import { History } from './history.tsx'
import { MoreSteps } from './more-steps.tsx'
import { People } from './people.tsx'
import { Referral } from './referral.tsx'
import { SolutionConditions } from './solution-conditions.tsx'
import { SolutionHead } from './solution-head.tsx'
import css from './solution-page.module.css'
import { Stands } from './stands.tsx'
import { UnderReview } from './under-review.tsx'
import { Value } from './value.tsx'
import { WaiversOf } from './waivers-of.tsx'
import { WayAhead } from './way-ahead.tsx'
import { WithSolution } from './with-solution.tsx'

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
  const [asked, setAsked] = useState<AskedAct | null>(null)
  const [taken, setTaken] = useState<AskedAct | null>(null)
  const { key, name, version, maker, owner, history } = solution
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
            <FindingsOfSolution solution={key} />
            <WayAhead solution={solution} />
            <UnderReview solution={solution} />
            <SolutionConditions solution={solution} />
            <Referral solution={solution} />
            {charter && <Declared charter={charter} solution={solution} />}
            {charter && <Answer charter={charter} solution={solution} mine={mine} />}
            <Value solution={solution} />
            <People solution={solution} />
            <WaiversOf solution={solution} />
            <MoreSteps solution={solution} onAsk={setAsked} />
          </div>
          <History history={history} />
        </div>
        <ActDialog
          solution={solution}
          act={asked}
          onClose={() => setAsked(null)}
          onDone={act => {
            setAsked(null)
            setTaken(act)
          }}
        />
      </Sheet>
    </Page>
  )
}
