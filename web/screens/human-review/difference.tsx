import { differenceOf, sizeOf } from '../../../src/engines/difference/index.ts'
import { useContentTexts } from '../../texts/human-review/use.ts'
import css from './content.module.css'

/** Two texts in one: what was taken out struck through, what was put in underlined, each said to those who listen. */
export const Difference = ({ before, after, title }: { before: string; after: string; title: string }) => {
  const words = useContentTexts()
  const parts = differenceOf(before, after)
  const { added, removed } = sizeOf(parts)
  return (
    <section className={css.part} aria-label={title}>
      <h2>{title}</h2>
      <p className={css.quiet}>{words.differenceSize(added, removed)}</p>
      <div className={css.parts}>
        {parts.map(({ kind, text }, at) => {
          if (kind === 'same') return <span key={at}>{text}</span>
          const Changed = kind === 'added' ? 'ins' : 'del'
          return (
            <Changed key={at}>
              <span className={css.heard}>{words[kind]} </span>
              {text}
            </Changed>
          )
        })}
      </div>
    </section>
  )
}
