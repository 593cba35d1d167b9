import type { GuideTier } from '../../data/charter-guide.ts'
import { TierMark } from '../../parts/tier-mark.tsx'
import { useTexts } from '../../texts/language.tsx'
import { asTier } from '../check/sentences.ts'
import { RuleLine } from './rule-line.tsx'
import { Section } from './section.tsx'
import css from './tier-rules.module.css'

/** What leads to which tier: every rule, under the question that a maker is asked about it. */
export const TierRules = ({ tiers }: { tiers: readonly GuideTier[] }) => {
  const { t } = useTexts()
  return (
    <Section title={t.charter.leads} lead={t.charter.leadsLead}>
      <div className={css.tiers}>
        {tiers.map(({ tier, name, raisedBy }) => (
          <div key={tier} className={css.tier}>
            <h3>
              <TierMark tier={asTier(tier)} />
              {name}
            </h3>
            <div className={css.groups}>
              {raisedBy.map(({ title, rules }) => (
                <div key={title} className={css.group}>
                  <h4>{title === '' ? t.charter.otherwise : title}</h4>
                  <ul>
                    {rules.map(rule => (
                      <RuleLine key={rule.id} rule={rule}>
                        {rule.because !== null && <p>{rule.because}</p>}
                      </RuleLine>
                    ))}
                  </ul>
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
    </Section>
  )
}
