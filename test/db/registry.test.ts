import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Credential } from '#src/kernel/operation.ts'
import { freshInstallation } from '../harness.ts'

let guildhall: Awaited<ReturnType<typeof freshInstallation>>
const ask = async (name: string, input: Record<string, unknown>, credential: Credential): Promise<Record<string, unknown>> => {
  const { run, program } = guildhall
  return (await run(program.named(name), input, credential)).output as Record<string, unknown>
}
const facts = { audience: 'my-team', dataClasses: ['internal'] }
let serial = 0
const register = (credential: Credential, change: Record<string, unknown> = {}) =>
  ask(
    'register-solution',
    { name: 'Claims inbox sorting', purpose: 'Sorts mail.', facts, requestId: `registry-test-${(serial += 1)}`, ...change },
    credential,
  )

beforeAll(async () => {
  guildhall = await freshInstallation()
})
afterAll(() => guildhall.remove())

describe('the registry', () => {
  test('an idea becomes a solution that its maker owns, with what the charter decided', async () => {
    const priya = await guildhall.as('priya-raman')
    const registered = await register(priya)
    expect(registered).toMatchObject({ version: 1, name: 'Claims inbox sorting', owner: { id: 'priya-raman', name: 'Priya Raman' } })
    expect(registered['key']).toMatch(/^SOL-\d{4}$/)
    const check = await ask('check-idea', { facts: { ...facts, ownerActive: true } }, { kind: 'none' })
    expect({ tier: registered['tier'], verdict: registered['verdict'] }).toEqual({ tier: check['tier'], verdict: check['verdict'] })
    const page = await ask('show-solution', { key: registered['key'] }, priya)
    expect(page).toMatchObject({
      facts,
      maker: { id: 'priya-raman' },
      history: [{ type: 'solution-registered', actor: { name: 'Priya Raman' } }],
    })
  })

  test('a prohibited use is kept as refused, with the charter’s reason, so that somebody else can look at it', async () => {
    const priya = await guildhall.as('priya-raman')
    const refused = await register(priya, { facts: { ...facts, decidesAboutIndividuals: ['employees'] } })
    expect(refused).toMatchObject({ state: 'refused', verdict: 'refused', cost: 'refused' })
    expect(refused['because']).toContain(
      'It would decide about single employees. Nobody may build that in the program, however small the decision.',
    )
    expect(await ask('show-solution', { key: refused['key'] }, priya)).toMatchObject({ state: 'refused', approved: null })
  })

  test('what is approved by default goes ahead only once no missing answer could change that', async () => {
    const priya = await guildhall.as('priya-raman')
    const harmless = {
      kind: 'automation-flow',
      audience: 'only-me',
      dataClasses: ['public'],
      integrations: ['none'],
      externalContent: false,
      movesMoney: false,
      writesCodeOrSettings: false,
      sendsAs: 'nothing',
      peopleTalkToIt: 'none',
      decisionImpact: ['none'],
      decidesAboutIndividuals: ['none'],
      vulnerablePeople: false,
      regulatedUses: ['none'],
      autonomy: 'assists',
      syntheticMedia: ['none'],
    }
    const open = await register(priya, { facts: harmless })
    expect(open).toMatchObject({
      verdict: 'approved-by-default',
      state: 'draft',
      cost: 'blocked',
      standsInTheWay: [{ field: 'facts.tools' }],
    })
    await expect(ask('submit-solution', { key: open['key'], version: 1 }, priya)).rejects.toMatchObject({ code: 'blocked' })
    expect(await register(priya, { facts: { ...harmless, tools: ['flow-builder'] } })).toMatchObject({
      verdict: 'approved-by-default',
      cost: 'at-once',
    })
  })

  test('an edit decides anew, counts the version up and adds to the history', async () => {
    const priya = await guildhall.as('priya-raman')
    const { key } = await register(priya)
    const edited = await ask(
      'edit-solution',
      { key, version: 1, name: 'Claims sorting', purpose: 'Sorts mail.', facts: { ...facts, movesMoney: true } },
      priya,
    )
    expect(edited).toMatchObject({ version: 2, name: 'Claims sorting', tier: 4 })
    const { history } = (await ask('show-solution', { key }, priya)) as { history: { type: string }[] }
    expect(history.map(({ type }) => type)).toEqual(['solution-edited', 'solution-registered'])
    await expect(ask('edit-solution', { key, version: 1, name: 'Late', purpose: 'Late.', facts }, priya)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
  })

  test('what one may not see does not exist for them, and may not be changed by those who only see it', async () => {
    const { key } = await register(await guildhall.as('priya-raman'))
    const edit = { key, version: 1, name: 'Mine now', purpose: 'Mine.', facts }
    await expect(ask('show-solution', { key }, await guildhall.as('jonas-weber'))).rejects.toMatchObject({ kind: 'not-found' })
    await expect(ask('edit-solution', edit, await guildhall.as('jonas-weber'))).rejects.toMatchObject({ kind: 'not-found' })
    await expect(ask('edit-solution', edit, await guildhall.as('amelia-hart'))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(ask('show-solution', { key }, { kind: 'none' })).rejects.toMatchObject({ kind: 'unauthenticated' })
  })

  test('pages walk through the whole list once, newest first', async () => {
    const grace = await guildhall.as('grace-mbeki')
    const made: unknown[] = []
    for (let i = 0; i < 7; i += 1) made.unshift((await register(grace))['key'])
    const walked: unknown[] = []
    let before: unknown
    do {
      const page = (await ask('list-solutions', { limit: 3, ...(before ? { before } : {}) }, grace)) as {
        solutions: { key: string }[]
        next: string | null
        total: number
      }
      expect(page.total).toBe(7)
      walked.push(...page.solutions.map(({ key }) => key))
      before = page.next
    } while (before)
    expect(walked).toEqual(made)
  })
})
