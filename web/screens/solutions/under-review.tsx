import { Link } from '@tanstack/react-router'
import type { Solution } from '../../client.generated.ts'
import { useTexts } from '../../texts/language.tsx'
import { exactly, moment } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import parts from './parts.module.css'

/** The review that is open, with its promise. */
export const UnderReview = ({ solution: { review } }: { solution: Solution }) => {
  const { language } = useTexts()
  const words = useSolutionTexts()
  if (review === null) return null
  const purposes: Readonly<Record<string, string>> = words.review.purposes
  return (
    <section className={parts.part}>
      <h2>{words.review.title}</h2>
      <p className={parts.text} title={exactly(review.dueAt, language)}>
        {words.review.promised(moment(review.dueAt, language))}
      </p>
      <p className={parts.quiet}>{review.state === 'with-maker' ? words.review.withMaker : purposes[review.purpose]}</p>
      <Link to="/reviews/$review" params={{ review: review.key }}>
        {words.review.open} ({review.key})
      </Link>
    </section>
  )
}
