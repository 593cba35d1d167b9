import { createHash } from 'node:crypto'
import type { DetectedFacts } from './inspection.ts'
import { nameOf, type Resolved, type ResolvedStep } from './resolve.ts'

/**
 * What the artifact does, a line for each step that does anything, sorted: without names, layout, order and wording,
 * so that two versions can be compared. Code counts by its content, prompts do not: their wording is the maker's.
 */
export const outlineOf = (artifact: Resolved): string[] => artifact.steps.flatMap(step => lineOf(step, artifact) ?? []).toSorted()

/** SHA-256 over facts and outline: what an approval covers. Equal digests: the same, as far as the file tells. */
export const digestOf = (outline: readonly string[], facts: DetectedFacts): string =>
  createHash('sha256')
    .update(JSON.stringify([facts, outline]))
    .digest('hex')

const lineOf = ({ step, uses, hosts }: ResolvedStep, { tables }: Resolved): string | null => {
  const parts = [
    ...(step.starts ?? []).map(kind => `starts a run (${kind})`),
    ...(step.model
      ? [`runs a model${step.model.vendor === null ? '' : ` of ${step.model.vendor}`}${step.model.name ? ` (${step.model.name})` : ''}`]
      : []),
    ...uses
      .map(use => `${use.effect} ${nameOf(tables, use.system)}${use.recipients ? ` (recipients: ${use.recipients.kind})` : ''}`)
      .toSorted(),
    ...hosts.toSorted().map(host => `calls ${host}`),
    ...(step.code ?? []).map(({ language, text }) =>
      `runs ${language === 'other' ? 'code' : language} ${text === '' ? '' : fingerprint(text)}`.trimEnd(),
    ),
    ...(step.subflow ? ['runs another flow'] : []),
    ...(step.human ? ['waits for a person'] : []),
  ]
  return parts.length === 0 ? null : `${step.type}${step.tool ? ' (tool of an agent)' : ''}: ${parts.join(', ')}`
}

/** Eight hexadecimal digits of the code without its white space: enough to see that it changed. */
const fingerprint = (code: string): string => createHash('sha256').update(code.replaceAll(/\s+/g, ' ').trim()).digest('hex').slice(0, 8)
