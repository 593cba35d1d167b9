import { z } from 'zod'
import { newWebhookSecret } from '#src/sending/index.ts'
import { placeIn } from '#src/vault/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { answersForIt, lockSolution, numberOf, solutionKey, unknownSolution } from '../registry/index.ts'
import type { SecretVault } from '../vault/index.ts'
import { noContentReviewers } from './content-review.ts'
import { callbackSecretMade } from './entries.ts'
import { contentSteps } from './governed.ts'
import { keepSecret, lockStep, secretColumn } from './store.ts'

export const makeCallbackSecret = (vault: SecretVault) =>
  operation({
    name: 'make-callback-secret',
    summary: 'Make the secret that signs what a solution’s flows are told of verdicts; it is shown once, and the one before ends.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/solutions/{key}/content-step/secret' },
    input: z.strictObject({ key: solutionKey() }),
    output: z.object({ secret: z.string().describe('Shown this once; for libraries of Standard Webhooks.') }),
    target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
    allows: answersForIt,
    async run(_, context, solution) {
      if (!solution) throw unknownSolution()
      const { actor, db, record } = context
      if (!(await lockStep(db, solution.id))) throw noContentReviewers()
      const secret = newWebhookSecret()
      const row = await keepSecret(db, solution.id, await vault.seal(context, placeIn(secretColumn, solution.id), secret))
      record(
        callbackSecretMade({ subject: contentSteps.subject(row), data: { solution: solution.id, by: asPerson(actor).id }, personal: {} }),
      )
      return { secret }
    },
  })
