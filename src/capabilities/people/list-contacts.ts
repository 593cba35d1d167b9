import { z } from 'zod'
import { roles } from '#src/kernel/actor.ts'
import { operation } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import { absencesAround } from './absence-store.ts'
import { dayOf } from './days.ts'
import { contactsFor } from './directory.ts'
import { namesOf } from './store.ts'

const asked = ['unit-lead', 'coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead', 'administrator'] as const
/** More of one role than a page should name; the list of people has them all. */
const most = 20

export const listContacts = operation({
  name: 'list-contacts',
  summary: 'Whom a maker turns to: by role, how they are reached, and who stands in while they are away.',
  effect: 'read',
  http: { method: 'GET', path: '/contacts' },
  input: z.strictObject({}),
  output: z.object({
    contacts: z.array(
      z.object({
        role: z.enum(roles),
        people: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            jobTitle: z.string(),
            contact: z.string().nullable(),
            away: z.object({ lastDay: z.string(), deputy: z.object({ id: z.string(), name: z.string() }).nullable() }).nullable(),
          }),
        ),
      }),
    ),
  }),
  allows: signedIn,
  async run(_, { actor, db, now }) {
    const unit = actor.kind === 'person' ? actor.unit : null
    const rows = await contactsFor(db, unit)
    const today = dayOf(now)
    const away = (
      await absencesAround(
        db,
        rows.map(({ id }) => id),
        today,
      )
    ).filter(({ firstDay }) => firstDay <= today)
    const names = await namesOf(
      db,
      away.flatMap(({ deputyId }) => deputyId ?? []),
    )
    const awayOf = (person: string) => {
      const absence = away.find(({ personId }) => personId === person)
      if (!absence) return null
      const { lastDay, deputyId } = absence
      return { lastDay, deputy: deputyId === null ? null : { id: deputyId, name: names.get(deputyId) ?? '' } }
    }
    return {
      contacts: asked.map(role => ({
        role,
        people: rows
          .filter(row => (role === 'unit-lead' ? row.leadsYou : row.roles.includes(role)))
          .slice(0, most)
          .map(({ id, name, jobTitle, contact }) => ({ id, name, jobTitle, contact, away: awayOf(id) })),
      })),
    }
  },
})
