import { isIPv6 } from 'node:net'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '#src/store/index.ts'
import type { Limit } from './throttle.ts'
import { afterFailure, isClosed } from './throttle.ts'
import { forgetTally, holdTallies, isKept, keepTally, keepUntil, talliesNow, tallyKey } from './throttle-store.ts'

/** Something that failures are counted for. */
export interface Counted {
  key: Buffer
  limit: Limit
}

const minutes = (count: number): Temporal.Duration => Temporal.Duration.from({ minutes: count })
const seconds = (count: number): Temporal.Duration => Temporal.Duration.from({ seconds: count })

/** One account from one place: five mistakes, then 30 s, 1 min, 2 min … 15 min. */
const accountFromSource: Limit = { free: 5, firstWait: seconds(30), longestWait: minutes(15), forgetsOneEach: minutes(30) }
/** One place, whatever it tries: a whole company may sit behind one address, so it mistypes more and is forgiven faster. */
const source: Limit = { free: 60, firstWait: seconds(30), longestWait: minutes(15), forgetsOneEach: minutes(1) }
/** One account from everywhere: short waits, or a crowd of strangers could keep its owner out. */
const account: Limit = { free: 60, firstWait: seconds(5), longestWait: minutes(2), forgetsOneEach: minutes(5) }
/** Somebody who has signed in and must show a password or a code once more. */
const owner: Limit = { free: 5, firstWait: seconds(30), longestWait: minutes(15), forgetsOneEach: minutes(30) }

/** For how long a place from which somebody signed in is theirs. */
const placeLasts = Temporal.Duration.from({ hours: 30 * 24 })

/**
 * What signing in counts; the first of it is forgotten when it succeeds. From a place where the account's owner signed
 * in before, only mistakes made there about that account count: so no crowd of strangers, and no neighbour who guesses
 * at others, keeps an owner out (the thought is OWASP's, Blocking Brute Force Attacks: device cookies).
 */
export const signInCounts = async (
  db: Db,
  email: string,
  address: string,
  now: Temporal.Instant,
): Promise<readonly [Counted, ...Counted[]]> => {
  const name = email.toLowerCase()
  const place = placeOf(address)
  const here = { key: tallyKey('account and source', name, place), limit: accountFromSource }
  if (await isKept(db, ownPlace(email, address), now)) return [here]
  return [here, { key: tallyKey('source', place), limit: source }, { key: tallyKey('account', name), limit: account }]
}

/** Makes a place the owner's, once they signed in there. */
export const rememberPlace = (db: Db, email: string, address: string, now: Temporal.Instant): Promise<void> =>
  keepUntil(db, ownPlace(email, address), now, now.add(placeLasts))

const ownPlace = (email: string, address: string): Buffer => tallyKey('own place', email.toLowerCase(), placeOf(address))

/** What opening links of letters counts: guesses come from a place, and are about nobody. */
export const answerLinkCounts = (address: string): readonly [Counted] => [{ key: tallyKey('answer link', placeOf(address)), limit: source }]

/** What a check of somebody who has signed in counts. */
export const ownCounts = (person: string): readonly [Counted] => [{ key: tallyKey('owner', person), limit: owner }]

/** An address as one place: whoever has an IPv6 address usually has the 2⁶⁴ beside it as well. */
export const placeOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** @throws Refusal `too-many-attempts` where one of them is closed. Waits for nobody and changes nothing. */
export const expectOpen = async (db: Db, counts: readonly Counted[], now: Temporal.Instant): Promise<void> => {
  const closed = (
    await talliesNow(
      db,
      counts.map(({ key }) => key),
    )
  ).filter(tally => isClosed(tally, now))
  if (closed.length > 0)
    throw tooMany(
      closed.map(({ until }) => until),
      now,
    )
}

/**
 * Holds the tallies, so that attempts at the same moment come one after the other.
 * @throws Refusal `too-many-attempts`
 * @returns what to call once it is known how the attempt went.
 */
export const openAttempt = async (db: Db, counts: readonly [Counted, ...Counted[]], now: Temporal.Instant) => {
  const tallies = await holdTallies(
    db,
    counts.map(({ key }) => key),
    now,
  )
  const closed = [...tallies.values()].filter(tally => isClosed(tally, now))
  if (closed.length > 0)
    throw tooMany(
      closed.map(({ until }) => until),
      now,
    )
  return {
    async failed(): Promise<void> {
      for (const { key, limit } of counts) await keepTally(db, key, afterFailure(tallies.get(key.toString('hex')), limit, now))
    },
    succeeded: (): Promise<void> => forgetTally(db, counts[0].key),
  }
}

const tooMany = (until: readonly Temporal.Instant[], now: Temporal.Instant): Refusal => {
  const wait = Math.max(...until.map(moment => moment.epochMilliseconds)) - now.epochMilliseconds
  const inMinutes = Math.ceil(wait / 60_000)
  return refuse(
    'too-many',
    'too-many-attempts',
    'There were too many failed attempts.',
    `Wait ${inMinutes <= 1 ? 'a minute' : `${inMinutes} minutes`} and try again. Nothing is locked for good.`,
  )
}
