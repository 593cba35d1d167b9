import { lazy } from 'react'
import type { Solution } from '../../client.generated.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { LazyFold } from '../../parts/lazy-fold.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import parts from './parts.module.css'

const BenefitForm = lazy(async () => ({ default: (await import('./benefit-form.tsx')).BenefitForm }))

/** What it should bring, and how it was before: claimed, never shown as measured. */
export const Value = ({ solution }: { solution: Solution }) => {
  const { language } = useTexts()
  const { value: words } = useSolutionTexts()
  const { benefit, you } = solution
  const number = (n: number) => n.toLocaleString(language)
  return (
    <section className={parts.part}>
      <h2 tabIndex={-1}>{words.title}</h2>
      {benefit === null ? (
        <p className={parts.quiet}>{words.none}</p>
      ) : (
        <>
          <FactList>
            <FactRow label={words.promised} note={words.kinds[benefit.kind]}>
              {words.perMonth(number(benefit.perMonth), benefit.unit)}
            </FactRow>
            <FactRow label={words.before}>
              {benefit.baseline === null ? words.notMeasured : words.perMonth(number(benefit.baseline), benefit.unit)}
            </FactRow>
            <FactRow label={words.how}>{benefit.how}</FactRow>
          </FactList>
          <p className={parts.who}>{words.estimate}</p>
        </>
      )}
      {you.may.includes('edit') && (
        <div className={parts.screen}>
          <LazyFold id="benefit" title={benefit === null ? words.start : words.change}>
            <BenefitForm key={solution.version} solution={solution} />
          </LazyFold>
        </div>
      )}
    </section>
  )
}
