import css from './blockers.module.css'

/** What the server says stands in the way, each with the way out. The server says it in English, whatever the page speaks. */
export const Blockers = ({ blockers }: { blockers: readonly { reason: string; remedy: string }[] }) => (
  <ul className={css.list} lang="en">
    {blockers.map(({ reason, remedy }) => (
      <li key={reason}>
        {reason} {remedy}
      </li>
    ))}
  </ul>
)
