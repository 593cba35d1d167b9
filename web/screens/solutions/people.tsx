import { lazy, Suspense } from 'react'
import type { Solution } from '../../client.generated.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { LazyFold } from '../../parts/lazy-fold.tsx'
import { useTexts } from '../../texts/language.tsx'
import { list } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import parts from './parts.module.css'

const OfferForm = lazy(async () => ({ default: (await import('./people-forms.tsx')).OfferForm }))
const MakersForm = lazy(async () => ({ default: (await import('./people-forms.tsx')).MakersForm }))
const Offers = lazy(async () => ({ default: (await import('./offers.tsx')).Offers }))

/** Who answers for it and who builds it; here it is offered to somebody else. */
export const People = ({ solution }: { solution: Solution }) => {
  const { language } = useTexts()
  const { people: words } = useSolutionTexts()
  const { owner, backupOwner, maker, coMakers, offers, you } = solution
  return (
    <section id="people" className={parts.part}>
      <h2 tabIndex={-1}>{words.title}</h2>
      <FactList>
        <FactRow label={words.owner}>{owner.name}</FactRow>
        <FactRow label={words.backup}>{backupOwner?.name ?? words.none}</FactRow>
        <FactRow label={words.maker}>{maker.name}</FactRow>
        <FactRow label={words.coMakers}>
          {coMakers.length === 0
            ? words.none
            : list(
                coMakers.map(({ name }) => name),
                language,
              )}
        </FactRow>
      </FactList>
      {offers.length > 0 && (
        <Suspense>
          <Offers offers={offers.map(offer => ({ ...offer, name: solution.name }))} />
        </Suspense>
      )}
      <div className={parts.screen}>
        {you.may.includes('hand-over') && (
          <LazyFold title={words.offer}>
            <OfferForm solutionKey={solution.key} />
          </LazyFold>
        )}
        {you.may.includes('change-makers') && (
          <LazyFold title={words.makers}>
            <MakersForm key={solution.version} solution={solution} />
          </LazyFold>
        )}
      </div>
    </section>
  )
}
