import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Credential } from '#src/kernel/operation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { edited, valuesOf, withTier } from '../charter/edits.ts'
import { charterWorld, shipped, values } from '../charter/world.ts'
import type { Version } from '../charter/world.ts'

/*
 * The life of a charter: proposed by one person, shown to those who decide, adopted by another, never changed.
 */
const { guildhall, lead, security, maker, ask, requestId, charter, propose, adopt, withdraw, shown, inForce, register, clear } =
  await charterWorld()
afterEach(clear)
afterAll(() => guildhall.remove())

describe('the charter', () => {
  test('that ships is in force unsigned until two people adopt it as it is', async () => {
    expect(await inForce()).toMatchObject({ version: shipped.charter.version, digest: shipped.charter.digest, adopted: null })
    const proposal = await propose(undefined)
    expect(proposal).toMatchObject({
      label: shipped.charter.version,
      digest: shipped.charter.digest,
      state: 'open',
      basedOn: shipped.charter.digest,
    })
    expect(await shown()).toMatchObject({ changes: [], impact: { effects: [], totals: { changed: 0 } } })
    expect(await adopt(proposal)).toMatchObject({ state: 'adopted', version: 2 })
    expect(await inForce()).toMatchObject({ adopted: { by: 'Daniel Okoye' } })
    expect(await inForce({ kind: 'none' })).toMatchObject({ adopted: { by: null } })
  })

  test('is proposed, shown in words and by name, adopted by a second person, and superseded by the next', async () => {
    const { key } = await register('Reminders to suppliers')
    const documents = charter(withTier('hard-to-undo', 4))
    const before = await inForce()
    const proposal = await propose(documents)
    expect(await inForce()).toEqual(before)
    const preview = await shown()
    expect(preview.changes.map(({ text }) => text)).toContain('tiers › hard-to-undo › tier was 3 and is now 4.')
    expect((await shown({ language: 'de' })).changes.map(({ text }) => text)).toContain(
      'tiers › hard-to-undo › tier war 3 und ist jetzt 4.',
    )
    expect(preview.impact.effects).toContainEqual(
      expect.objectContaining({
        key,
        name: 'Reminders to suppliers',
        tier: { before: 3, after: 4 },
        verdict: { before: 'review', after: 'referred' },
        lane: { before: 'Three sign-offs', after: 'Handed over' },
      }),
    )
    await adopt(proposal)
    expect(await inForce()).toMatchObject({ version: proposal.label, digest: proposal.digest })
    const { versions } = await ask<{ versions: Version[] }>('list-charter-versions', {}, lead)
    expect(versions.map(({ state }) => state)).toEqual(['in-force', 'superseded'])
    expect(await ask('show-charter-version', { digest: proposal.digest }, maker)).toMatchObject({ state: 'in-force', documents })
  })

  test('a proposal that is withdrawn leaves room for the next, and may be proposed again', async () => {
    const documents = charter()
    const first = await propose(documents)
    await expect(propose(charter())).rejects.toMatchObject({ code: 'proposal-open' })
    expect(await withdraw(first)).toMatchObject({ state: 'withdrawn', version: 2 })
    await expect(shown()).rejects.toThrow('No proposal is open.')
    const again = await propose(documents)
    expect(again).toMatchObject({ digest: first.digest, state: 'open', version: 1 })
    await withdraw(again)
  })

  test('names the charter in each decision, by label and digest, also while another is being adopted', async () => {
    const before = await inForce()
    const proposal = await propose(charter(withTier('hard-to-undo', before.version.startsWith('test') ? 2 : 4)))
    const during = Array.from({ length: 12 }, (_, i) => register(`Meanwhile ${i}`))
    const [keys] = await Promise.all([Promise.all(during), adopt(proposal)])
    keys.push(await register('Afterwards'))
    const made = await Promise.all(
      keys.map(({ key }) => ask<{ charter: string; charterDigest: string; tier: number }>('show-solution', { key }, maker)),
    )
    const tiers = new Map(
      [before, { version: proposal.label, digest: proposal.digest }].map(({ version, digest }) => [
        digest,
        { version, tier: digest === proposal.digest ? 2 : 4 },
      ]),
    )
    for (const { charter: label, charterDigest, tier } of made) expect({ version: label, tier }).toEqual(tiers.get(charterDigest))
    expect(made.at(-1)).toMatchObject({ charterDigest: proposal.digest })
  })

  test('adopted twice is refused, and an earlier one comes back only under a name of its own', async () => {
    const { versions } = await ask<{ versions: Version[] }>('list-charter-versions', {}, lead)
    const superseded = versions.find(({ state }) => state === 'superseded')
    const current = versions.find(({ state }) => state === 'in-force')
    const written = async (digest: string | undefined) =>
      (await ask<{ documents: Record<string, string> }>('show-charter-version', { digest }, lead)).documents
    await expect(propose(await written(current?.digest))).rejects.toMatchObject({
      code: 'charter-known',
      blockers: [{ reason: expect.stringContaining('in force already') }],
    })
    await expect(propose(await written(superseded?.digest))).rejects.toMatchObject({
      code: 'charter-known',
      blockers: [{ remedy: expect.stringContaining('new version in charter.yaml') }],
    })
    const back = edited(valuesOf(await written(superseded?.digest)), 'back-again')
    const proposal = await propose(back ?? {})
    const { version } = await adopt(proposal)
    await expect(adopt({ ...proposal, version })).rejects.toMatchObject({ code: 'not-open' })
  })

  test('is shown as it was written, to the letter, to whoever may see it', async () => {
    const documents = Object.fromEntries(Object.entries(charter()).map(([name, text]) => [name, `# Žluťoučký “kůň” 🐎\r\n${text}`]))
    const proposal = await propose(documents)
    expect(await ask('show-charter-version', { digest: proposal.digest }, lead)).toMatchObject({ state: 'proposed', documents })
    await expect(ask('show-charter-version', { digest: proposal.digest }, maker)).rejects.toMatchObject({ code: 'no-such-charter' })
    await expect(ask('show-proposal', { proposal: proposal.id }, maker)).rejects.toMatchObject({ code: 'no-such-proposal' })
    await expect(withdraw(proposal, maker)).rejects.toMatchObject({ code: 'no-such-proposal' })
    await expect(withdraw(proposal, security)).rejects.toMatchObject({ code: 'not-yours' })
    await withdraw(proposal)
  })

  test('pages through its versions once, newest first', async () => {
    const all = await ask<{ versions: { id: string }[]; next: string | null }>('list-charter-versions', {}, lead)
    const walked: { id: string }[] = []
    for (let before: string | undefined; ;) {
      const page = await ask<typeof all>('list-charter-versions', { limit: 2, ...(before ? { before } : {}) }, lead)
      walked.push(...page.versions)
      if (page.next === null) break
      before = page.next
    }
    expect(walked).toEqual(all.versions)
    expect(walked.length).toBeGreaterThan(4)
  })
})

