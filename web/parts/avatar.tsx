import css from './avatar.module.css'

/** Initials in a circle, always beside the name. `own` marks what falls to the reader. */
export const Avatar = ({ name, own = false }: { name: string; own?: boolean }) => (
  <span className={css.avatar} data-own={own || undefined} aria-hidden="true">
    {initials(name)}
  </span>
)

const initials = (name: string): string => {
  const words = name.split(/\s+/u).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map(word => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
