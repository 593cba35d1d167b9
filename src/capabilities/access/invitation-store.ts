import { at } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'
import { invited } from './messages.ts'

/** An invitation that may still be used, with its message and the letter that this went into. */
export const openInvitation = (db: Db, person: string, now: Temporal.Instant) =>
  db
    .selectFrom('link')
    .leftJoin('message', join =>
      join.onRef('message.toId', '=', 'link.personId').onRef('message.ofId', '=', 'link.id').on('message.kind', '=', invited.kind),
    )
    .leftJoin('delivery', 'delivery.id', 'message.deliveryId')
    .select([
      'link.madeAt',
      'link.expiresAt',
      'message.state as message',
      'delivery.state as delivery',
      'delivery.sentAt',
      'delivery.madeAt as writtenAt',
    ])
    .where('link.personId', '=', person)
    .where('link.kind', '=', 'invitation')
    .where('link.endedAt', 'is', null)
    .where('link.expiresAt', '>', at(now))
    .executeTakeFirst()

export type Invitation = NonNullable<Awaited<ReturnType<typeof openInvitation>>>