describe('what can’t be proposed', () => {
  const replaced = (document: string, from: string | RegExp, to: string) => {
    const documents = { ...charter() }
    const text = documents[document]?.replace(from, to)
    if (text === undefined || text === documents[document]) throw new Error(`${document} has no ${String(from)}.`)
    return { ...documents, [document]: text }
  }
  const cases: [string, () => Record<string, unknown>, string, string, RegExp][] = [
    [
      'a document that is no YAML',
      () => ({ documents: replaced('tiers.yaml', /^rules:/m, 'rules: [') }),
      'charter-broken',
      'documents.tiers.yaml',
      /^tiers\.yaml:\d+:\d+ /,
    ],
    [
      'a misspelt field',
      () => ({ documents: replaced('tiers.yaml', 'because:', 'becuase:') }),
      'charter-broken',
      'documents.tiers.yaml',
      /^tiers\.yaml:\d+:\d+ "becuase"/,
    ],
    [
      'a value that a fact has not',
      () => ({ documents: replaced('tiers.yaml', "'outside'", "'ouside'") }),
      'charter-broken',
      'documents.tiers.yaml',
      /ouside/,
    ],
    [
      'a waiver of what nobody may waive',
      () => ({
        documents: charter(documents => ({
          ...documents,
          'guardrails.yaml': {
            ...documents['guardrails.yaml'],
            guardrails: documents['guardrails.yaml'].guardrails.map(rule => ({ ...rule, waivable: true })),
          },
        })),
      }),
      'charter-broken',
      'documents.guardrails.yaml',
      /^guardrails\.yaml:\d+:\d+ .*can't be waived by anybody/,
    ],
    [
      'a charter without a prohibition',
      () => ({
        documents: charter(documents => ({
          ...documents,
          'prohibited.yaml': { ...documents['prohibited.yaml'], prohibited: documents['prohibited.yaml'].prohibited.slice(1) },
        })),
      }),
      'charter-broken',
      'documents.prohibited.yaml',
      /is missing/,
    ],
    [
      'an example that is not kept',
      () => ({ documents: replaced('examples.yaml', 'tier: 3', 'tier: 2') }),
      'charter-broken',
      'documents.examples.yaml',
      /^examples\.yaml:\d+:\d+ Example .*the tier is 3, not 2/,
    ],
    [
      'a missing document',
      () => ({ documents: Object.fromEntries(Object.entries(charter()).filter(([name]) => name !== 'waivers.yaml')) }),
      'charter-broken',
      'documents.waivers.yaml',
      /is missing/,
    ],
    [
      'a document that is none',
      () => ({ documents: { ...charter(), 'notes.yaml': 'x: 1' } }),
      'charter-broken',
      'documents.notes.yaml',
      /not a document of a charter/,
    ],
    ['no documents at all', () => ({ documents: {} }), 'charter-broken', 'documents.charter.yaml', /is missing/],
    ['text with a NUL', () => ({ documents: { 'charter.yaml': 'a: "\0"' } }), 'invalid-input', 'documents.charter.yaml', /form/],
    ['half a character', () => ({ documents: { 'charter.yaml': 'a: "\ud800"' } }), 'invalid-input', 'documents.charter.yaml', /form/],
    ['more than a charter can be', () => ({ documents: { 'charter.yaml': 'x'.repeat(1_000_001) } }), 'invalid-input', 'documents', /form/],
    [
      'documents that are no text',
      () => ({ documents: { 'charter.yaml': { version: 1 } } }),
      'invalid-input',
      'documents.charter.yaml',
      /text/,
    ],
    [
      'a label that another charter has',
      () => ({ documents: edited(values, shipped.charter.version, withTier('hard-to-undo', 1)) }),
      'label-taken',
      'documents.charter.yaml',
      /already called/,
    ],
    ['a base that was never shipped', () => ({ documents: charter(), basedOn: 'f'.repeat(64) }), 'no-such-base', 'basedOn', /ever shipped/],
    ['no reason', () => ({ documents: charter(), note: ' ' }), 'invalid-input', 'note', /short/],
  ]
  test.each(cases)('%s, with field, reason and remedy', async (_, input, code, field, reason) => {
    const refusal: unknown = await ask('propose-charter', { note: 'x', requestId: requestId(), ...input() }, lead).catch(
      (error: unknown) => error,
    )
    if (!(refusal instanceof Refusal)) throw new Error('It was not refused.')
    expect(refusal.code).toBe(code)
    const blocker = refusal.blockers.find(each => each.field === field && reason.test(each.reason))
    expect(blocker?.remedy, JSON.stringify(refusal.blockers.slice(0, 3))).toMatch(/\w/)
  })
})

