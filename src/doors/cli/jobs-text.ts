import type { z } from 'zod'
import type { JobListing } from '#src/capabilities/jobs/index.ts'

/** What is known of the jobs. */
export type JobsShown = z.output<JobListing['output']>

const givenUp = ({ kinds }: JobsShown) => kinds.flatMap(({ last }) => (last?.state === 'failed' ? [last] : []))

/** The jobs as the doctor's lines: what is at work, how the sweeps ended, what comes next, and what needs attention. */
export const jobsText = (shown: JobsShown): [string, string][] => {
  const { jobs, kinds } = shown
  const running = jobs.filter(({ state }) => state === 'running')
  const waiting = jobs.filter(({ state }) => state === 'waiting')
  const troubled = waiting.filter(({ tries }) => tries > 0)
  const swept = kinds.filter(({ name }) => name.startsWith('sweep-'))
  const next = kinds
    .flatMap(kind => (kind.next === null ? [] : [{ ...kind, next: kind.next }]))
    .toSorted((a, b) => (a.next < b.next ? -1 : 1))
  return [
    ['Jobs', `${running.length === 0 ? 'none' : running.map(({ called }) => called).join(', ')} at work, ${waiting.length} waiting`],
    ...swept.map(({ called, last }): [string, string] => [
      '',
      `${called}: ${last ? `${last.state} ${moment(last.endedAt)}` : 'never yet'}`,
    ]),
    ...next.map(({ called, next }): [string, string] => ['', `next: ${called}, ${moment(next)}`]),
    ...troubled.map(({ called, tries, trouble, dueAt }): [string, string] => [
      '',
      `failed ${tries === 1 ? 'once' : `${tries} times`}: ${called} (${trouble ?? ''}); tried again ${moment(dueAt)}`,
    ]),
    ...givenUp(shown).map(({ called, trouble, endedAt }): [string, string] => [
      'Attention',
      `given up ${moment(endedAt)}: ${called} (${trouble ?? ''}). See the log; its next round begins anew.`,
    ]),
  ]
}

/** To the minute, in UTC as everywhere at the terminal. */
const moment = (at: string | null): string => (at === null ? '' : `${at.slice(0, 16).replace('T', ' ')} UTC`)
