import type { ContentLine } from '../../client.generated.ts'
import { TimeLeft } from '../../parts/time-left.tsx'
import type { ContentTexts } from '../../texts/human-review/en.ts'
import { useContentTexts } from '../../texts/human-review/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { exactly } from '../../texts/moments.ts'

export const workingTime = ({ time }: Pick<ContentTexts, 'time'>, minutes: number): string =>
  minutes >= 60 ? time.hours(Math.floor(minutes / 60), minutes % 60) : time.minutes(minutes)

/** From this share of its time on it is the one to take next. */
const LITTLE = 0.25

/** What is left of the working time in which somebody has to decide. */
export const ContentClock = ({ content, listed = false }: { content: ContentLine; listed?: boolean }) => {
  const { language } = useTexts()
  const words = useContentTexts()
  const { minutesLeft, minutesGiven, dueAt } = content
  const title = words.time.exact(exactly(dueAt, language))
  if (minutesLeft === null) return <TimeLeft standing="ended" words={words.time.over} title={title} listed={listed} />
  const share = minutesGiven === 0 ? 0 : minutesLeft / minutesGiven
  return (
    <TimeLeft
      standing={share < LITTLE ? 'due-today' : 'going'}
      words={words.time.left(workingTime(words, minutesLeft))}
      title={title}
      share={share}
      listed={listed}
    />
  )
}
