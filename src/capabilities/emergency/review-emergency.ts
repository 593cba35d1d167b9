import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id, text, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { emergencyView } from './contract.ts'
import { emergencyReviewed } from './entries.ts'
import { emergencies } from './governed.ts'
import { mayReview, noSuchEmergency } from './permissions.ts'
import { isOpen, presentEmergency } from './present.ts'
import { lockEmergency, reviewEmergencyRow, shownEmergency } from './store.ts'

export const reviewEmergency = operation({
  name: 'review-emergency',
  summary: 'As somebody else, say what was done with an emergency access and whether that was right.',
  effect: 'write',
  attended: true,
  http: { method: 'POST', path: '/emergencies/{emergency}/review' },
  input: z.strictObject({
    emergency: id(),
    review: text(2_000, { lines: true }).describe('What you looked at, and what you found.'),
    version: version(),
  }),
  output: emergencyView,
  target: async ({ emergency }, { db, actor }) => lockEmergency(db, emergency, await actor),
  allows: mayReview,
  async run({ review }, { actor, db, now, record }, emergency) {
    if (!emergency) throw noSuchEmergency()
    if (isOpen(emergency, now)) throw refuse('conflict', 'still-open', 'It still runs.', 'End it first, or wait for its end.', 'emergency')
    if (emergency.reviewedAt !== null)
      throw refuse('conflict', 'reviewed-already', 'It was reviewed already.', 'There is nothing to do.', 'emergency')
    const { id: by, human } = asPerson(actor)
    const row = await reviewEmergencyRow(db, emergency.id, { by, human, review }, now)
    record(
      emergencyReviewed({
        subject: emergencies.subject(row),
        data: { person: row.personId, role: row.role, reviewedBy: by },
        personal: { review },
      }),
    )
    return presentEmergency(await shownEmergency(db, row.id), now)
  },
})
