import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { edited, withTier } from '../charter/edits.ts'
import { charterWorld, proposed, releaseWith, shipped, values } from '../charter/world.ts'

/*
 * A company's own charter outlives releases and restarts, and is what was adopted or nothing.
 */
const { guildhall, lead, ask, requestId, charter, propose, adopt, inForce, register, clear } = await charterWorld()
afterEach(clear)
afterAll(() => guildhall.remove())

describe('a newer shipped charter', () => {
  const release = releaseWith(edited(values, 'next-release', withTier('company-systems', 2), withTier('hard-to-undo', 2)) ?? {})

  test('is compared three ways, and never applied by itself', async () => {
    await adopt(await propose(charter(withTier('hard-to-undo', 4), withTier('personal-data', 4))))
    const before = await inForce()
    const { newer, changes } = await ask<{
      newer: boolean
      changes: { path: string[]; state: string; ours: string | null; theirs: string | null }[]
    }>('compare-with-shipped', {}, lead, release)
    expect(newer).toBe(true)
    const tierOf = (rule: string) => changes.find(({ path }) => path.join(' ') === `tiers.yaml rules ${rule} tier`)
    expect(tierOf('hard-to-undo')).toMatchObject({
      state: 'conflict',
      ours: 'tiers › hard-to-undo › tier was 3 and is now 4.',
      theirs: 'tiers › hard-to-undo › tier was 3 and is now 2.',
    })
    expect(tierOf('personal-data')).toMatchObject({ state: 'ours', theirs: null })
    expect(tierOf('company-systems')).toMatchObject({ state: 'theirs', ours: null })
    expect(await ask('show-charter', {}, lead, release)).toMatchObject({ digest: before.digest })
  })

  test('taken in becomes what the next comparison starts from', async () => {
    const own = edited(values, 'taken-in', withTier('company-systems', 2), withTier('hard-to-undo', 4), withTier('personal-data', 4)) ?? {}
    const { shipped: theirs } = await ask<{ shipped: { digest: string } }>('list-charter-versions', {}, lead, release)
    const proposal = proposed(
      await ask(
        'propose-charter',
        { documents: own, note: 'Takes in what is new.', basedOn: theirs.digest, requestId: requestId() },
        lead,
        release,
      ),
    )
    expect(proposal.basedOn).toBe(theirs.digest)
    await adopt(proposal)
    expect(await ask('compare-with-shipped', {}, lead, release)).toMatchObject({ newer: false })
    // An older release still knows where it stands: the base was kept with the proposal.
    expect(await ask('compare-with-shipped', {}, lead)).toMatchObject({ basedOn: 'next-release', newer: true })
  })
})

describe('behind the program’s back', () => {
  let key: string
  beforeAll(async () => {
    ;({ key } = await register('Decided under an adopted charter'))
  })
  const verify = async () => {
    await guildhall.sequencer.settled()
    return ask<{ ok: boolean; faults: { says: string }[] }>('verify-ledger', {}, { kind: 'system', job: 'test' })
  }

  test('every version, and every decision’s digest, agrees with the ledger', async () =>
    expect(await verify()).toMatchObject({ ok: true, faults: [] }))

  test('a stored charter that was changed decides nothing, and the ledger shows it', async () => {
    const { db } = guildhall.store
    const { digest } = await inForce()
    const change = (from: string, to: string) =>
      sql`update charter_version set documents = replace(documents::text, ${from}, ${to})::jsonb where digest = ${digest}`.execute(db)
    await change('People who know', 'Everybody who knows')
    await expect(ask('check-idea', { facts: {} }, { kind: 'none' }, releaseWith(shipped.documents))).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'charter-unreadable',
    })
    expect((await verify()).faults).toEqual([expect.objectContaining({ says: expect.stringContaining('charter-version') })])
  })

  test('a decision that names another digest of its charter is noticed', async () => {
    await sql`update solution set charter_digest = 'another' where number = ${Number(key.slice(4))}`.execute(guildhall.store.db)
    expect((await verify()).faults).toContainEqual(expect.objectContaining({ says: expect.stringContaining('solution') }))
  })
})
