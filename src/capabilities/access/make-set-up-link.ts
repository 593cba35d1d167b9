import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { installationRow } from '../people/index.ts'
import { onlyTheProgram } from '../permissions.ts'
import { linkView } from './contract.ts'
import { lockLinks } from './link-store.ts'
import { makeLink } from './links.ts'

/** The way in while there is nobody: printed where the server is started, so only who runs the server has it. */
export const makeSetUpLink = operation({
  name: 'make-set-up-link',
  summary: 'Make the one link with which the first administrator sets this installation up. It ends the link before it.',
  effect: 'write',
  http: { method: 'POST', path: '/operator/set-up-link' },
  input: z.strictObject({}),
  output: linkView,
  allows: onlyTheProgram,
  async run(_, context) {
    await lockLinks(context.db)
    if (await installationRow(context.db))
      throw refuse(
        'conflict',
        'already-set-up',
        'This installation is set up already.',
        'Sign in. If nobody can, make a way back in with `guildhall recovery-link EMAIL`.',
      )
    return makeLink(context, { kind: 'set-up', person: null, givenBy: 'operator' })
  },
})
