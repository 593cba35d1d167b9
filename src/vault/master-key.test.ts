import { createSecretKey, generateKeySync, randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { newId } from '#src/kernel/ids.ts'
import { masterKey, readMasterKey } from './master-key.ts'

const newMaster = () => masterKey(createSecretKey(randomBytes(32)))

describe('a master key', () => {
  const master = newMaster()
  const dataKey = generateKeySync('aes', { length: 256 })
  const id = newId()
  const wrapped = master.wrap(id, dataKey)

  test('opens what it wrapped, and the data key is the same', () => {
    expect(master.unwrap(id, wrapped)?.equals(dataKey)).toBe(true)
  })

  test('opens no data key under the id of another one', () => {
    expect(master.unwrap(newId(), wrapped)).toBeNull()
  })

  test('opens nothing that another master key wrapped, and has another id', () => {
    const other = newMaster()
    expect(other.unwrap(id, wrapped)).toBeNull()
    expect(other.id).not.toBe(master.id)
  })

  test('opens no wrapped key with a bit changed or a byte missing', () => {
    for (let bit = 0; bit < wrapped.length * 8; bit += 1) {
      const copy = Buffer.from(wrapped)
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(master.unwrap(id, copy)).toBeNull()
    }
    for (let length = 0; length < wrapped.length; length += 1) expect(master.unwrap(id, wrapped.subarray(0, length))).toBeNull()
  })

  test('has the same id wherever it is read, which is no part of it', () => {
    const secret = randomBytes(32)
    const [one, other] = [masterKey(createSecretKey(secret)), masterKey(createSecretKey(secret))]
    expect(one.id).toBe(other.id)
    expect(one.id).toMatch(/^[0-9a-f]{16}$/)
    expect(secret.toString('hex')).not.toContain(one.id.slice(0, 8))
  })

  test('shows nothing of itself in a log', () => {
    const text = randomBytes(32).toString('base64')
    const key = readMasterKey(text)
    const shown = `${inspect({ key, master: key && masterKey(key) }, { depth: 9, showHidden: true })}${JSON.stringify({ key })}`
    expect(shown).toContain('SecretKeyObject')
    expect(shown).not.toContain(text.slice(0, 8))
    expect(shown).not.toContain(Buffer.from(text, 'base64').toString('hex').slice(0, 8))
  })
})

describe('a written master key', () => {
  const bytes = Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 89 + 250) % 256))

  test.each([
    ['base64', bytes.toString('base64')],
    ['base64 without its end', bytes.toString('base64').replace('=', '')],
    ['base64url', bytes.toString('base64url')],
    ['with a line break', `${bytes.toString('base64')}\r\n`],
  ])('is read: %s', (_, text) => {
    expect(readMasterKey(text)?.export().equals(bytes)).toBe(true)
  })

  test.each([
    ['nothing', ''],
    ['31 bytes', randomBytes(31).toString('base64')],
    ['33 bytes', randomBytes(33).toString('base64')],
    ['hexadecimal', bytes.toString('hex')],
    ['a sentence', 'correct horse battery staple, correct horse!'],
    ['a placeholder', 'A'.repeat(43)],
    ['a repeated pattern', Buffer.from('abcd'.repeat(8)).toString('base64')],
    ['two lines', `${bytes.toString('base64')}\n${bytes.toString('base64')}`],
  ])('is refused: %s', (_, text) => {
    expect(readMasterKey(text)).toBeNull()
  })
})
