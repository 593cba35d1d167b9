import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { emergencyView } from './contract.ts'
import { emergencyEnded } from './entries.ts'
import { emergencies } from './governed.ts'
import { mayEnd, noSuchEmergency } from './permissions.ts'
import { isOpen, presentEmergency } from './present.ts'
import { endEmergencyRow, lockEmergency, shownEmergency } from './store.ts'

export const endEmergency = operation({
  name: 'end-emergency',
  summary: 'End an emergency access before its time; the role is gone at once.',
  effect: 'write',
  attended: true,
  http: { method: 'POST', path: '/emergencies/{emergency}/ending' },
  input: z.strictObject({ emergency: id(), version: version() }),
  output: emergencyView,
  target: async ({ emergency }, { db, actor }) => lockEmergency(db, emergency, await actor),
  allows: mayEnd,
  async run(_, { actor, db, now, record }, emergency) {
    if (!emergency) throw noSuchEmergency()
    if (!isOpen(emergency, now)) throw refuse('conflict', 'over-already', 'It is over already.', 'There is nothing to do.', 'emergency')
    const row = await endEmergencyRow(db, emergency.id, now)
    record(
      emergencyEnded({
        subject: emergencies.subject(row),
        data: { person: row.personId, role: row.role, endedBy: asPerson(actor).id },
        personal: {},
      }),
    )
    return presentEmergency(await shownEmergency(db, row.id), now)
  },
})
