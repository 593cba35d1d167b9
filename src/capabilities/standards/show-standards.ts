import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { standardsOf } from './standards.ts'
import { acceptanceOf } from './store.ts'

export const showStandards = (charters: Charters) =>
  operation({
    name: 'show-standards',
    summary: 'The page of standards under which tier 1 goes ahead, and whether one has accepted it.',
    effect: 'read',
    http: { method: 'GET', path: '/me/standards' },
    input: z.strictObject({ language: z.enum(['en', 'de']).default('en') }),
    output: z.object({
      version: z.string(),
      digest: z.string().describe('What an acceptance names.'),
      intro: z.string(),
      standards: z.array(z.object({ id: z.string(), text: z.string() })),
      acceptedAgainWhen: z.string(),
      acceptedAt: z.string().nullable(),
    }),
    allows: personsOnly,
    async run({ language }, { actor, db }) {
      const charter = await charters.inForce(db)
      const page = charter.documents['standards.yaml']
      const { version, digest } = standardsOf(charter)
      const accepted = await acceptanceOf(db, asPerson(actor).human, digest)
      return {
        version,
        digest,
        intro: page.intro[language],
        standards: page.standards.map(({ id, text }) => ({ id, text: text[language] })),
        acceptedAgainWhen: page.acceptedAgainWhen[language],
        acceptedAt: accepted?.acceptedAt.toString() ?? null,
      }
    },
  })
