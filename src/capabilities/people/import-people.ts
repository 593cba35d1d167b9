import { z } from 'zod'
import { Refusal } from '#src/kernel/refusal.ts'
import { requestId } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { listImported, personAdded, personChanged, personContent } from './entries.ts'
import { listBytes, listInput, planOf } from './importing.ts'
import { seeOff } from './leaving.ts'
import { administratorsOnly } from './permissions.ts'
import { insertPeople, lockPeople, peopleByIds, updatePeople } from './store.ts'
import { lockUnits } from './unit-store.ts'

/** All of a list or nothing of it: a directory that is half of one and half of another can't be put right by anybody. */
export const importPeople = operation({
  name: 'import-people',
  summary: 'Bring the directory up to a list of people. Gives no roles and lets nobody in.',
  effect: 'write',
  once: true,
  http: { method: 'POST', path: '/people/import', maxBytes: listBytes + 1024 },
  input: z.strictObject({ ...listInput(), requestId: requestId() }),
  output: z.object({ added: z.int(), changed: z.int(), left: z.int() }),
  allows: administratorsOnly,
  async run({ csv, whole }, { db, now, record }) {
    await lockUnits(db)
    await lockPeople(db)
    const { added, changed, left, problems } = await planOf(db, { csv, whole })
    if (problems.length > 0)
      throw new Refusal(
        'invalid',
        'list-has-problems',
        `Nothing was imported: ${problems.length === 1 ? 'one line needs' : `${problems.length} lines need`} a change.`,
        problems.slice(0, 20).map(({ line, reason, remedy }) => ({ field: line === 0 ? 'csv' : `csv.${line}`, reason, remedy })),
      )
    for (const row of await insertPeople(
      db,
      added.map(({ person }) => person),
      now,
    ))
      record(personAdded(personContent(row)))
    for (const row of await updatePeople(
      db,
      changed.map(({ person }) => person),
      now,
    ))
      record(personChanged(personContent(row)))
    await seeOff(
      await peopleByIds(
        db,
        left.map(({ id }) => id),
      ),
      { db, now, record },
    )
    const counts = { added: added.length, changed: changed.length, left: left.length }
    record(
      listImported({
        subject: { kind: 'people-list', id: now.toString(), version: null, digest: null },
        data: { ...counts, whole },
        personal: {},
      }),
    )
    return counts
  },
})
