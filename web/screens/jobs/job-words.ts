import type { Job, ListJobsOutput } from '../../client.generated.ts'
import type { JobsTexts } from '../../texts/jobs/en.ts'

export const calledIn = (words: JobsTexts, { name, called }: { name: string; called: string }): string => words.called[name] ?? called

/** The server says a schedule in English; its two forms have words of their own here. */
export const whenIn = (words: JobsTexts, schedule: ListJobsOutput['kinds'][number]['schedule']): string => {
  if (schedule === null) return words.onDemand
  const minutes = /^every (\d+) minutes$/.exec(schedule)?.[1]
  if (minutes !== undefined) return words.minutes(Number(minutes))
  const time = /^every day at (\d\d:\d\d)$/.exec(schedule)?.[1]
  return time === undefined ? schedule : words.daily(time)
}

export const secondsOf = ({ startedAt, endedAt }: Job): number | null =>
  startedAt === null || endedAt === null ? null : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000
