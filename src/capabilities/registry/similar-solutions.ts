import { z } from 'zod'
import { text } from '#src/kernel/text.ts'
import { factsInput } from '../intake/index.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { signedIn } from '../permissions.ts'
import { personRef } from './contract.ts'
import { likenessTo, tellingWords } from './likeness.ts'
import { personIn } from './present.ts'
import type { Candidate } from './similar-store.ts'
import { candidatesFor, templates } from './similar-store.ts'
import { keyOf } from './solution.ts'

const shown = z.object({
  key: z.string(),
  name: z.string(),
  purpose: z.string(),
  state: z.string(),
  tier: z.int(),
  owner: personRef.describe('Whom to ask.'),
  template: z.boolean(),
  likeness: z.number().describe('From 0 to 1.'),
})

export const similarSolutions = operation({
  name: 'similar-solutions',
  summary: 'What exists already that does nearly this, and templates to begin with; shown before something new is made.',
  effect: 'read',
  http: { method: 'POST', path: '/solutions/similar' },
  input: z.strictObject({
    name: text(120).optional(),
    purpose: text(2_000, { lines: true }).optional(),
    facts: factsInput().default({}),
  }),
  output: z.object({ similar: z.array(shown), templates: z.array(shown) }),
  allows: signedIn,
  async run({ name = '', purpose = '', facts }, { db, scope }) {
    const alikeTo = likenessTo({ name, purpose, facts })
    const nearest = (rows: readonly Candidate[]) =>
      rows
        .map(row => ({ row, alike: alikeTo(row) }))
        .toSorted((a, b) => b.alike - a.alike || b.row.number - a.row.number)
        .slice(0, 5)
    const words = tellingWords(`${name} ${purpose}`).slice(0, 40)
    const [candidates, recommendable] = await Promise.all([candidatesFor(db, scope, words), templates(db, 100)])
    const [near, recommended] = [nearest(candidates), nearest(recommendable)]
    const names = await namesOf(
      db,
      [...near, ...recommended].map(({ row }) => row.ownerId),
    )
    const present = ({ row, alike }: (typeof near)[number]) => ({
      key: keyOf(row.number),
      name: row.name,
      purpose: row.purpose,
      state: row.state,
      tier: row.tier,
      owner: personIn(names, row.ownerId),
      template: row.reusable,
      likeness: Math.round(alike * 100) / 100,
    })
    return { similar: near.map(present), templates: recommended.map(present) }
  },
})
