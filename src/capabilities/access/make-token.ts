import { z } from 'zod'
import { newId, newSecret } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { text } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { tokenMade } from './entries.ts'
import { accesses } from './governed.ts'
import { accessById, hashSecret, insertAccess, openAccessesOf } from './store.ts'

/** More than anybody keeps an eye on. */
const most = 20

/** What a token may do is never more than its owner may, and less where they say so; see `withinToken`. */
export const makeToken = operation({
  name: 'make-token',
  summary: 'Make a token with which a program asks in one’s name; its secret is shown once.',
  effect: 'write',
  attended: true,
  http: { method: 'POST', path: '/tokens' },
  input: z.strictObject({
    name: text(80).describe('What it is for.'),
    effects: z
      .array(z.enum(['read', 'write']))
      .min(1, 'Say what it is for: reading, or reading and changing.')
      .max(2)
      .refine(effects => effects.includes('read') && new Set(effects).size === effects.length, 'Name read, or read and write.'),
    operations: z
      .array(z.string().regex(/^[a-z][a-z-]{1,60}$/, 'Name operations as the API document does.'))
      .min(1)
      .max(50)
      .nullable()
      .default(null)
      .describe('The only operations that it is good for; left out, all of those effects.'),
    days: z
      .int('Write a whole number of days.')
      .min(1, 'At least one day.')
      .max(365, 'At most 365 days; a program can get a new one in time.'),
  }),
  output: z.object({ id: z.string(), secret: z.string().describe('Shown this once.'), expiresAt: z.string() }),
  allows: personsOnly,
  async run({ name, effects, operations, days }, { actor, db, now, record }) {
    const { id: person, access: through } = asPerson(actor)
    const open = (await openAccessesOf(db, person, now)).filter(({ method }) => method === 'token')
    if (open.length >= most)
      throw refuse('conflict', 'too-many-tokens', `You have ${most} tokens already.`, 'End those that no program uses any more.')
    const secret = newSecret()
    const may = { effects, operations }
    const expiresAt = now.add({ hours: days * 24 })
    const row = await insertAccess(db, {
      id: newId(),
      kind: 'token',
      personId: person,
      secretHash: hashSecret(secret),
      method: 'token',
      name,
      may,
      // A token is as strong as the sign-in that made it.
      secondFactor: (await accessById(db, through))?.secondFactor ?? false,
      startedAt: now,
      expiresAt,
    })
    record(
      tokenMade({
        subject: accesses.subject(row),
        data: { person, effects, operations, expiresAt: expiresAt.toString() },
        personal: { name },
      }),
    )
    return { id: row.id, secret, expiresAt: expiresAt.toString() }
  },
})
