import type { Credential } from '#src/kernel/operation.ts'
import type { Solutions } from './solutions-world.ts'

/** Who owns what writes, who is named to look, and somebody who builds and has nothing to do with it. */
export const [owner, reviewer, other] = ['priya-raman', 'daniel-okoye', 'jonas-weber']

export interface Content {
  id: string
  verdict: string
  send: boolean
  test: boolean
  edited: boolean
  digest: string
  approvedDigest: string | null
  content: string | null
  approved: string | null
  reason: string | null
  added: number | null
  removed: number | null
  dueAt: string
  deletedAt: string | null
  you: { openedAt: string | null; may: string[] }
}
export interface Step {
  version: number
  proven: boolean
  figures: Record<string, number | null>
  reviewers: { id: string }[]
}
export const letter = 'Dear customer,\nyour claim is settled.  \n'

export const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'yes',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  )
/** What people do with content of a solution that runs; the world opens only when the tests begin. */
export const contentIn = (world: () => Solutions, running: () => string) => {
  const name = async (key: string, reviewers = [reviewer], more: Record<string, unknown> = {}) => {
    const { version } = await world().ask<Step>('show-content-step', { key }, owner)
    return world().ask<Step>('name-content-reviewers', { key, version, reviewers, deadlineMinutes: 240, ...more }, owner)
  }
  const submit = (more: Record<string, unknown> = {}, person = owner) =>
    world().ask<Content>('submit-content', { solution: running(), content: letter, kind: 'mail', recipient: 'customer', ...more }, person)
  const show = (id: string, person = owner) => world().ask<Content>('show-content-review', { id }, person)
  const open = (id: string, person = reviewer) => world().ask<Content>('open-content-review', { id }, person)
  const approve = (id: string, content: string | null = null, person = reviewer) =>
    world().ask<Content>('approve-content', { id, content }, person)
  const read = async (id: string, content: string | null = null) => {
    await open(id)
    world().clock.move({ seconds: 6 })
    return approve(id, content)
  }
  const token = async (person: string, operations: readonly string[] | null = null): Promise<Credential> => {
    const input = { name: 'A flow', effects: ['read', 'write'], operations, days: 30 }
    return { kind: 'token', secret: (await world().ask<{ secret: string }>('make-token', input, person)).secret }
  }
  return { name, submit, show, open, approve, read, token }
}
