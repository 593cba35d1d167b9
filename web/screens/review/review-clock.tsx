import type { ReviewSummary } from '../../client.generated.ts'
import { TimeLeft } from '../../parts/time-left.tsx'
import { useTexts } from '../../texts/language.tsx'
import { exactly } from '../../texts/moments.ts'
import { useReviewTexts } from '../../texts/review/use.ts'
import { clockInWords, shareLeft } from './clocks.ts'

/** A review's own clock; without its bar once there is an answer. */
export const ReviewClock = ({ review: { clock, dueAt }, listed = false }: { review: ReviewSummary; listed?: boolean }) => {
  const { language } = useTexts()
  const words = useReviewTexts()
  return (
    <TimeLeft
      standing={clock.standing}
      words={clockInWords(words, clock)}
      title={`${words.time.due(exactly(dueAt, language))}. ${words.time.calendar(clock.calendar)}`}
      listed={listed}
      {...(clock.standing !== 'ended' && { share: shareLeft(clock) })}
    />
  )
}
