import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { n8n, node } from '#src/engines/inspect/cases/build.ts'
import type { Source } from '#src/engines/inspect/index.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { sweeping } from './findings-world.ts'
import type { Shown, Solutions } from './solutions-world.ts'
import { forTeam, harmless, openSolutions } from './solutions-world.ts'

/*
 * A solution's artifact: what its file shows stands beside what is declared and counts with it. The file itself is not kept.
 */
let world: Solutions
beforeAll(async () => {
  world = await openSolutions()
  await world.acceptStandards('priya-raman')
})
afterAll(() => world.remove())

const fileOf = (source: Source) => {
  if (!('bytes' in source)) throw new Error('A folder is no file.')
  return { name: source.name, content: Buffer.from(source.bytes).toString('base64') }
}

/** Reads its form and writes to a customer system. */
const crm = n8n('Leads', [node('On form', 'formTrigger'), node('Customers', 'salesforce')], ['On form > Customers'])
/** The same, drawn elsewhere and called otherwise. */
const crmAgain = n8n(
  'Leads, newer',
  [node('On form', 'formTrigger', {}, { position: [9, 9] }), node('Accounts', 'salesforce')],
  ['On form > Accounts'],
)
const harmlessFile = n8n('Reminder', [node('Each day', 'scheduleTrigger'), node('Set', 'set')], ['Each day > Set'])
const database = n8n('Report', [node('Each day', 'scheduleTrigger'), node('Rows', 'postgres')], ['Each day > Rows'])

interface Fact {
  fact: string
  seen: unknown
  counts: unknown
  differs: boolean
  evidence: { where: string; why: string; confidence: number }[]
}
interface Inspected {
  file: { name: string; bytes: number; digest: string }
  format: string
  facts: Fact[]
  asks: { fact: string }[]
}
interface Previewed {
  cost: string
  tier: number
  tierDeclared: number
  verdict: string
  same: boolean
  drops: string | null
  inspection: Inspected
}
const inspectedOf = async (key: string) => (await world.show(key)).draft as unknown as { inspection: Inspected | null; digest: string }
const preview = (key: string, source: Source, person = 'priya-raman') =>
  world.ask<Previewed>('preview-inspection', { key, file: fileOf(source) }, person)
const attach = (key: string, source: Source, person = 'priya-raman') =>
  world.on<Shown & { cost: string; dropped: string | null }>(key, 'inspect-solution', person, { file: fileOf(source) })
const remove = (key: string) => world.on<Shown & { cost: string }>(key, 'remove-inspection', 'priya-raman')
const refusal = (act: Promise<unknown>): Promise<Refusal> =>
  act.then(
    () => expect.unreachable('It was not refused.'),
    (error: unknown) => error as Refusal,
  )

describe('a file that shows more than was declared', () => {
  test('raises the tier, exactly as the preview said, and what was declared stays as it was said', async () => {
    const { key } = await world.register(forTeam)
    const said = await preview(key, crm)
    expect(said).toMatchObject({ tier: 3, tierDeclared: 2, cost: 'full-review', verdict: 'review', same: false })
    expect(await inspectedOf(key)).toMatchObject({ inspection: null })

    expect(await attach(key, crm)).toMatchObject({ tier: said.tier, cost: said.cost })
    const { inspection } = await inspectedOf(key)
    const integrations = inspection?.facts.find(({ fact }) => fact === 'integrations')
    expect(integrations).toMatchObject({ seen: ['crm'], counts: ['crm'], differs: true })
    expect(integrations?.evidence[0]?.where).toContain('Customers')
    expect((await world.show(key)).facts).toMatchObject({ integrations: ['none'] })
  })

  test('opens a question where it raises a doubt against a plain no; the answer that accounts for it settles it', async () => {
    const { key } = await world.register(harmless)
    expect(await attach(key, database)).toMatchObject({ verdict: 'clarify', cost: 'clarify' })
    expect((await inspectedOf(key)).inspection?.asks).toEqual([expect.objectContaining({ fact: 'integrations' })])
    expect(await world.edit(key, { ...harmless, integrations: ['data-warehouse'] })).toMatchObject({ verdict: 'review', tier: 2 })
  })

  test('goes along with every edit after it, until it is removed', async () => {
    const { key } = await world.register(forTeam)
    await attach(key, crm)
    expect(await world.edit(key, { ...forTeam, audience: 'business-unit' })).toMatchObject({ tier: 3 })
    expect((await inspectedOf(key)).inspection?.file.name).toBe('Leads.json')
    expect(await remove(key)).toMatchObject({ tier: 2 })
    expect((await inspectedOf(key)).inspection).toBeNull()
    expect(await refusal(remove(key))).toMatchObject({ code: 'nothing-read' })
  })

  test('gives way to a ruling', async () => {
    const { key } = await world.register(forTeam)
    await attach(key, crm)
    await world.submit(key)
    await world.on(key, 'rule-on-fact', 'daniel-okoye', {
      fact: 'integrations',
      value: ['office-suite'],
      reason: 'That is a copy for tests.',
    })
    expect(await world.show(key)).toMatchObject({ tier: 2 })
  })
})

