/** What was measured at one moment. */
export interface Measured {
  /** Entries without a place in the ledger, and since when the oldest of them waits. */
  ledger: { size: number; waiting: number; waitingSince: Temporal.Instant | null }
  jobs: {
    /** Kinds of job whose newest round was given up, in words. */
    givenUp: readonly string[]
    /** Since when the job that is due for longest has waited for somebody to begin it. */
    dueSince: Temporal.Instant | null
  }
  secrets: { keys: number; closed: number; lost: number; masterKeyTrouble: string | null }
  charterAdopted: boolean
  memory: number
  disk: number | null
}

/** What was looked at, and what came of it; the sentence and what to do about it. */
export interface Check {
  check: 'ledger' | 'jobs' | 'secrets' | 'charter' | 'disk' | 'memory'
  well: boolean
  /** Settles the sentence, for pages in other languages. */
  code: string
  values: Readonly<Record<string, number | string>>
  says: string
  remedy: string | null
}

const SECOND = 1_000
/** Entries are sealed within a second; a minute is long. */
const LATE_LEDGER = 60 * SECOND
/** Every server looks each second for what is due. */
const LATE_JOB = 10 * 60 * SECOND
const MEGABYTE = 1_000_000
const LITTLE_DISK = 1_000 * MEGABYTE
/** A server of a large company was measured at a third of it. */
const MUCH_MEMORY = 1_500 * MEGABYTE

const well = (check: Check['check'], code: string, says: string, values: Check['values'] = {}): Check => ({
  check,
  well: true,
  code,
  values,
  says,
  remedy: null,
})
const unwell = (check: Check['check'], code: string, says: string, remedy: string, values: Check['values'] = {}): Check => ({
  check,
  well: false,
  code,
  values,
  says,
  remedy,
})

/** What `guildhall doctor` and the settings page say of an installation: one sentence for each thing that was looked at. */
export const checksOf = (measured: Measured, now: Temporal.Instant): Check[] => [
  ledgerCheck(measured.ledger, now),
  jobsCheck(measured.jobs, now),
  secretsCheck(measured.secrets),
  measured.charterAdopted
    ? well('charter', 'charter-adopted', 'The charter in force was adopted by two people.')
    : {
        // Nothing is broken by it: a finding goes after it.
        ...well('charter', 'charter-not-adopted', 'The shipped charter is in force, and two people have yet to adopt one.'),
        remedy: 'Let one person propose it (guildhall propose-charter) and another adopt it.',
      },
  diskCheck(measured.disk),
  memoryCheck(measured.memory),
]

const sinceMs = (since: Temporal.Instant | null, now: Temporal.Instant): number =>
  since === null ? 0 : now.epochMilliseconds - since.epochMilliseconds

const ledgerCheck = ({ size, waiting, waitingSince }: Measured['ledger'], now: Temporal.Instant): Check =>
  sinceMs(waitingSince, now) > LATE_LEDGER
    ? unwell(
        'ledger',
        'ledger-behind',
        `${waiting} entries wait to be sealed for more than a minute.`,
        'Look at the server’s log: it says why the ledger is not signed. Nothing is lost meanwhile; do not delete anything.',
        { waiting },
      )
    : well('ledger', 'ledger-sealed', `${size.toLocaleString('en')} entries are sealed, ${waiting} wait for the next second.`, {
        size,
        waiting,
      })

const jobsCheck = ({ givenUp, dueSince }: Measured['jobs'], now: Temporal.Instant): Check => {
  const late = sinceMs(dueSince, now)
  if (givenUp.length > 0)
    return unwell(
      'jobs',
      'jobs-given-up',
      `Given up last time: ${givenUp.join(', ')}.`,
      'Read on the page of jobs what went wrong; its next round begins anew.',
      { count: givenUp.length },
    )
  const minutes = Math.floor(late / (60 * SECOND))
  return late > LATE_JOB
    ? unwell(
        'jobs',
        'jobs-idle',
        `A job has been due for ${minutes} minutes, and nobody does it.`,
        'Start the server again, and look at its log.',
        {
          minutes,
        },
      )
    : well('jobs', 'jobs-well', 'Every round ended well, and none is late.')
}

const secretsCheck = ({ keys, closed, lost, masterKeyTrouble }: Measured['secrets']): Check => {
  if (masterKeyTrouble !== null)
    return unwell(
      'secrets',
      'no-master-key',
      `The master key is not to be had: ${masterKeyTrouble}`,
      'Set it as it was set before, and start again.',
    )
  if (closed > 0 || lost > 0)
    return unwell(
      'secrets',
      'secrets-closed',
      `${closed} data keys don’t open, and ${lost} secrets have none.`,
      'Put back the master key that wrapped them: guildhall keys show says which.',
      { closed, lost },
    )
  return keys === 0
    ? well('secrets', 'no-secrets', 'No secret is stored yet, so no master key is needed.')
    : well('secrets', 'secrets-open', 'The master key opens every data key.', { keys })
}

const diskCheck = (free: number | null): Check => {
  if (free === null) return well('disk', 'disk-unknown', 'The system does not say how much room the disk has left.')
  const gigabytes = Math.floor(free / (1_000 * MEGABYTE))
  return free < LITTLE_DISK
    ? unwell(
        'disk',
        'disk-full',
        `Only ${Math.floor(free / MEGABYTE)} MB are left on the disk of the data directory.`,
        'Make room, or move the data to a larger disk, before nothing can be written any more.',
        { megabytes: Math.floor(free / MEGABYTE) },
      )
    : well('disk', 'disk-well', `${gigabytes} GB are left on the disk of the data directory.`, { gigabytes })
}

const memoryCheck = (held: number): Check => {
  const megabytes = Math.round(held / MEGABYTE)
  return held > MUCH_MEMORY
    ? unwell(
        'memory',
        'memory-much',
        `The server holds ${megabytes} MB of memory.`,
        'Start it again when few people are here, and tell us.',
        {
          megabytes,
        },
      )
    : well('memory', 'memory-well', `The server holds ${megabytes} MB of memory.`, { megabytes })
}
