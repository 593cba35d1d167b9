import css from './symbol.module.css'

/** An arch over a threshold, drawn as a G; the open side is the door. At least 16 px. */
export const Symbol = ({ size = 22 }: { size?: number }) => (
  <svg className={css.symbol} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
    <path d="M19.25 8.62A8 8 0 0 0 4 12V20.5H20V13.6H12.6" fill="none" stroke="currentColor" strokeWidth="3" />
  </svg>
)

export const Wordmark = () => (
  <span className={css.wordmark}>
    <Symbol />
    <span>Guildhall</span>
  </span>
)