test('what was declared and what the file shows is a finding where that raises the tier, until somebody settles it', async () => {
  const findings = sweeping(world)
  const { key } = await world.register(forTeam)
  await attach(key, crm)
  await findings.incremental()
  expect((await findings.of(key))['mislabelled']).toMatchObject({ severity: 'medium', values: { declared: 2, shown: 3 } })
  await world.edit(key, { ...forTeam, integrations: ['crm'] })
  await findings.incremental()
  expect(await findings.rulesOf(key)).not.toContain('mislabelled')
})

describe('what an approval covers', () => {
  test('includes what was read: another artifact is a new version beside the one that runs', async () => {
    const key = await world.running(forTeam)
    const { approved } = await world.show(key)
    const said = await preview(key, crm)
    expect(await attach(key, crm)).toMatchObject({ cost: said.cost, tier: 2 })
    const after = await world.show(key)
    expect(after).toMatchObject({ state: 'active', approved, draft: { number: 2, state: 'draft', tier: 3 } })
    expect(after.draft?.digest).not.toBe(approved?.digest)
  })

  test('is the same for a file that does the same, whatever it is called and however it is drawn', async () => {
    const { key } = await world.register(forTeam)
    await attach(key, crm)
    const { digest } = await inspectedOf(key)
    expect(await preview(key, crmAgain)).toMatchObject({ same: true, cost: 'noted' })
    expect(await attach(key, crmAgain)).toMatchObject({ cost: 'noted' })
    const { inspection, ...draft } = await inspectedOf(key)
    expect(draft.digest).toBe(digest)
    expect(inspection?.file.name).toBe('Leads, newer.json')
  })

  test('falls with its sign-offs where a file is read while it is under review', async () => {
    const { key } = await world.register(forTeam)
    const { review } = await world.submit(key)
    expect(await preview(key, harmlessFile)).toMatchObject({ drops: review?.key })
    expect(await attach(key, harmlessFile)).toMatchObject({ dropped: review?.key, state: 'draft' })
  })

  test('can be lived through to the end, and the ledger proves every row of it', async () => {
    const { key } = await world.register(forTeam)
    await attach(key, crm)
    await world.submit(key)
    await world.approve(key)
    await world.on(key, 'go-live', 'priya-raman')
    expect(await world.show(key)).toMatchObject({ state: 'active', tier: 3 })
    const { output } = await world.run(world.program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
    expect(output).toMatchObject({ ok: true, faults: [] })
  })
})

describe('a file that cannot be read', () => {
  test.each([
    ['is no export', { name: 'notes.json', bytes: Buffer.from('{"shopping": ["milk"]}') }, 'artifact-not-recognised'],
    ['is broken', { name: 'cut.json', bytes: Buffer.from('{"nodes": [') }, 'artifact-unreadable'],
    ['is a picture', { name: 'photo.png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) }, 'artifact-unreadable'],
    ['is empty', { name: 'nothing.json', bytes: Buffer.alloc(0) }, 'file-empty'],
    ['is too large', { name: 'backup.json', bytes: Buffer.alloc(5_000_001, 0x20) }, 'artifact-too-large'],
  ])('is refused with its reason and a remedy, and changes nothing: %s', async (_, source, code) => {
    const { key } = await world.register(forTeam)
    const { version } = await world.show(key)
    for (const act of [() => preview(key, source), () => attach(key, source)]) {
      const { code: given, blockers } = await refusal(act())
      expect([given, blockers[0]?.field]).toEqual([code, 'file'])
      expect(blockers[0]?.remedy).not.toBe('')
    }
    expect(await world.show(key)).toMatchObject({ version, tier: 2, draft: { number: 1, inspection: null } })
  })

  test('is refused where its bytes did not arrive whole', async () => {
    const { key } = await world.register(forTeam)
    const file = { name: 'a.json', content: 'no base64 §' }
    expect(await refusal(world.ask('preview-inspection', { key, file }, 'priya-raman'))).toMatchObject({ code: 'file-damaged' })
  })
})

describe('who', () => {
  test('may have a file read: those who speak for it, and nobody else; nobody’s file is read for others', async () => {
    const { key } = await world.register(forTeam)
    const broken = { name: 'cut.json', bytes: Buffer.from('{') }
    // Were it read before the permission was asked, the file’s own fault would be the answer.
    expect(await refusal(attach(key, broken, 'hanna-lindqvist'))).toMatchObject({ code: 'not-yours' })
    expect(await refusal(preview(key, broken, 'hanna-lindqvist'))).toMatchObject({ code: 'not-yours' })
    expect(await refusal(world.on(key, 'remove-inspection', 'hanna-lindqvist'))).toMatchObject({ code: 'not-yours' })
  })
})

test('neither the file nor a secret that stands in it is kept or shown', async () => {
  const canaries = {
    key: 'sk-proj-Zx81kQpLm2Vt7Rw9Yb4Nc6Hd3Jf5Gs0AaBbCcDdEeFf',
    token: 'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
    password: 'Gr4nite-Otter-Falls',
    database: 'postgres://reports:Qw7-Plover-Night@db.example.com/sales',
  }
  const leaky = n8n(
    'Hiring',
    [
      node('On form', 'formTrigger', { note: canaries.password }),
      node('Agent', 'lc:agent', {
        text: '={{ $json.cv }}',
        options: { systemMessage: `Use the key ${canaries.key} and rank the applicants by their CV, password: ${canaries.password}` },
      }),
      node('Model', 'lc:lmChatOpenAi', { model: 'gpt-4o', options: { baseURL: `https://user:${canaries.token}@api.example.com/v1` } }),
      node('Fetch', 'httpRequest', {
        url: `https://api.example.com/v1?token=${canaries.token}`,
        headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${canaries.token}` }] },
      }),
      node(`Script ${canaries.token}`, 'code', { jsCode: `const { Client } = require('pg'); new Client('${canaries.database}')` }),
    ],
    ['On form > Agent > Fetch', `Fetch > Script ${canaries.token}`, 'Model -model> Agent'],
  )
  const { key } = await world.register(forTeam)
  const shown = JSON.stringify([await preview(key, leaky), await attach(key, leaky), await world.show(key, 'priya-raman')])
  const rows = JSON.stringify([
    await world.db.selectFrom('inspection').selectAll().execute(),
    await world.db.selectFrom('declaration').selectAll().execute(),
    await world.db.selectFrom('ledgerEntry').select('body').execute(),
    await world.db.selectFrom('ledgerPersonal').selectAll().execute(),
  ])
  for (const [what, canary] of Object.entries(canaries)) {
    expect(shown.includes(canary), `${what} is shown`).toBe(false)
    expect(rows.includes(canary), `${what} is kept`).toBe(false)
  }
  // The file was read: what it does is known.
  expect(shown).toContain('regulatedUses')
})
