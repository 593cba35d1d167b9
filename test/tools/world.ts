import { HARMLESS } from '#src/engines/charter/scenarios.fixture.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { freshInstallation, movableClock } from '../harness.ts'

/** A tool that nobody knows yet, as somebody would ask for it. */
export const newcomer = {
  name: 'Café Notes 3000',
  help: 'Writes down what was said.',
  vendor: 'Fernhill',
  approvedFor: [{ dataClass: 'internal', highestTier: 2 }],
  regions: ['European Union'],
  trainsOnOurData: 'no',
  note: 'For our meetings.',
  noneFits: 'None of the others listens.',
}

const people = {
  maker: 'priya-raman',
  otherMaker: 'jonas-weber',
  coe: 'hanna-lindqvist',
  security: 'daniel-okoye',
  legal: 'mei-lin-chou',
  lead: 'amelia-hart',
  auditor: 'yusuf-demir',
} as const
export type Who = keyof typeof people

interface Page {
  version: number
  digest: string
  checklists: { role: string; items: { id: string }[] }[]
}
export interface Request {
  id: string
  version: number
  tool: string
  review: string
  state: string
  dueAt: string | null
}
export interface ToolShown {
  id: string
  version: number
  status: string
  approvedFor: { dataClass: string; highestTier: number }[]
  solutions: number
}

const { ownerActive: _, ...harmless } = HARMLESS

/** A fresh installation and what its people do with tools. */
export const toolsWorld = async () => {
  const clock = movableClock('2026-11-23T12:00:00Z')
  const guildhall = await freshInstallation({ clock })
  const { run, program, store } = guildhall
  const credentials = new Map<string, Credential>()
  for (const [who, id] of Object.entries(people)) credentials.set(who, await guildhall.as(id))
  let serial = 0
  const ask = async <T = Record<string, unknown>>(name: string, input: Record<string, unknown>, who: Who): Promise<T> => {
    const operation = program.named(name)
    const once = operation.once ? { requestId: `tools-test-${(serial += 1)}` } : {}
    const { output } = await run(operation, { ...once, ...input }, credentials.get(who) ?? { kind: 'none' })
    return output as T
  }
  const show = (tool: string, who: Who = 'maker') => ask<ToolShown & Record<string, unknown>>('show-tool', { tool }, who)
  const world = {
    ...guildhall,
    clock,
    db: store.db,
    ask,
    show,
    request: (more: Record<string, unknown> = {}, who: Who = 'maker') => ask<Request>('request-tool', { ...newcomer, ...more }, who),
    /** What a page of the tool holds, as `change-tool` wants it back. */
    fields: async (tool: string) => {
      const { name, help, approvedFor, redact, vendor, models, features, contract, dataProcessing, regions, trainsOnOurData, owner } =
        await ask('show-tool', { tool }, 'coe')
      const written = { name, help, approvedFor, redact, vendor: vendor ?? 'Fernhill', models, features, contract, dataProcessing, regions }
      return { ...written, trainsOnOurData, owner: (owner as { id: string } | null)?.id ?? null, note: 'Because.' }
    },
    async sign(review: string, who: 'security' | 'legal', decision = 'approve'): Promise<void> {
      const role = who === 'security' ? 'it-security' : 'legal'
      const page = await ask<Page>('show-review', { review }, who)
      const items = page.checklists.filter(list => list.role === role).flatMap(list => list.items)
      const answers = Object.fromEntries(items.map(({ id }) => [id, 'yes']))
      const words = decision === 'approve' ? { answers } : { reason: 'It sends data elsewhere.' }
      await ask('sign-off-review', { review, role, version: page.version, digest: page.digest, decision, ...words }, who)
    },
    async approve(review: string): Promise<void> {
      await world.sign(review, 'security')
      await world.sign(review, 'legal')
    },
    proposeWithdrawal: (tool: string, replacedBy: string[] = []) =>
      ask<{ id: string; version: number; digest: string }>(
        'propose-tool-withdrawal',
        { tool, replacedBy, note: 'The contract ended.' },
        'security',
      ),
    adopt: ({ id, version, digest }: { id: string; version: number; digest: string }, who: Who = 'lead') =>
      ask('adopt-proposal', { proposal: id, version, digest }, who),
    withdraw: async (tool: string, replacedBy: string[] = []) => world.adopt(await world.proposeWithdrawal(tool, replacedBy)),
    check: (facts: Record<string, unknown>) =>
      ask<{ tier: number; verdict: string; guardrails: { rule: string; because: string; remedy: string }[] }>(
        'check-idea',
        { facts: { ...HARMLESS, ...facts } },
        'maker',
      ),
    register: (name: string, facts: Record<string, unknown> = {}, who: Who = 'maker') =>
      ask<{ key: string }>('register-solution', { name, purpose: 'For these tests.', facts: { ...harmless, ...facts } }, who),
  }
  return world
}

export type ToolsWorld = Awaited<ReturnType<typeof toolsWorld>>
