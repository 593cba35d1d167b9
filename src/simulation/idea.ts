import { harmless } from '#src/capabilities/registry/index.ts'

/** What somebody wants to build: in words, and as the charter's questions would be answered by whoever knows it. */
export interface Idea {
  /** With the place added it is unique. */
  name: string
  /** `{place}` stands for where it is used. */
  purpose: string
  facts: Readonly<Record<string, unknown>>
  benefit: { kind: 'time' | 'errors' | 'money' | 'quality'; perMonth: number; unit: string; baseline: number; how: string }
  platform: string
}

const platforms: Readonly<Record<string, string>> = {
  'flow-builder': 'Flow builder',
  'company-assistant': 'Company assistant',
  'app-builder': 'App builder',
  'document-reader': 'Document reader',
  'protected-workspace': 'Protected workspace',
  'code-assistant': 'Code assistant',
  'public-chat': 'Public chat service',
}

type Kind = 'automation-flow' | 'ai-agent' | 'ai-assisted-content' | 'document-processing' | 'data-analysis' | 'app'

interface Row {
  kind: Kind
  tool: string
  for: 'only-me' | 'my-team' | 'business-unit' | 'whole-company' | 'outside'
  sees: readonly string[]
  more?: Readonly<Record<string, unknown>>
  saves: Idea['benefit']
}

export const idea = (name: string, purpose: string, { kind, tool, for: audience, sees, more = {}, saves }: Row): Idea => ({
  name,
  purpose,
  facts: { ...harmless, decisionImpact: ['recoverable'], kind, tools: [tool], audience, dataClasses: [...sees], ...more },
  benefit: saves,
  platform: platforms[tool] ?? tool,
})

/** Working hours a month, and how many it took before. */
export const hours = (perMonth: number, baseline: number, how = 'Timed by hand over two weeks.'): Idea['benefit'] => ({
  kind: 'time',
  perMonth,
  unit: 'hours',
  baseline,
  how,
})

/** Euros a month, and what it cost before. */
export const euros = (perMonth: number, baseline: number, how: string): Idea['benefit'] => ({
  kind: 'money',
  perMonth,
  unit: 'euros',
  baseline,
  how,
})

/** Mistakes a month that no longer happen, of so many before. */
export const mistakes = (perMonth: number, baseline: number, how: string): Idea['benefit'] => ({
  kind: 'errors',
  perMonth,
  unit: 'errors',
  baseline,
  how,
})

/** What leaves the company is read by a person first. */
export const readFirst = (by: string, where: string) => ({ externalContent: true, humanReview: { present: true, by, where } })
