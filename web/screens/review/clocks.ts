import type { ReviewSummary } from '../../client.generated.ts'
import type { ReviewTexts } from '../../texts/review/en.ts'

type Clock = ReviewSummary['clock']

/** Working time as people say it: the two largest parts, counted in the working days of the calendar. */
export const workingTime = ({ time }: Pick<ReviewTexts, 'time'>, minutes: number, dayMinutes: number): string => {
  const whole = Math.abs(Math.round(minutes))
  const days = Math.floor(whole / dayMinutes)
  const hours = Math.floor((whole - days * dayMinutes) / 60)
  const rest = whole - days * dayMinutes - hours * 60
  if (days > 0) return hours === 0 ? time.days(days) : `${time.days(days)} ${time.hours(hours)}`
  if (hours > 0) return rest === 0 ? time.hours(hours) : `${time.hours(hours)} ${time.minutes(rest)}`
  return time.minutes(rest)
}

/** How a clock stands, in words that need no colour. */
export const clockInWords = (words: Pick<ReviewTexts, 'time'>, { standing, left, dayMinutes }: Clock): string => {
  const time = workingTime(words, left, dayMinutes)
  const said: Record<Clock['standing'], string> = {
    going: words.time.left(time),
    'due-today': words.time.today(time),
    late: words.time.late(time),
    paused: words.time.paused(time),
    ended: left < 0 ? words.time.tooLate(time) : words.time.inTime,
  }
  return said[standing]
}

/** What is left of the promised time, 0 to 1; a broken promise counts as whole. */
export const shareLeft = ({ standing, left, promised }: Clock): number =>
  standing === 'late' ? 1 : promised === 0 ? 0 : Math.min(1, Math.max(0, left / promised))
