import { lazy, Suspense } from 'react'
import type { Charter, Decision, Solution } from '../../client.generated.ts'
import { ReasonLine } from '../../parts/reason-line.tsx'
import { TierMark } from '../../parts/tier-mark.tsx'
import { useTexts } from '../../texts/language.tsx'
import { asTier, tierNames } from '../check/sentences.ts'
import css from './answer.module.css'

const Next = lazy(async () => ({ default: (await import('./next.tsx')).Next }))

/** What the charter says to it now: what comes next and who does it, and which rules gave it its tier. */
export const Answer = ({ charter, solution, mine }: { charter: Charter; solution: Solution; mine: boolean }) => {
  const { t } = useTexts()
  const { owner, ahead, decision } = solution
  if (decision === null) return null
  return (
    <>
      {ahead === 'submit' && (
        <Suspense>
          <Next charter={charter} decision={decision} doer={{ label: mine ? t.result.you : owner.name, person: owner.name, own: mine }} />
        </Suspense>
      )}
      <Reasons charter={charter} decision={decision} decidedUnder={solution.charter} />
    </>
  )
}

const Reasons = ({ charter, decision, decidedUnder }: { charter: Charter; decision: Decision; decidedUnder: string }) => {
  const { t } = useTexts()
  const { reasons, prohibited, openQuestions, range } = decision
  const [lowest, highest] = range
  const names = tierNames(charter)
  const said = [...prohibited.map(each => ({ ...each, tier: 4 })), ...reasons]
  return (
    <section className={css.reasons}>
      <h2>{t.solution.reasons}</h2>
      {said.length === 0 ? (
        <p>{t.solution.noReasons}</p>
      ) : (
        <ul>
          {said.map(({ rule, tier, because }) => (
            <li key={rule}>
              <TierMark tier={asTier(tier)} size={18} />
              {because}
            </li>
          ))}
        </ul>
      )}
      {lowest !== highest && (
        <>
          <p>{t.solution.openAnswers(names[highest - 1] ?? '')}</p>
          <ul className={css.open}>
            {charter.questions.flatMap(({ id, title }) => (openQuestions.includes(id) ? [<li key={id}>{title}</li>] : []))}
          </ul>
        </>
      )}
      <ReasonLine>
        {decision.charter === decidedUnder
          ? t.charterLine(decidedUnder, said.map(({ rule }) => rule).join(', '))
          : t.solution.charterMoved(decidedUnder, charter.version)}
      </ReasonLine>
    </section>
  )
}
