import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { requestId } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { factsInput } from '../intake/index.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { beforeSubmission } from './before-submission.ts'
import { blockerView, solutionName, solutionPurpose, solutionSummary, wordsIn, wordsInput } from './contract.ts'
import { costs, stateOnEntry, wayOf } from './cost.ts'
import { declare } from './decide-facts.ts'
import { insertDeclaration } from './declaration-store.ts'
import { defined } from './defined.ts'
import { decidedAs } from './newest.ts'
import { summaryOf } from './present.ts'
import { refer } from './refer.ts'
import * as said from './said.ts'
import { insertSolution } from './store.ts'
import { validUntil } from './validity.ts'

export const registerSolution = (charters: Charters) =>
  operation({
    name: 'register-solution',
    summary: 'Put an idea into the registry, with its maker as its owner; one that the charter never allows is kept as refused.',
    effect: 'write',
    once: true,
    http: { method: 'POST', path: '/solutions' },
    input: z.strictObject({
      name: solutionName(),
      purpose: solutionPurpose(),
      facts: factsInput(),
      ...wordsInput,
      requestId: requestId(),
    }),
    output: solutionSummary.extend({
      cost: z.enum(costs).describe('What submitting it takes.'),
      standsInTheWay: z.array(blockerView).describe('What has to be mended or answered before.'),
      because: z.array(z.string()).describe('The sentences of the rules that refuse or refer it.'),
    }),
    allows: personsOnly,
    beside: db => charters.inForce(db),
    async run({ name, purpose, facts, ...given }, { actor, db, now, record, send, beside: charter }) {
      const person = asPerson(actor)
      const { facts: declared, digest, decided } = declare(charter, { facts, inspection: null, ruled: {} }, now)
      const cost = wayOf(decided, null)
      const [id, draftId] = [newId(), newId()]
      const state = stateOnEntry(decided)
      const decision = { ...decidedAs(decided), facts: declared, state }
      const [row, declaration] = await Promise.all([
        insertSolution(
          db,
          {
            id,
            name,
            purpose,
            makerId: person.id,
            ownerId: person.id,
            unitId: person.unit,
            platform: null,
            platformIds: [],
            environment: null,
            benefit: null,
            answers: {},
            ...defined(wordsIn(given)),
            ...decision,
            draftId,
            expiresAt: validUntil(charter, declared['kind'], now),
          },
          [
            { id: person.id, human: person.human, how: 'made' },
            { id: person.id, human: person.human, how: 'owned' },
          ],
          now,
        ),
        insertDeclaration(
          db,
          {
            ...decision,
            id: draftId,
            solutionId: id,
            number: 1,
            inspection: null,
            inspectionId: null,
            materialDigest: digest,
            declaredBy: person.id,
            declaredByHuman: person.human,
          },
          now,
        ),
      ])
      record(said.registered(row, decided))
      record(said.declared(declaration))
      if (state === 'referred') await refer({ db, now, record, send }, charter, row, declaration)
      return {
        ...summaryOf(row, new Map([[person.id, person.name]])),
        cost,
        standsInTheWay: beforeSubmission(charter, cost, decided, row),
        because: state === 'draft' ? [] : [...decided.prohibited, ...decided.reasons].map(({ because }) => because),
      }
    },
  })
