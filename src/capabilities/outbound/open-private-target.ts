import { z } from 'zod'
import { targetName } from '#src/outbound/index.ts'
import { proposalKind, proposing } from '../proposals/index.ts'
import { allowPrivateTarget, expectRoom } from './allow-private-target.ts'
import { countCurrent } from './store.ts'
import { readPrivateTarget } from './target.ts'

const target = () => z.string().max(300, 'Use at most 300 characters.').describe('Host and port, such as erp.internal:443.')

/** A way from here into a private network, which would otherwise be closed; so it takes two people. */
export const openPrivateTarget = proposalKind({
  kind: 'open-private-target',
  called: 'a private target',
  content: z.strictObject({ target: target() }),
  details: z.object({ target: z.string(), open: z.int() }),
  proposedBy: ['administrator', 'it-security'],
  decidedBy: ['it-security', 'program-lead'],
  readBy: ['auditor'],
  subject: ({ target }) => target,
  named: subjects => Promise.resolve(new Map(subjects.map(target => [target, target]))),
  favours: () => [],
  async check({ target }, { db }) {
    await expectRoom(db, target)
  },
  async preview({ target }, { db }) {
    const open = await countCurrent(db)
    return {
      words: [`Guildhall may call ${target} from then on, until somebody withdraws it. ${open} others are open.`],
      details: { target, open },
    }
  },
  async effect({ target }, { db, now, record, proposal }) {
    await allowPrivateTarget(db, { target, reason: proposal.note }, { now, record })
  },
})

export const proposePrivateTarget = proposing(openPrivateTarget, {
  name: 'propose-private-target',
  summary: 'Propose that Guildhall may call a host and port of a private network; it takes a second person.',
  path: '/proposals/private-targets',
  input: z.strictObject({ target: target() }),
  content: ({ target }) => ({ target: targetName(readPrivateTarget(target)) }),
})
