import type { Review } from '../../client.generated.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Fold } from '../../parts/fold.tsx'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { useReviewTexts } from '../../texts/review/use.ts'
import { ChangeForm } from './change-form.tsx'
import css from './talk.module.css'

/** When and how it is brought in, where change management has a say; written by those who bring it in. */
export const ChangeRecord = ({ review }: { review: Review }) => {
  const { language } = useTexts()
  const words = useReviewTexts()
  const { change, signOffs, you } = review
  if (change === null && !signOffs.some(({ role, state }) => role === 'change-management' && state !== 'fallen')) return null
  return (
    <section>
      <h2 id="decide-change" tabIndex={-1}>
        {words.change.title}
      </h2>
      {change === null ? (
        <p className={css.quiet}>
          {words.change.none} {words.change.lead}
        </p>
      ) : (
        <FactList>
          <FactRow label={words.change.window} note={words.change.zone(zone())}>
            {words.change.windowFrom(moment(change.from, language), moment(change.to, language))}
          </FactRow>
          <FactRow label={words.change.back}>{change.back}</FactRow>
          <FactRow label={words.change.affected}>{change.affected}</FactRow>
          {change.link !== null && (
            <FactRow label={words.change.link}>
              <a href={change.link} rel="noreferrer">
                {change.link}
              </a>
            </FactRow>
          )}
        </FactList>
      )}
      {you.mayPlanChange && (
        <Fold title={change === null ? words.change.record : words.change.change}>
          <ChangeForm key={change?.from ?? 'none'} review={review} zone={zone()} />
        </Fold>
      )}
    </section>
  )
}

const zone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
