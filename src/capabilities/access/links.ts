import { newId, newSecret } from '#src/kernel/ids.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { linkEnded, linkMade } from './entries.ts'
import { links } from './governed.ts'
import type { LinkRow } from './link-store.ts'
import { endOpenLinks, insertLink } from './link-store.ts'
import { hashSecret } from './store.ts'
import type { Writing } from './writing.ts'

/** How long a link is good for. A recovery link opens an account that exists, so it must be used at once. */
const lasting: Record<LinkRow['kind'], Temporal.Duration> = {
  'set-up': Temporal.Duration.from({ hours: 24 }),
  invitation: Temporal.Duration.from({ hours: 72 }),
  recovery: Temporal.Duration.from({ hours: 1 }),
}

export interface MadeLink {
  row: LinkRow
  /** With the secret in its fragment, which browsers never send and servers never log. */
  path: string
  expiresAt: string
}

/** Makes a link and ends the one before it, if that was still open. */
export const makeLink = async (
  { db, now, record }: Writing,
  { kind, person, givenBy }: { kind: LinkRow['kind']; person: string | null; givenBy: LinkRow['givenBy'] },
  secretFor: (link: string) => string | Promise<string> = newSecret,
): Promise<MadeLink> => {
  await endLinks({ db, now, record }, { person, kinds: [kind] }, 'replaced')
  const id = newId()
  const secret = await secretFor(id)
  const expiresAt = now.add(lasting[kind])
  const row = await insertLink(db, { id, kind, personId: person, secretHash: hashSecret(secret), givenBy, madeAt: now, expiresAt })
  record(linkMade({ subject: links.subject(row), data: { kind, person, givenBy, expiresAt: expiresAt.toString() }, personal: {} }))
  return { row, path: `/${kind}#${secret}`, expiresAt: expiresAt.toString() }
}

/** Ends a person's links that are still open (those for the set-up where `person` is null), and says how many they were. */
export const endLinks = async (
  { db, now, record }: Writing,
  which: { person: string | null; kinds: readonly LinkRow['kind'][] },
  because: string,
): Promise<number> => {
  const ended = await endOpenLinks(db, which, because, now)
  for (const row of ended)
    record(linkEnded({ subject: links.subject(row), data: { kind: row.kind, person: row.personId, because }, personal: {} }))
  return ended.length
}

/** Why a link opens nothing; null where it is good. */
export const whyNoGood = (link: LinkRow | undefined, now: Temporal.Instant): Refusal | null => {
  if (!link)
    return refuse(
      'not-found',
      'no-such-link',
      'This link is not one of ours, or a part of it is missing.',
      'Copy the whole link, to its last character, and open it again.',
      'secret',
    )
  const again = whoMakesAnother[link.kind]
  if (link.endedBecause === 'accepted')
    return refuse(
      'conflict',
      'link-used',
      'This link has been used; it is good only once.',
      `If it was not you who used it, tell your administrator at once. ${again}`,
      'secret',
    )
  if (link.endedAt !== null)
    return refuse(
      'conflict',
      'link-ended',
      'This link was replaced by a newer one, or taken back.',
      `Use the newest link. ${again}`,
      'secret',
    )
  if (Temporal.Instant.compare(now, link.expiresAt) >= 0)
    return refuse('conflict', 'link-expired', 'This link has expired.', again, 'secret')
  return null
}

const whoMakesAnother: Record<LinkRow['kind'], string> = {
  'set-up': 'Whoever runs the server gets a new one with `guildhall set-up-link`.',
  invitation: 'An administrator can make you a new one.',
  recovery: 'An administrator can make you a new one.',
}
