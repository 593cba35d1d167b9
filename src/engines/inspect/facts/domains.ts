import { type Evidence } from '../inspection.ts'
import { reachable, unguarded } from '../graph.ts'
import type { Resolved } from '../resolve.ts'
import { domainPatterns } from '../tables/domains.ts'
import type { FactRule } from './rule.ts'
import { entriesOf, gatesOf, thinkingIn } from './review.ts'

/**
 * sensitiveDomains: what it decides, judged by what a model is told to do. A prompt counts where one sentence names both
 * the person or matter and the judgement passed on it; a product's or a step's name alone never makes the fact.
 */
export const domainRule: FactRule = artifact => [...ofPrompts(artifact), ...ofPayments(artifact), ...ofNames(artifact)]

const ofPrompts = (artifact: Resolved): Evidence[] => {
  const feeding = reachable(artifact.graph.previous, thinkingIn(artifact))
  return artifact.steps
    .filter(({ step }) => feeding.has(step.id))
    .flatMap(({ step }) =>
      (step.texts ?? [])
        .filter(({ role }) => role === 'prompt')
        .flatMap(({ text }) =>
          domainsIn(text).map((domain): Evidence => ({
            fact: 'sensitiveDomains',
            value: domain.id,
            where: step.where,
            confidence: domain.confidence,
            why: `a model is told: “${domain.sentence.trim().slice(0, 140)}”`,
          })),
        ),
    )
}

/** Sentences of a prompt that pass judgement, by domain. */
export const domainsIn = (text: string): { id: string; sentence: string; confidence: number }[] => {
  const sentences = text
    .slice(0, 100_000)
    .split(/(?<=[.!?;])\s+|\n+/)
    .map(sentence => sentence.slice(0, 600))
  return domainPatterns.flatMap(({ id, subject, judgement, context, not, apart, confidence }) => {
    if (context && !context.test(text)) return []
    const found = sentences.find(sentence => subject.test(sentence) && judgement.test(sentence) && !not?.test(sentence))
    if (found !== undefined) return [{ id, sentence: found, confidence }]
    if (!apart || not?.test(text) || !apart.every(part => part.test(text))) return []
    return [{ id, sentence: sentences.find(sentence => apart[1].test(sentence)) ?? text, confidence: Math.min(confidence, 0.8) }]
  })
}

/** Money that moves without a person on the way. */
const ofPayments = (artifact: Resolved): Evidence[] => {
  const pays = artifact.steps.filter(({ uses }) => uses.some(use => use.effect === 'pays'))
  if (pays.length === 0) return []
  const open = unguarded(artifact.graph, entriesOf(artifact), gatesOf(artifact))
  return pays
    .filter(({ step }) => open.has(step.id) && !step.human?.itself)
    .map(({ step, uses }) => ({
      fact: 'sensitiveDomains',
      value: 'autonomous-financial',
      where: step.where,
      confidence: 0.85,
      why: `${uses.find(use => use.effect === 'pays')?.why ?? step.type}; it moves money, and no person stands on the way`,
    }))
}

/** A name only makes one ask. */
const ofNames = ({ artifact }: Resolved): Evidence[] =>
  domainPatterns.flatMap(({ id, subject, judgement, not }) =>
    artifact.name !== null && subject.test(artifact.name) && judgement.test(artifact.name) && !not?.test(artifact.name)
      ? [
          {
            fact: 'sensitiveDomains' as const,
            value: id,
            where: 'the name',
            why: `it is called “${artifact.name.slice(0, 80)}”`,
            confidence: 0.4,
          },
        ]
      : [],
  )
