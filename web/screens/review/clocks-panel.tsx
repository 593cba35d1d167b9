import type { Review } from '../../client.generated.ts'
import { CalendarLink } from '../../parts/calendar-link.tsx'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { ReasonLine } from '../../parts/reason-line.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day, exactly, moment } from '../../texts/moments.ts'
import { useReviewTexts } from '../../texts/review/use.ts'
import { clockInWords, workingTime } from './clocks.ts'
import css from './clocks-panel.module.css'

/** By when an answer was promised and why then; how long it has been whose turn. */
export const Clocks = ({ review }: { review: Review }) => {
  const { language } = useTexts()
  const words = useReviewTexts()
  const { clock, promise, submittedAt, dueAt } = review
  const { dayMinutes, pausedFor, pausedSince } = clock
  // A clock that stands still moves the day with it; until it goes on there is none to name.
  const ahead = clock.standing === 'going' || clock.standing === 'due-today'
  const time = (minutes: number) => workingTime(words, minutes, dayMinutes)
  return (
    <section>
      <h2>{words.promise.title}</h2>
      <p className={css.by}>
        <time dateTime={promise.by} title={exactly(promise.by, language)}>
          {(ahead ? words.promise.by : words.promise.byPast)(moment(promise.by, language))}
        </time>
      </p>
      <p className={css.why}>
        {promise.because === 'queue'
          ? words.promise.queue(day(promise.usual, language), promise.ahead, promise.people)
          : words.promise[promise.because]}{' '}
        {promise.because === 'usual' && words.promise.expected(day(promise.expected, language))}
      </p>
      {ahead && (
        <p className={css.why}>
          <CalendarLink of={`/reviews/${review.key}`}>{words.promise.keep}</CalendarLink>
        </p>
      )}
      <FactList>
        <FactRow
          label={words.clocks.left}
          note={
            pausedFor !== null &&
            pausedSince !== null && (
              <>
                {words.time.waitsFor(pausedFor.name)}, {words.time.since(moment(pausedSince, language))}
              </>
            )
          }
        >
          {clockInWords(words, clock)}
        </FactRow>
        <FactRow label={words.clocks.ours} note={words.clocks.oursNote}>
          {time(clock.ours)}
        </FactRow>
        <FactRow label={words.clocks.makers} note={words.clocks.makersNote}>
          {time(clock.makers)}
        </FactRow>
        <FactRow label={words.clocks.sent}>
          <time dateTime={submittedAt} title={exactly(submittedAt, language)}>
            {moment(submittedAt, language)}
          </time>
        </FactRow>
        {(ahead || clock.standing === 'late') && (
          <FactRow label={words.clocks.due}>
            <time dateTime={dueAt} title={exactly(dueAt, language)}>
              {moment(dueAt, language)}
            </time>
          </FactRow>
        )}
      </FactList>
      <div className={css.reason}>
        <ReasonLine>{words.time.calendar(clock.calendar)}</ReasonLine>
      </div>
    </section>
  )
}
