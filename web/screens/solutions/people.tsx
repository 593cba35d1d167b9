import type { Solution } from '../../client.generated.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Fold } from '../../parts/fold.tsx'
import { useTexts } from '../../texts/language.tsx'
import { list } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { MakersForm, OfferForm } from './people-forms.tsx'
import { Offers } from './offers.tsx'
import parts from './parts.module.css'

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
      <Offers offers={offers.map(offer => ({ ...offer, name: solution.name }))} />
      <div className={parts.screen}>
        {you.may.includes('hand-over') && (
          <Fold title={words.offer}>
            <OfferForm solutionKey={solution.key} />
          </Fold>
        )}
        {you.may.includes('change-makers') && (
          <Fold title={words.makers}>
            <MakersForm key={solution.version} solution={solution} />
          </Fold>
        )}
      </div>
    </section>
  )
}
