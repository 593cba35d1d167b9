import { lazy, Suspense } from 'react'
import type { Charter, Solution } from '../../client.generated.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { answerInWords } from '../check/answers.ts'
import { Facts } from './facts.tsx'
import parts from './parts.module.css'
import css from './declared.module.css'

/** Most solutions have neither a newer version nor a file. */
const Changes = lazy(async () => ({ default: (await import('../review/changes.tsx')).Changes }))
const Inspected = lazy(async () => ({ default: (await import('./inspected.tsx')).Inspected }))

/** What it does and touches: as it runs, what a newer version says otherwise, and what reviewers settled. */
export const Declared = ({ charter, solution }: { charter: Charter; solution: Solution }) => {
  const { t } = useTexts()
  const words = useSolutionTexts()
  const { facts, approved, draft, rulings, platform, answers } = solution
  const kind = charter.kinds.find(({ id }) => id === facts['kind'])
  const asks = kind?.asks ?? []
  const newest = draft ?? approved
  return (
    <section className={parts.part}>
      <h2>{t.solution.facts}</h2>
      {approved && draft && (
        <Suspense>
          <Changes charter={charter} before={approved.facts} after={draft.facts} />
        </Suspense>
      )}
      <Facts charter={charter} facts={facts} notes={Object.fromEntries(rulings.map(({ fact }) => [fact, words.overview.settled]))} />
      {(asks.length > 0 || platform !== null) && (
        <FactList>
          {platform !== null && <FactRow label={words.platform}>{platform}</FactRow>}
          {asks.map(({ id, text }) => (
            <FactRow key={id} label={text}>
              {answers[id] ?? words.unanswered}
            </FactRow>
          ))}
        </FactList>
      )}
      <Rulings charter={charter} solution={solution} />
      {newest?.inspection && (
        <Suspense>
          <Inspected charter={charter} declaration={{ facts: newest.facts, inspection: newest.inspection }} />
        </Suspense>
      )}
    </section>
  )
}

/** Where a reviewer settled something, beside what was declared. */
const Rulings = ({ charter, solution: { rulings, draft, approved, facts } }: { charter: Charter; solution: Solution }) => {
  const { t, language } = useTexts()
  const words = useSolutionTexts()
  if (rulings.length === 0) return null
  const declared = (draft ?? approved)?.facts ?? facts
  return (
    <>
      <h3>{words.rulings.title}</h3>
      <p className={parts.quiet}>{words.rulings.lead}</p>
      <ul className={parts.list}>
        {rulings.map(({ fact, value, reason, by, at }) => {
          const said = answerInWords(charter, fact, declared[fact], t) ?? words.rulings.nothing
          const settled = answerInWords(charter, fact, value, t) ?? words.rulings.nothing
          return (
            <li key={fact}>
              <p className={css.fact}>{charter.questions.find(({ id }) => id === fact)?.title ?? fact}</p>
              <dl className={css.pair}>
                <div>
                  <dt>{words.rulings.declared}</dt>
                  <dd>{said}</dd>
                </div>
                <div>
                  <dt>
                    {words.rulings.settled}
                    {said !== settled && (
                      <span className={css.differs}>
                        <span aria-hidden="true">≠ </span>
                        {words.rulings.differs}
                      </span>
                    )}
                  </dt>
                  <dd>{settled}</dd>
                </div>
              </dl>
              <p className={parts.quiet}>{reason}</p>
              <p className={parts.who}>{words.rulings.who(by.name, day(at, language))}</p>
            </li>
          )
        })}
      </ul>
    </>
  )
}
