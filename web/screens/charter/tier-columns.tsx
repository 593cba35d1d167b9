import type { ReactNode } from 'react'
import type { GuideTier } from '../../data/charter-guide.ts'
import { TierMark } from '../../parts/tier-mark.tsx'
import { useTexts } from '../../texts/language.tsx'
import { list } from '../../texts/moments.ts'
import { asTier } from '../check/sentences.ts'
import css from './tier-columns.module.css'

/** The four tiers side by side, of equal weight; on a phone one below the other. */
export const TierColumns = ({ tiers }: { tiers: readonly GuideTier[] }) => (
  <ol className={css.columns}>
    {tiers.map(tier => (
      <li key={tier.tier}>
        <TierMark tier={asTier(tier.tier)} size={32} />
        <h2>{tier.name}</h2>
        <p className={css.summary}>{tier.summary}</p>
        <Facts tier={tier} />
      </li>
    ))}
  </ol>
)

const Facts = ({ tier }: { tier: GuideTier }) => {
  const { t, language } = useTexts()
  const signers = tier.signOffs.map(({ name }) => name)
  // Where nobody signs off, tier 1 needs nobody, and tier 4 belongs to those who take it over.
  const looks = signers.length > 0 ? list(signers, language) : tier.tier === 1 ? t.charter.nobody : tier.contact
  return (
    <dl className={css.facts}>
      <Fact label={t.charter.forExample}>
        <ul>
          {tier.examples.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      </Fact>
      <Fact label={t.charter.whoLooks}>
        {looks}
        {tier.coordinator !== null && <small>{t.charter.together(tier.coordinator)}</small>}
      </Fact>
      <Fact label={tier.tier === 4 ? t.charter.youHearBack : t.charter.youCanStart}>
        <b>{tier.promise}</b>
      </Fact>
      <Fact label={t.charter.comesWith}>
        {tier.comesWith.map(({ title }) => title).join(' · ')}
        {tier.mayComeWith.length > 0 && (
          <small>
            {t.charter.mayComeWith}: {tier.mayComeWith.map(({ title }) => title).join(' · ')}
          </small>
        )}
      </Fact>
    </dl>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
