import { expect, it } from 'vitest'
import { governed } from './governed.ts'

const people = governed({ kind: 'person', table: 'person', columns: ['name', 'jobTitle', 'contact', 'roles', 'state'] })
const row = {
  id: 'p1',
  version: 3,
  sealSalt: Buffer.alloc(16, 7),
  name: 'Ada',
  jobTitle: 'Analyst',
  contact: 'Ops',
  roles: ['maker'],
  state: 'active' as const,
}

it('the same row has the same digest, however its columns are ordered', () => {
  const { id, version, sealSalt, name, jobTitle, contact, roles, state } = row
  expect(people.subject({ state, roles, contact, jobTitle, name, sealSalt, version, id })).toEqual(people.subject(row))
})

it('any governed column, the version, the id and the salt change the digest; other columns do not', () => {
  const { digest } = people.subject(row)
  for (const change of [
    { name: 'Eve' },
    { roles: ['maker', 'auditor'] },
    { state: 'left' as const },
    { version: 4 },
    { id: 'p2' },
    { sealSalt: Buffer.alloc(16, 8) },
  ]) {
    expect(people.subject({ ...row, ...change }).digest).not.toBe(digest)
  }
  const wider = { ...row, lastSeen: 'today' }
  expect(people.subject(wider).digest).toBe(digest)
})

it('moments, bytes and JSON enter the digest as values, not as objects that look alike', () => {
  const links = governed({ kind: 'link', table: 'link', columns: ['secretHash', 'madeAt', 'endedAt'] })
  const at = (text: string, byte: number) =>
    links.subject({
      id: 's',
      version: 1,
      sealSalt: Buffer.alloc(16),
      secretHash: Buffer.of(byte),
      madeAt: Temporal.Instant.from(text),
      endedAt: null,
    }).digest
  expect(at('2026-01-01T00:00:00Z', 1)).toBe(at('2026-01-01T01:00:00+01:00', 1))
  expect(at('2026-01-01T00:00:00Z', 1)).not.toBe(at('2026-01-01T00:00:01Z', 1))
  expect(at('2026-01-01T00:00:00Z', 1)).not.toBe(at('2026-01-01T00:00:00Z', 2))
})

it('a row without one of its governed columns, or with a short salt, is a bug and says so', () => {
  const partial = { ...row }
  Reflect.deleteProperty(partial, 'contact')
  expect(() => people.subject(partial)).toThrow('person.contact is missing')
  expect(() => people.subject({ ...row, sealSalt: Buffer.alloc(15) })).toThrow('fewer than 16')
})

it('an ended row leaves its kind, id and version, and no digest of what it held', () => {
  expect(people.ended(row)).toEqual({ kind: 'person', id: 'p1', version: 3, digest: null, ended: true })
})
