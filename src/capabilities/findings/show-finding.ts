import { z } from 'zod'
import { historyOf } from '#src/ledger/index.ts'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { findingPage } from './contract.ts'
import { lookAt } from './held.ts'
import { noSuchFinding, seesFinding } from './permissions.ts'
import { changesOf, presentFinding } from './present.ts'

export const showFinding = operation({
  name: 'show-finding',
  summary: 'One finding with its reasons, when its rule’s answer changes, and what happened to it.',
  effect: 'read',
  http: { method: 'GET', path: '/findings/{finding}' },
  input: z.strictObject({ finding: id() }),
  output: findingPage,
  target: ({ finding }, { db }) => lookAt(db, finding),
  allows: seesFinding,
  async run(_, { db, now }, held) {
    if (!held) throw noSuchFinding()
    const { finding } = held
    const history = await historyOf(db, { kind: 'finding', id: finding.id }, 100)
    const names = await namesOf(
      db,
      history.map(({ actor }) => actor),
    )
    return {
      ...(await presentFinding(db, finding, now)),
      changes: changesOf(finding.rule),
      history: history.map(({ id: entry, type, at, actor }) => ({
        entry,
        type,
        at: at.toString(),
        actor: actor.startsWith('system:') ? null : { id: actor, name: names.get(actor) ?? 'Former colleague' },
      })),
    }
  },
})
