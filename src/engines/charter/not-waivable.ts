/**
 * What no charter may take out or let anybody waive, emergency access included: prohibited uses, the data boundary,
 * human review of external AI content, the duty to register, approved tools only, a named owner, and certification
 * before a unit is admitted (the last is fixed by the schema of certification.yaml).
 */
import type { Sources } from './check-documents.ts'
import type { Documents } from './documents.ts'
import type { Problem } from './problem.ts'

const PROHIBITED_ALWAYS = ['decides-about-employees', 'production-database-access', 'impersonates-named-employee', 'eu-article-5'] as const
const GUARDRAILS_ALWAYS = ['tool-not-approved', 'data-boundary', 'external-without-review', 'no-active-owner', 'not-registered'] as const
const OBLIGATIONS_ALWAYS = ['register', 'human-review'] as const
/** By their ids, as rules and as lists of waivers name them. */
export const NEVER_WAIVED: readonly string[] = [
  ...PROHIBITED_ALWAYS,
  ...GUARDRAILS_ALWAYS,
  ...OBLIGATIONS_ALWAYS,
  'prohibited-uses',
  'unit-admission',
]

export const checkNotWaivable = (documents: Documents, sources: Sources): readonly Problem[] => {
  const problems: Problem[] = []
  const { prohibited } = documents['prohibited.yaml']
  const { guardrails } = documents['guardrails.yaml']
  const { obligations } = documents['obligations.yaml']
  const required = (
    document: 'prohibited.yaml' | 'guardrails.yaml' | 'obligations.yaml',
    list: string,
    always: readonly string[],
    present: readonly string[],
  ) => {
    for (const id of always)
      if (!present.includes(id))
        problems.push(
          sources(document).problem(
            [list],
            `The rule ${id} is missing.`,
            'No charter may do without it; you may change its words, and add to it.',
          ),
        )
  }
  required(
    'prohibited.yaml',
    'prohibited',
    PROHIBITED_ALWAYS,
    prohibited.map(({ id, reportedAs }) => reportedAs ?? id),
  )
  required(
    'guardrails.yaml',
    'guardrails',
    GUARDRAILS_ALWAYS,
    guardrails.map(({ id, reportedAs }) => reportedAs ?? id),
  )
  required(
    'obligations.yaml',
    'obligations',
    OBLIGATIONS_ALWAYS,
    obligations.map(({ id }) => id),
  )
  guardrails.forEach(({ id, reportedAs, waivable }, index) => {
    if (waivable && NEVER_WAIVED.includes(reportedAs ?? id))
      problems.push(
        sources('guardrails.yaml').problem(
          ['guardrails', index, 'waivable'],
          `${id} can't be waived by anybody.`,
          'Write waivable: false.',
        ),
      )
  })
  const known = new Set([
    ...NEVER_WAIVED,
    ...prohibited.map(({ id }) => id),
    ...guardrails.filter(({ waivable }) => !waivable).map(({ id }) => id),
  ])
  documents['waivers.yaml'].waivable.forEach(({ id }, index) => {
    if (known.has(id))
      problems.push(
        sources('waivers.yaml').problem(
          ['waivable', index, 'id'],
          `${id} can't be waived by anybody.`,
          'Take it out; only dates and procedure can be put off.',
        ),
      )
  })
  return problems
}
