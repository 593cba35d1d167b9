import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { requestId } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { emergencyRole, emergencyView, reason } from './contract.ts'
import { emergencyOpened } from './entries.ts'
import { emergencies } from './governed.ts'
import { officeHolders } from '../office-holders.ts'
import { emergencyAccess } from './messages.ts'
import { mayOpen } from './permissions.ts'
import { presentEmergency } from './present.ts'
import { insertEmergency, lockEmergencies, ownRoles, shownEmergency, unreviewedOf } from './store.ts'

export const openEmergency = operation({
  name: 'open-emergency',
  summary: 'Take a role for at most four hours without a second person. Everybody sees it, and somebody else reviews it afterwards.',
  effect: 'write',
  attended: true,
  once: true,
  http: { method: 'POST', path: '/emergencies' },
  input: z.strictObject({
    role: emergencyRole(),
    reason: reason(),
    hours: z.int('Write whole hours.').min(1, 'At least one hour.').max(4, 'At most four hours; then a second person is awake.'),
    requestId: requestId(),
  }),
  output: emergencyView,
  allows: mayOpen,
  async run({ role, reason, hours }, { actor, db, now, record, send }) {
    const { id: personId, human, name: by } = asPerson(actor)
    await lockEmergencies(db)
    const own = await ownRoles(db, personId)
    if (!['administrator', 'it-security', 'program-lead'].some(each => own.includes(each)))
      throw refuse(
        'forbidden',
        'emergency-on-emergency',
        'A role of an emergency opens no further one.',
        'Call somebody who holds that role.',
        'role',
      )
    if (own.includes(role)) throw refuse('conflict', 'role-held', 'You hold this role already.', 'Use it; no emergency is needed.', 'role')
    if ((await unreviewedOf(db, human)).length > 0)
      throw refuse(
        'conflict',
        'emergency-unreviewed',
        'Your last emergency access still runs, or nobody has reviewed it.',
        'Ask an auditor, or another administrator, program lead or IT security, to review it.',
      )
    const row = await insertEmergency(db, { id: newId(), personId, human, role, reason, openedAt: now, endsAt: now.add({ hours }) })
    record(
      emergencyOpened({
        subject: emergencies.subject(row),
        data: { person: personId, role, endsAt: row.endsAt.toString() },
        personal: { reason },
      }),
    )
    const told = { because: 'security', about: { kind: 'emergency', key: row.id, name: by }, of: row, facts: { by, hours } } as const
    for (const to of await officeHolders(db, ['it-security', 'administrator'], [human])) send(emergencyAccess({ to, ...told }))
    return presentEmergency(await shownEmergency(db, row.id), now)
  },
})
