/** Small charters made up at random, so that every completion of their facts can be tried. */
import * as fc from 'fast-check'
import { assembleCharter } from './assemble.ts'
import type { Charter } from './charter.ts'
import type { Documents, Text } from './documents.ts'
import type { Concrete } from './oracle.fixture.ts'

const text = (en: string): Text => ({ en, de: en })
const sourced = { source: 'made up', checked: '2026-11-23' }

const asked = (id: string) => ({ id, title: text(id), help: text(id), why: text(id), example: text(id), page: 'only' })
const value = (id: string) => ({ id, text: text(id), instead: text(`Make it ${id}.`), without: { text: text(`Leave out ${id}.`) } })

/** One of three, two lists with "none", a list of tools over data classes, two yes/no and a part of an answer. */
const questions: Documents['questions.yaml']['questions'] = [
  { ...asked('size'), about: 'design', type: 'one', values: ['small', 'medium', 'large'].map(value) },
  { ...asked('links'), about: 'design', type: 'many', none: 'none', values: ['none', 'mail', 'shop'].map(value) },
  { ...asked('touches'), about: 'circumstance', type: 'many', none: 'none', values: ['none', 'eu-a', 'eu-b'].map(value) },
  { ...asked('tools'), about: 'design', type: 'many', values: 'tools' },
  { ...asked('data'), about: 'design', type: 'many', values: 'dataClasses' },
  { ...asked('pays'), about: 'design', type: 'yesNo', yes: text('yes'), no: text('no'), insteadNo: text('Do not pay.') },
  { ...asked('check'), about: 'design', type: 'object', parts: [{ id: 'present', type: 'yesNo', title: text('present') }] },
]

const atoms = [
  "size == 'small'", "size != 'large'", "size in ['medium', 'large']", "'mail' in links", "links.exists(l, l != 'none')", "links.all(l, l in ['none', 'mail'])",
  "'none' in links", "touches.exists(t, t.startsWith('eu-'))", "'eu-b' in touches", 'tools.exists(t, !approved(t))', 'tools.exists(t, data.exists(d, !(d in approvedFor(t))))',
  'data.exists(d, sensitive(d))', "data.all(d, d == 'open')", 'pays', 'check.present', 'pays == false', "size.startsWith('s')",
]
const condition: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom(...atoms),
    tie('tree').map((inner) => `!(${inner})`),
    fc.tuple(tie('tree'), fc.constantFrom('&&', '||'), tie('tree')).map(([left, operator, right]) => `(${left} ${operator} ${right})`),
  ),
})).tree

const rule = (id: string, when: string) => ({ id, title: text(id), when, because: text(`It is ${id}.`), ...sourced })

export const randomCharter = (shipped: Documents): fc.Arbitrary<Charter> =>
  fc
    .record({
      tiers: fc.array(fc.tuple(fc.constantFrom(1, 2, 3, 4), condition), { minLength: 1, maxLength: 5 }),
      prohibited: fc.array(condition, { maxLength: 2 }),
      guardrails: fc.array(condition, { maxLength: 2 }),
      approved: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
    })
    .map(({ tiers, prohibited, guardrails, approved }) => {
      const documents: Documents = {
        ...shipped,
        'questions.yaml': { pages: [{ id: 'only', title: text('only') }], questions, recorded: [] },
        'data-classes.yaml': { dataClasses: ['open', 'secret'].map((id) => ({ ...value(id), without: { becomes: 'open', text: text(`Leave out ${id}.`) }, sensitive: id === 'secret', examples: text(id) })) },
        'tools.yaml': {
          reviewEveryMonths: 3,
          unlisted: { text: text('other'), phrase: text('other'), approvedFor: [] },
          tools: approved.map((yes, index) => ({ id: `tool-${index}`, name: text('tool'), help: text('tool'), status: yes ? 'approved' : 'withdrawn', approvedFor: index === 0 ? ['open'] : ['open', 'secret'] })),
        },
        'tiers.yaml': { ...shipped['tiers.yaml'], rules: tiers.map(([tier, when], index) => ({ ...rule(`tier-rule-${index}`, when), tier })) },
        'prohibited.yaml': { prohibited: prohibited.map((when, index) => ({ ...rule(`prohibited-${index}`, when), route: text('ask') })) },
        'guardrails.yaml': { guardrails: guardrails.map((when, index) => ({ ...rule(`guardrail-${index}`, when), remedy: text('mend'), waivable: false })) },
        'obligations.yaml': { obligations: [] },
      }
      const assembled = assembleCharter(documents)
      if ('errors' in assembled) throw new Error(`The made-up charter does not compile: ${assembled.errors.map(({ text, error }) => `${text}: ${error?.message ?? ''}`).join('; ')}`)
      return assembled.charter
    })

/** What somebody said: each fact answered, or left open. */
export const partialFacts: fc.Arbitrary<Concrete> = fc.record(
  {
    size: fc.constantFrom('small', 'medium', 'large'),
    links: fc.constantFrom(['none'], ['mail'], ['shop'], ['mail', 'shop']),
    touches: fc.constantFrom(['none'], ['eu-a'], ['eu-b'], ['eu-a', 'eu-b']),
    tools: fc.constantFrom(['tool-0'], ['tool-1'], ['other:x'], ['tool-0', 'tool-1']),
    data: fc.constantFrom(['open'], ['secret'], ['open', 'secret']),
    pays: fc.boolean(),
    'check.present': fc.boolean(),
  },
  { requiredKeys: [] },
)

/** Facts as a caller writes them. */
export const written = (facts: Concrete): Record<string, unknown> => {
  const { 'check.present': present, ...rest } = facts
  return present === undefined ? rest : { ...rest, check: { present } }
}
