import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Signer } from '#src/engines/merkle/index.ts'
import { newSignerKey, signNote } from '#src/engines/merkle/index.ts'
import type { Receipt, SignedReceipt } from './receipt.ts'
import { receiptFields, receiptText } from './receipt.ts'
import { whyNotProven } from './why-not-proven.ts'

const { signer } = newSignerKey('example.com/ledger')
const [submitted, approved] = [Buffer.from('Dear customer'), Buffer.from('Dear customer,\n')]
const receipt: Receipt = {
  format: 'guildhall content receipt v1',
  installation: 'example.com/ledger',
  review: 'a',
  solution: { key: 'SOL-0042', version: 3, digest: 'd' },
  test: false,
  verdict: 'approved',
  submittedDigest: hash('sha256', submitted, 'hex'),
  approvedDigest: hash('sha256', approved, 'hex'),
  reviewer: { id: 'daniel', name: 'Daniel Okoye', attended: true },
  submittedAt: '2026-11-23T09:00:00Z',
  openedAt: '2026-11-23T09:01:00Z',
  decidedAt: '2026-11-23T09:02:00Z',
  ledgerEntry: 17,
}
const signedBy = (key: Signer, fields: Receipt): SignedReceipt => {
  const note = signNote(receiptText(fields), key)
  return { receipt: fields, key: key.vkey, signature: note.slice(note.lastIndexOf('\n\n') + 2, -1) }
}
const whyNot = (fields: Receipt, bytes = approved) => whyNotProven(signedBy(signer, fields), bytes, signer.vkey)

test('proves the bytes that were approved, and no others', () => {
  expect(whyNot(receipt)).toBeNull()
  expect(whyNot(receipt, submitted)).toContain('changed them before approving')
  for (const other of [Buffer.from('Dear customer,'), Buffer.from('Dear customer,\r\n'), Buffer.alloc(0)])
    expect(whyNot(receipt, other)).toContain('other bytes')
})

test('proves nothing where nobody approved, or it was only tried', () => {
  expect(whyNot({ ...receipt, verdict: 'rejected', approvedDigest: null })).toContain('rejected, not approved')
  expect(whyNot({ ...receipt, test: true })).toContain('sandbox')
})

test('a field that was changed is found out, whichever it is', () => {
  const signed = signedBy(signer, receipt)
  const other: Record<string, unknown> = { string: 'x', boolean: true, number: 18 }
  for (const [field, value] of Object.entries(receipt))
    for (const part of typeof value === 'object' && value !== null ? Object.keys(value) : [null]) {
      const was: unknown = part === null ? value : Object(value)[part]
      const now = typeof was === 'boolean' ? !was : other[typeof was]
      const changed: unknown = { ...receipt, [field]: part === null ? now : { ...Object(value), [part]: now } }
      const read = receiptFields.safeParse(changed)
      if (read.success) expect(whyNotProven({ ...signed, receipt: read.data }, approved, signer.vkey), field).toContain('was changed')
      else expect(['format', 'verdict']).toContain(field)
    }
})

test('another key proves nothing, nor does one of another name', () => {
  const { signer: stranger } = newSignerKey('example.com/ledger')
  expect(whyNotProven(signedBy(stranger, receipt), approved, signer.vkey)).toContain('another key')
  const { signer: elsewhere } = newSignerKey('elsewhere.example/ledger')
  expect(whyNotProven(signedBy(elsewhere, receipt), approved, elsewhere.vkey)).toContain('the key is of elsewhere.example/ledger')
  expect(whyNotProven(signedBy(signer, receipt), approved, 'no key')).not.toBeNull()
})