describe('two people', () => {
  test('nobody but a program lead proposes; a program lead, legal or security adopts; the program does neither', async () => {
    const operator: Credential = { kind: 'system', job: 'operator' }
    for (const [as, code] of [
      [maker, 'proposers-only'],
      [security, 'proposers-only'],
      [operator, 'people-only'],
      [{ kind: 'none' } as const, 'sign-in-needed'],
    ] as const)
      await expect(propose(charter(), as)).rejects.toMatchObject({ code })
    const proposal = await propose(charter())
    for (const [person, code] of [
      ['amelia-hart', 'no-second-person'],
      ['priya-raman', 'no-such-proposal'],
      ['hanna-lindqvist', 'no-second-person'],
      ['grace-mbeki', 'no-such-proposal'],
      ['yusuf-demir', 'no-second-person'],
    ] as const)
      await expect(adopt(proposal, await guildhall.as(person))).rejects.toMatchObject({ code })
    await expect(adopt(proposal, operator)).rejects.toMatchObject({ code: 'people-only' })
    expect(await adopt(proposal, await guildhall.as('mei-lin-chou'))).toMatchObject({ state: 'adopted' })
  })

  test('what is adopted is what was shown: digest and version must be those of the proposal', async () => {
    const proposal = await propose(charter())
    await expect(adopt({ ...proposal, binding: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'other-content' })
    await expect(adopt({ ...proposal, version: 7 })).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const { version } = await withdraw(proposal)
    await expect(adopt({ ...proposal, version })).rejects.toMatchObject({ code: 'not-open' })
  })

  test('the database itself lets nobody adopt their own', async () => {
    const proposal = await propose(charter())
    const { db } = guildhall.store
    await expect(
      sql`update charter_version set adopted_by = proposed_by, adopted_at = now() where digest = ${proposal.digest}`.execute(db),
    ).rejects.toMatchObject({ code: '23514' })
    await expect(sql`update charter_version set state = 'in-force' where digest = ${proposal.digest}`.execute(db)).rejects.toMatchObject({
      code: '23514',
    })
    await withdraw(proposal)
  })
})
