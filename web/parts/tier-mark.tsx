import css from './tier-mark.module.css'

export type Tier = 1 | 2 | 3 | 4

/** More sides and more fill mean more care: readable without colour. Grid 24. */
const shapes: Record<Tier, React.ReactNode> = {
  1: <circle cx="12" cy="12" r="10" />,
  2: <rect x="2.5" y="2.5" width="19" height="19" rx="4.5" />,
  3: <path d="M12 1.6 21 6.8V17.2L12 22.4 3 17.2V6.8Z" />,
  4: <path d="M8 2.2H16L21.8 8V16L16 21.8H8L2.2 16V8Z" />,
}

/**
 * The mark of a tier; always beside its name, so it is hidden from screen readers. `muted` says that the tier does not
 * apply (an outline only).
 */
export const TierMark = ({ tier, size = 20, muted = false }: { tier: Tier; size?: number; muted?: boolean }) => (
  <svg
    className={css.mark}
    data-tier={tier}
    data-muted={muted || undefined}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    aria-hidden="true"
  >
    {shapes[tier]}
    <text x="12" y="12" dy="0.36em" textAnchor="middle">
      {tier}
    </text>
  </svg>
)
