import { z } from 'zod'
import { canonical } from '#src/kernel/canonical.ts'
import { newId } from '#src/kernel/ids.ts'
import { requestId } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { factsInput } from '../intake/index.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { solutionName, solutionPurpose, solutionSummary } from './contract.ts'
import { decideFacts } from './decide-facts.ts'
import { solutionRegistered } from './entries.ts'
import { solutions } from './governed.ts'
import { summaryOf } from './present.ts'
import { insertSolution } from './store.ts'

export const registerSolution = (charters: Charters) =>
  operation({
    name: 'register-solution',
    summary: 'Put an idea into the registry, with its maker as its owner.',
    effect: 'write',
    once: true,
    http: { method: 'POST', path: '/solutions' },
    input: z.strictObject({ name: solutionName(), purpose: solutionPurpose(), facts: factsInput(), requestId: requestId() }),
    output: solutionSummary,
    allows: personsOnly,
    async run({ name, purpose, facts }, { actor, db, now, record }) {
      const person = asPerson(actor)
      const decided = decideFacts(await charters.inForce(db), facts, now)
      const row = await insertSolution(
        db,
        { id: newId(), makerId: person.id, ownerId: person.id, unitId: person.unit, name, purpose, ...decided.row },
        now,
      )
      record(
        solutionRegistered({
          subject: solutions.subject(row),
          data: { ...decided.entry, owner: row.ownerId, unit: row.unitId },
          personal: { name, purpose, facts: canonical(row.facts) },
        }),
      )
      return summaryOf(row, new Map([[person.id, person.name]]))
    },
  })
