import { z } from 'zod'
import type { Actor } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { id, text } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { viewDeleted, viewKept } from './entries.ts'
import { filters } from './filters.ts'
import { savedViews } from './governed.ts'
import type { ViewRow } from './view-store.ts'
import { deleteView, keepView, lockView, viewsOf } from './view-store.ts'

const savedView = z.object({ id: z.string(), name: z.string(), filters: z.record(z.string(), z.unknown()) }).meta({ id: 'SavedView' })
const MOST = 50

export const listViews = operation({
  name: 'list-views',
  summary: 'One’s own saved views of the registry.',
  effect: 'read',
  http: { method: 'GET', path: '/me/views' },
  input: z.strictObject({}),
  output: z.object({ views: z.array(savedView) }),
  allows: personsOnly,
  run: async (_, { actor, db }) => ({ views: await viewsOf(db, asPerson(actor).id) }),
})

export const saveView = operation({
  name: 'save-view',
  summary: 'Keep the filters of a list under a name; a view of the same name is replaced.',
  effect: 'write',
  http: { method: 'PUT', path: '/me/views' },
  input: z.strictObject({ name: text(60), filters: z.strictObject(filters) }),
  output: savedView,
  allows: personsOnly,
  async run({ name, filters }, { actor, db, record }) {
    const { id: personId } = asPerson(actor)
    const others = (await viewsOf(db, personId)).filter(view => view.name !== name)
    if (others.length >= MOST)
      throw refuse('conflict', 'too-many-views', `You have ${MOST} views already.`, 'Delete one that you don’t use.', 'name')
    const row = await keepView(db, { personId, name, filters: { ...filters } })
    record(viewKept({ subject: savedViews.subject(row), data: { person: personId }, personal: { name } }))
    return row
  },
})

const ownView = (actor: Actor, view: ViewRow | undefined): Refusal | null =>
  personsOnly(actor) ??
  (actor.kind === 'person' && view?.personId === actor.id
    ? null
    : refuse('not-found', 'no-such-view', 'You have no view with this id.', 'Take it from the list of your views.', 'view'))

export const removeView = operation({
  name: 'remove-view',
  summary: 'Delete one of one’s own saved views.',
  effect: 'write',
  http: { method: 'DELETE', path: '/me/views/{view}' },
  input: z.strictObject({ view: id() }),
  output: z.object({ removed: z.string() }),
  target: ({ view }, { db }) => lockView(db, view),
  allows: ownView,
  async run({ view }, { db, record }, row) {
    if (!row) throw new Error('The permission of this operation let a view through that is not there.')
    await deleteView(db, view)
    record(viewDeleted({ subject: savedViews.ended(row), data: { person: row.personId }, personal: {} }))
    return { removed: view }
  },
})
