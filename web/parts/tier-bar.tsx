import css from './tier-bar.module.css'
import { type Tier, TierMark } from './tier-mark.tsx'

export interface TierBarProps {
  /** Lowest and highest tier still possible; equal once it is settled. */
  range: readonly [Tier, Tier]
  /** The four names in order, as the charter words them. */
  names: readonly string[]
  /** A sentence that says the same as the picture. */
  label: string
  compact?: boolean
}

const tiers: readonly Tier[] = [1, 2, 3, 4]

/** Where an idea stands among the four tiers: solid up to what is certain, hatched where it could still end. */
export const TierBar = ({ range: [lowest, highest], names, label, compact = false }: TierBarProps) => (
  <div className={css.wrap} data-at={lowest} data-compact={compact || undefined} role="img" aria-label={label}>
    {tiers.map(tier => (
      <div
        key={tier}
        className={css.step}
        data-tier={tier}
        data-part={tier <= lowest ? 'reached' : tier <= highest ? 'possible' : 'beyond'}
      >
        <div className={css.bar} />
        <div className={css.name}>
          <TierMark tier={tier} size={compact ? 18 : 20} muted={tier > highest} />
          <span data-here={tier === lowest || undefined}>{names[tier - 1]}</span>
        </div>
      </div>
    ))}
  </div>
)
