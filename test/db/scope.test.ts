import { hash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { roles } from '#src/kernel/actor.ts'
import { newId } from '#src/kernel/ids.ts'
import type { Somebody, World } from './attacks/world.ts'
import { openWorld } from './attacks/world.ts'
import { ago, fresh } from '../matrix/stage.ts'

/*
 * list(scope) = all.filter(allows): whatever a list, a count, a search or an export names is exactly what its page shows
 * to whoever asks, asked one by one. Over random units, people and objects, through the HTTP door.
 */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const vocabulary = ['invoice', 'Prüfung', 'Zürich-mail', 'bot', 'o’clock', 'SAP_export'] as const
const midday = Temporal.Instant.from('2027-03-01T12:00:00Z')
const states = ['active', 'active', 'active', 'suspended', 'left'] as const
const some = (most: number) => fc.nat({ max: most - 1 })

const additions = fc.record({
  /** Below which of the units there are, led by which of the people there are, and whether it is closed into its parent. */
  units: fc.array(fc.record({ below: some(50), lead: some(50), closed: fc.boolean() }), { minLength: 1, maxLength: 4 }),
  people: fc.array(
    fc.record({
      roles: fc.subarray(
        roles.filter(role => role !== 'unit-lead'),
        { maxLength: 2 },
      ),
      unit: some(50),
      state: fc.constantFrom(...states),
      again: fc.boolean(),
    }),
    { minLength: 2, maxLength: 5 },
  ),
  solutions: fc.array(
    fc.record({
      maker: some(50),
      owner: some(50),
      backup: fc.option(some(50)),
      coMakers: fc.array(some(50), { maxLength: 2 }),
      unit: some(50),
      words: fc.subarray([...vocabulary], { minLength: 1 }),
      state: fc.constantFrom('draft', 'submitted', 'in-review', 'changes-requested', 'refused', 'referred'),
      tier: fc.integer({ min: 1, max: 4 }),
      kind: fc.option(fc.constantFrom('app', 'ai-agent')),
      tools: fc.subarray(['flow-builder', 'app-builder']),
      dataClasses: fc.subarray(['internal', 'health']),
      expires: fc.option(fc.integer({ min: -3, max: 3 })),
      reusable: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
  proposals: fc.array(fc.record({ by: some(50), kind: fc.constantFrom('change-roles', 'reset-sign-in', 'open-private-target') }), {
    maxLength: 4,
  }),
  findings: fc.array(
    fc.record({
      rule: fc.constantFrom('owner-gone', 'no-backup', 'entry-expired'),
      about: fc.constantFrom('solution', 'solution', 'solution', 'person', 'tool', 'review', 'program'),
      of: some(50),
      severity: fc.constantFrom('high', 'medium', 'low'),
      state: fc.constantFrom('open', 'open', 'snoozed', 'cleared'),
      assignee: fc.option(some(50)),
      due: fc.integer({ min: -3, max: 3 }),
    }),
    { maxLength: 8 },
  ),
  q: fc.constantFrom(...vocabulary, 'inv', 'PRUFUNG', 'mail zur', 'nowhere'),
})
type Additions = typeof additions extends fc.Arbitrary<infer T> ? T : never

/** A solution as the filters see it. */
interface Put {
  parties: string[]
  owner: string
  unit: string | null
  state: string
  tier: number
  kind: string | null
  tools: string[]
  dataClasses: string[]
  expires: number | null
  reusable: boolean
}

/** A finding as the filters see it. */
interface PutFinding {
  id: string
  rule: string
  kind: 'solution' | 'person' | 'tool' | 'review' | 'program'
  subject: string
  severity: 'high' | 'medium' | 'low'
  state: 'open' | 'snoozed' | 'cleared'
  assignee: string | null
  due: number
}

/** Everything that was put in, over all runs. */
const everything = {
  units: new Array<string>(),
  people: new Array<Somebody & { state: string; roles: readonly string[] }>(),
  solutions: new Array<Put & { key: string; text: string }>(),
  proposals: new Array<string>(),
  findings: new Array<PutFinding>(),
}
const one = <T>(of: readonly T[], at: number): T | undefined => of[at % Math.max(of.length, 1)]

const put = async ({ units, people, solutions, proposals, findings }: Additions): Promise<void> => {
  const { db } = world
  for (const { below, lead, closed } of units) {
    const id = `scope-unit-${everything.units.length}`
    const parentId = one(everything.units, below) ?? null
    const over = closed && parentId !== null
    await db
      .insertInto('unit')
      .values({
        ...fresh(),
        id,
        code: null,
        name: id,
        parentId,
        leadId: one(everything.people, lead)?.id ?? null,
        closedAt: over ? ago({ hours: 1 }) : null,
        mergedInto: over ? parentId : null,
      })
      .execute()
    everything.units.push(id)
  }
  for (const { roles, unit, state, again } of people) {
    const human = again ? everything.people.at(-1) : undefined
    const somebody = await world.person(roles, { unit: one(everything.units, unit) ?? null, ...(human ? { human } : {}) })
    if (state !== 'active') await db.updateTable('person').set({ state }).where('id', '=', somebody.id).execute()
    everything.people.push({ ...somebody, state, roles })
  }
  for (const { maker, owner, backup, coMakers, unit, words, expires, kind, tools, dataClasses, ...plain } of solutions) {
    const text = words.join(' ')
    const personAt = (at: number) => one(everything.people, at)?.id ?? ''
    const unitId = one([...everything.units, null], unit) ?? null
    const backupOwnerId = backup === null ? null : personAt(backup)
    const builders = [...new Set(coMakers.map(personAt))]
    const facts = {
      ...(kind === null ? {} : { kind }),
      ...(tools.length > 0 ? { tools } : {}),
      ...(dataClasses.length > 0 ? { dataClasses } : {}),
    }
    const { number } = await db
      .insertInto('solution')
      .values({
        ...fresh(),
        ...plain,
        id: `scope-solution-${everything.solutions.length}`,
        name: words[0] ?? '',
        purpose: text,
        makerId: personAt(maker),
        ownerId: personAt(owner),
        backupOwnerId,
        coMakers: JSON.stringify(builders),
        unitId,
        facts: JSON.stringify(facts),
        charterVersion: 'x',
        charterDigest: 'x',
        verdict: 'pass',
        expiresAt: expires === null ? null : midday.add({ hours: 24 * expires }).toString(),
        createdAt: ago({ hours: 1 }),
        changedAt: ago({ hours: 1 }),
      })
      .returning('number')
      .executeTakeFirstOrThrow()
    const parties = [personAt(maker), personAt(owner), ...builders, ...(backupOwnerId === null ? [] : [backupOwnerId])]
    const key = `SOL-${String(number).padStart(4, '0')}`
    everything.solutions.push({ ...plain, key, text, parties, owner: personAt(owner), unit: unitId, kind, tools, dataClasses, expires })
  }
  for (const { by, kind } of proposals) {
    const id = newId()
    const proposer = one(everything.people, by)
    const { human } = await db
      .selectFrom('person')
      .select('human')
      .where('id', '=', proposer?.id ?? '')
      .executeTakeFirstOrThrow()
    const contents = {
      'change-roles': { changes: [{ person: everything.people[0]?.id ?? '', role: 'legal', give: true }] },
      'reset-sign-in': { person: everything.people[0]?.id ?? '' },
      'open-private-target': { target: 'erp.internal:443' },
    }
    await db
      .insertInto('proposal')
      .values({
        ...fresh(),
        id,
        kind,
        subject: id,
        content: JSON.stringify(contents[kind]),
        digest: hash('sha256', id),
        note: 'x',
        state: 'open',
        proposedBy: proposer?.id ?? '',
        proposedByHuman: human,
        proposedAt: world.clock.now().toString(),
        expiresAt: world.clock.now().add({ hours: 24 }).toString(),
        decidedBy: null,
        decidedByHuman: null,
        decidedAt: null,
        decisionNote: null,
      })
      .execute()
    everything.proposals.push(id)
  }
  await putFindings(findings)
}

const putFindings = async (findings: Additions['findings']): Promise<void> => {
  for (const { about: kind, of, assignee: to, due, ...plain } of findings) {
    const id = newId()
    const subjects = { solution: `scope-solution-${of % everything.solutions.length}`, person: one(everything.people, of)?.id ?? '' }
    // One finding of a rule is live for a subject, so where there are more of what is no case file they are about another.
    const subject = kind === 'solution' || kind === 'person' ? subjects[kind] : `${kind}-${everything.findings.length}`
    const assignee = to === null ? null : (one(everything.people, to)?.id ?? null)
    const same = everything.findings.some(each => each.rule === plain.rule && each.subject === subject && each.state !== 'cleared')
    if (same && plain.state !== 'cleared') continue
    await world.db
      .insertInto('finding')
      .values({
        ...fresh(),
        ...plain,
        id,
        subjectKind: kind,
        subjectId: subject,
        values: JSON.stringify({}),
        foundAt: midday.subtract({ hours: 240 }).toString(),
        dueAt: midday.add({ hours: 24 * due }).toString(),
        assigneeId: assignee,
        snoozedUntil: plain.state === 'snoozed' ? midday.add({ hours: 240 }).toString() : null,
        snoozeReason: plain.state === 'snoozed' ? 'Later.' : null,
        clearedAt: plain.state === 'cleared' ? midday.toString() : null,
      })
      .execute()
    everything.findings.push({ ...plain, id, kind, subject, assignee, due })
  }
}

const walk = async <T>(
  somebody: Somebody,
  operation: string,
  asked: Record<string, unknown>,
  rows: 'solutions' | 'people' | 'proposals' | 'findings',
  cursor: 'before' | 'after',
  of: (row: Record<string, unknown>) => T,
): Promise<{ found: T[]; total: number | undefined }> => {
  const head = z.looseObject({ next: z.string().nullable(), total: z.int().optional() })
  const page = head.transform(({ next, total, ...rest }) => ({
    next,
    total,
    rows: z.array(z.record(z.string(), z.unknown())).parse(rest[rows]),
  }))
  const found: T[] = []
  for (let from: string | undefined; ;) {
    const got = await world.get(page, operation, { ...asked, limit: 7, ...(from === undefined ? {} : { [cursor]: from }) }, somebody)
    found.push(...got.rows.map(of))
    if (got.next === null) return { found, total: got.total }
    from = got.next
  }
}

const shownTo = async <T>(
  somebody: Somebody,
  all: readonly T[],
  operation: string,
  field: string,
  of: (one: T) => string,
): Promise<T[]> => {
  const answers = await Promise.all(all.map(each => world.ask(operation, { [field]: of(each) }, somebody)))
  expect(
    new Set(answers).isSubsetOf(new Set(['yes', 'no-such-solution', 'no-such-person', 'no-such-proposal', 'no-such-finding'])),
    answers.join(),
  ).toBe(true)
  return all.filter((_, i) => answers[i] === 'yes')
}

/** The words of a text as search folds them: without accents and capitals, punctuation as gaps. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9’]+/)
    .filter(Boolean)

const str = (value: unknown) => String(value)

const expectSolutions = async (somebody: Somebody, q: string): Promise<void> => {
  const known = new Map(everything.solutions.map(solution => [solution.key, solution]))
  const ours = (keys: readonly string[]) => keys.filter(key => known.has(key)).toSorted()
  const allowed = await shownTo(somebody, everything.solutions, 'show-solution', 'key', ({ key }) => key)
  const keys = allowed.map(({ key }) => key).toSorted()
  const { found, total } = await walk(somebody, 'list-solutions', {}, 'solutions', 'before', row => str(row['key']))
  expect(ours(found)).toEqual(keys)
  expect(total).toBe(found.length)

  const sought = allowed.filter(({ text }) => wordsOf(q).every(word => wordsOf(text).some(each => each.startsWith(word))))
  const search = await walk(somebody, 'list-solutions', { q }, 'solutions', 'before', row => str(row['key']))
  expect(ours(search.found)).toEqual(sought.map(({ key }) => key).toSorted())
  expect(search.total).toBe(search.found.length)
  for (const { key } of everything.solutions.slice(-3)) {
    const byKey = await walk(somebody, 'list-solutions', { q: key.toLowerCase() }, 'solutions', 'before', row => str(row['key']))
    expect(byKey.found).toEqual(keys.includes(key) ? [key] : [])
  }

  const narrowed: [asked: Record<string, unknown>, fits: (solution: Put) => boolean][] = [
    [{ state: 'in-review' }, ({ state }) => state === 'in-review'],
    [{ tier: 3 }, ({ tier }) => tier === 3],
    [{ kind: 'app' }, ({ kind }) => kind === 'app'],
    [{ tool: 'flow-builder' }, ({ tools }) => tools.includes('flow-builder')],
    [{ dataClass: 'health', tier: 4 }, ({ dataClasses, tier }) => dataClasses.includes('health') && tier === 4],
    [{ unit: allowed[0]?.unit ?? 'none' }, ({ unit }) => unit === (allowed[0]?.unit ?? 'none')],
    [{ owner: allowed[0]?.owner ?? 'nobody' }, ({ owner }) => owner === (allowed[0]?.owner ?? 'nobody')],
    [{ expiresBefore: midday.toString() }, ({ expires }) => expires !== null && expires < 0],
    [{ mine: true }, ({ parties }) => parties.includes(somebody.id)],
    [{ reusable: true }, ({ reusable }) => reusable],
  ]
  const kept: [asked: Record<string, unknown>, wanted: string[]][] = narrowed.map(([asked, fits]) => [
    asked,
    allowed
      .filter(fits)
      .map(({ key }) => key)
      .toSorted(),
  ])
  for (const [asked, wanted] of kept) {
    const list = await walk(somebody, 'list-solutions', asked, 'solutions', 'before', row => str(row['key']))
    expect(ours(list.found), JSON.stringify(asked)).toEqual(wanted)
    expect(list.total).toBe(list.found.length)
  }

  const exported = z.object({ csv: z.string(), next: z.null() })
  for (const [asked, wanted] of [[{}, keys], [{ q }, sought.map(({ key }) => key).toSorted()], ...kept.slice(0, 3)] as const) {
    const { csv } = await world.get(exported, 'export-solutions', asked, somebody)
    const rows = parse(csv, { columns: true }) as unknown as { key: string }[]
    expect(ours(rows.map(({ key }) => key))).toEqual(wanted)
  }
}

const expectPeople = async (somebody: Somebody): Promise<void> => {
  const allowed = await shownTo(somebody, everything.people, 'show-person', 'person', ({ id }) => id)
  const known = new Set(everything.people.map(({ id }) => id))
  const ids = allowed.map(({ id }) => id).toSorted()
  const { found, total } = await walk(somebody, 'list-people', {}, 'people', 'after', row => str(row['id']))
  expect(found.filter(id => known.has(id)).toSorted()).toEqual(ids)
  expect(total).toBe(found.length)
  const search = await walk(somebody, 'list-people', { q: 'somebody' }, 'people', 'after', row => str(row['id']))
  expect(search.found.filter(id => known.has(id)).toSorted()).toEqual(ids)
}

const expectProposals = async (somebody: Somebody): Promise<void> => {
  const allowed = await shownTo(somebody, everything.proposals, 'show-proposal', 'proposal', id => id)
  const { found } = await walk(somebody, 'list-proposals', {}, 'proposals', 'before', row => str(row['id']))
  expect(found.filter(id => everything.proposals.includes(id)).toSorted()).toEqual(allowed.toSorted())
}

const expectFindings = async (somebody: (typeof everything.people)[number]): Promise<void> => {
  const allowed = await shownTo(somebody, everything.findings, 'show-finding', 'finding', ({ id }) => id)
  const counted = z.object({ counts: z.object({ high: z.int(), medium: z.int(), low: z.int() }) })
  const countsOf = (findings: readonly PutFinding[]) => {
    const of = (severity: PutFinding['severity']) => findings.filter(each => each.severity === severity).length
    return { high: of('high'), medium: of('medium'), low: of('low') }
  }
  const live = ({ state }: PutFinding) => state !== 'cleared'
  const [some] = allowed
  const [key, solution] = [everything.solutions[0]?.key ?? '', 'scope-solution-0']
  const narrowed: [asked: Record<string, unknown>, fits: (finding: PutFinding) => boolean][] = [
    [{}, live],
    [{ state: 'cleared' }, ({ state }) => state === 'cleared'],
    [{ state: 'snoozed' }, ({ state }) => state === 'snoozed'],
    [{ rule: 'no-backup' }, finding => live(finding) && finding.rule === 'no-backup'],
    [{ severity: 'high' }, finding => live(finding) && finding.severity === 'high'],
    [{ kind: 'person' }, finding => live(finding) && finding.kind === 'person'],
    [{ subject: some?.subject ?? 'none' }, finding => live(finding) && finding.subject === some?.subject],
    [{ solution: key }, finding => live(finding) && finding.subject === solution],
    [{ assignee: somebody.id }, finding => live(finding) && finding.assignee === somebody.id],
    [{ dueBefore: midday.toString() }, finding => live(finding) && finding.due < 0],
  ]
  for (const [asked, fits] of narrowed) {
    const wanted = allowed.filter(fits)
    const { found } = await walk(somebody, 'list-findings', asked, 'findings', 'after', row => str(row['id']))
    expect(found.toSorted(), JSON.stringify(asked)).toEqual(wanted.map(({ id }) => id).toSorted())
    const { counts } = await world.get(counted, 'list-findings', asked, somebody)
    expect(counts, JSON.stringify(asked)).toEqual(countsOf(wanted))
  }

  const part = counted.extend({ own: z.array(z.object({ id: z.string() })), reviews: z.array(z.object({ id: z.string() })) })
  const { own, reviews, counts } = await world.get(part, 'list-my-findings', {}, somebody)
  const open = allowed.filter(({ state }) => state === 'open')
  const built = everything.solutions.flatMap(({ parties }, at) => (parties.includes(somebody.id) ? [`scope-solution-${at}`] : []))
  const theirs = open.filter(({ assignee, subject }) => assignee === somebody.id || [somebody.id, ...built].includes(subject))
  const idsOf = (findings: readonly { id: string }[]) => findings.map(({ id }) => id).toSorted()
  expect(theirs.length).toBeLessThan(50)
  expect(idsOf(own)).toEqual(idsOf(theirs))
  expect(counts).toEqual(countsOf(open))
  const led = somebody.roles.includes('coe-reviewer') ? open.filter(({ kind }) => kind === 'review') : []
  expect(new Set(idsOf(reviews)).isSubsetOf(new Set(idsOf(led)))).toBe(true)
  expect(reviews).toHaveLength(Math.min(led.length, 6))
}

/** The search over everything holds the beginnings of the lists, and so no more than they do. */
const expectSearch = async (somebody: Somebody, q: string): Promise<void> => {
  const answer = z.object({ found: z.array(z.object({ kind: z.string(), id: z.string() })) })
  const searched = async (words: string, kind: string) =>
    (await world.get(answer, 'search-everything', { q: words }, somebody)).found.filter(each => each.kind === kind).map(({ id }) => id)
  const solutions = z.object({ solutions: z.array(z.object({ key: z.string() })) })
  const listed = await world.get(solutions, 'list-solutions', { q, limit: 5 }, somebody)
  expect(await searched(q, 'solution')).toEqual(listed.solutions.map(({ key }) => key))
  const people = z.object({ people: z.array(z.object({ id: z.string() })) })
  const named = await world.get(people, 'list-people', { q: 'somebody', limit: 5 }, somebody)
  expect(await searched('somebody', 'person')).toEqual(named.people.map(({ id }) => id))
  for (const { key } of everything.solutions.slice(-1))
    expect((await searched(key, 'solution')).length === 1).toBe((await world.ask('show-solution', { key }, somebody)) === 'yes')
}

test('a list, a count, a search and an export hold exactly what may be seen one by one', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(additions, async added => {
      await put(added)
      const asking = everything.people.filter(({ state }) => state === 'active').slice(-4)
      for (const somebody of asking) {
        await expectSolutions(somebody, added.q)
        await expectPeople(somebody)
        await expectProposals(somebody)
        await expectFindings(somebody)
        await expectSearch(somebody, added.q)
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
})
