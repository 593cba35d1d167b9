import { createPublicKey, verify } from 'node:crypto'
import { assert, nat, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCheckpoint, signCheckpoint } from './checkpoint.ts'
import { rootOf } from './frontier.ts'
import { leafHash } from './hash.ts'
import { newSignerKey, parseSignerKey, parseVkey } from './keys.ts'
import { Malformed } from './malformed.ts'
import { openNote, signNote } from './note.ts'
import { formatProofFile, parseProofFile, verifyProofFile } from './proof-file.ts'

// The example that the signed-note format is known by (the documentation of golang.org/x/mod/sumdb/note).
const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const skey = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`
const peter = parseVkey(vkey)

describe('a signed note', () => {
  it('is the known example, byte for byte, in both directions', () => {
    expect(openNote(note, [peter])).toBe(text)
    expect(signNote(text, parseSignerKey(skey))).toBe(note)
    expect(parseSignerKey(skey).vkey).toBe(vkey)
  })

  it('ignores signatures of unknown keys, also of the same name or the same id alone', () => {
    const stranger = newSignerKey('PeterNeumann').signer
    const both = `${note}${signNote(text, stranger).slice(text.length + 1)}`
    expect(openNote(both, [peter])).toBe(text)
    expect(openNote(both, [stranger])).toBe(text)
    expect(openNote(both.replace('— PeterNeumann x08', '— Somebody x08'), [stranger])).toBe(text)
    expect(() => openNote(note, [stranger])).toThrow('not signed by PeterNeumann')
    expect(() => openNote(note, [])).toThrow(Malformed)
  })

  it('is spoiled by one wrong signature of a trusted key, whatever else signed it', () => {
    const other = newSignerKey('other').signer
    const wrong = note.replace('x08go/ZJ', 'x08go/ZK')
    expect(() => openNote(wrong + signNote(text, other).slice(text.length + 1), [peter, other])).toThrow(
      'the signature of PeterNeumann is wrong',
    )
  })

  it('holds empty lines in its text: the last empty line is the border', () => {
    const { signer } = newSignerKey('example.com/log')
    const poem = 'one\n\ntwo\n\n\nthree\n'
    expect(openNote(signNote(poem, signer), [signer])).toBe(poem)
  })

  it('accepts at least 16 signatures and refuses an unbounded number', () => {
    const line = note.slice(text.length + 1)
    expect(openNote(text + '\n' + line.repeat(16), [peter])).toBe(text)
    expect(() => openNote(text + '\n' + line.repeat(65), [peter])).toThrow('more than 64')
    expect(() => openNote('x'.repeat(70_000) + note, [peter])).toThrow('longer than')
  })

  it.each([
    ['no final newline', note.slice(0, -1)],
    ['no empty line', note.replace('\n\n', '\n')],
    ['a carriage return', note.replace('.\n', '.\r\n')],
    ['a NUL', note.replace('problem', 'pro\0blem')],
    ['half a surrogate pair', note.replace('problem', 'pro\ud800blem')],
    ['a hyphen for the em dash', note.replace('—', '-')],
    ['two spaces', note.replace('PeterNeumann x', 'PeterNeumann  x')],
    ['base64 without padding', note.replace('JnAM=', 'JnAM')],
    ['base64 with stray bits', note.replace('JnAM=', 'JnAN=')],
    ['url base64', note.replace('x08go/', 'x08go_')],
    ['something after the signatures', `${note}\n`],
    ['nothing', ''],
  ])('is refused with %s', (_, broken) => {
    expect(() => openNote(broken, [peter])).toThrow(Malformed)
  })

  it('is refused after a change of any single bit', () => {
    const bytes = Buffer.from(note)
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const touched = Buffer.from(bytes)
      touched[bit >> 3]! ^= 1 << (bit & 7)
      // Bytes that are no longer UTF-8 arrive as replacement characters, which is a change like any other.
      expect(() => openNote(touched.toString('utf8'), [peter]), `bit ${bit}`).toThrow(Malformed)
    }
  })
})

describe('a key', () => {
  it.each([
    ['another id', vkey.replace('c74f20a3', 'c74f20a4')],
    ['another name', vkey.replace('Peter', 'Petra')],
    ['another type', vkey.replace('+AR', '+Ah')],
    ['a short key', vkey.slice(0, -4)],
    ['no name', vkey.replace('PeterNeumann', '')],
    ['upper-case id', vkey.replace('c74f20a3', 'C74F20A3')],
    ['a line break', `${vkey}\n`],
    ['nothing', ''],
  ])('for verifying is refused with %s', (_, broken) => {
    expect(() => parseVkey(broken)).toThrow(Malformed)
  })

  it('for signing is refused when damaged, and the error does not repeat it', () => {
    const secret = 'AYEKFALVFGyNhPJEMzD1QIDr'
    for (const broken of [skey.replace('c74f20a3', 'c74f20a4'), skey.slice(0, -1), skey.replace('PRIVATE', 'private'), `${skey} `]) {
      const read = (): unknown => parseSignerKey(broken)
      expect(read).toThrow(Malformed)
      try {
        read()
      } catch (error) {
        expect(String(error)).not.toContain(secret)
      }
    }
  })

  it('that is new signs what Node verifies with the same 32 bytes, and survives its file', async () => {
    const { signer, text: file } = newSignerKey('example.com/ledger')
    const key = Buffer.from(signer.vkey.split('+').slice(2).join('+'), 'base64').subarray(1)
    const jwk = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') }, format: 'jwk' })
    const message = Buffer.from('hello')
    expect(verify(null, message, jwk, signer.sign(message))).toBe(true)
    expect(await signer.signAside(message)).toEqual(signer.sign(message))
    expect(parseSignerKey(file).vkey).toBe(signer.vkey)
    for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\n', 'x'.repeat(256)]) expect(() => newSignerKey(name)).toThrow(Malformed)
  })
})

const { signer } = newSignerKey('example.com/ledger')
const entries = Array.from({ length: 5 }, (_, i) => Buffer.from(`entry ${i}`))
const hashes = entries.map(leafHash)
const head = { origin: signer.name, size: 5, root: rootOf(hashes), extensions: ['waiting 0'] }

describe('a checkpoint', () => {
  it('comes back as it was signed, extension lines and all', () => {
    const signed = signCheckpoint(head, signer)
    expect(signed.split('\n').slice(0, 2)).toEqual(['example.com/ledger', '5'])
    const opened = openCheckpoint(signed, signer)
    expect({ ...opened, root: Buffer.from(opened.root).toString('hex') }).toEqual({ ...head, root: Buffer.from(head.root).toString('hex') })
  })

  it.each([
    ['a leading zero', 'example.com/ledger\n05\nROOT\n'],
    ['a sign', 'example.com/ledger\n+5\nROOT\n'],
    ['a number no double holds', 'example.com/ledger\n9007199254740992\nROOT\n'],
    ['a short root', 'example.com/ledger\n5\nAAAA\n'],
    ['two lines', 'example.com/ledger\n5\n'],
    ['an empty line', 'example.com/ledger\n5\nROOT\n\nmore\n'],
    ['another origin', 'example.com/other\n5\nROOT\n'],
  ])('is refused with %s, though well signed', (_, body) => {
    const signed = signNote(body.replace('ROOT', Buffer.from(head.root).toString('base64')), signer)
    expect(() => openCheckpoint(signed, signer)).toThrow(Malformed)
  })

  it('can not be given an extension that would end the text', () => {
    expect(() => signCheckpoint({ ...head, extensions: ['a\n\nb'] }, signer)).toThrow(Malformed)
    expect(() => signCheckpoint({ ...head, extensions: [''] }, signer)).toThrow(Malformed)
  })
})

describe('a proof file', () => {
  // The path of leaf 4 in a tree of five is one hash: the root of the first four.
  const file = formatProofFile({
    index: 4,
    path: [rootOf(hashes.slice(0, 4))],
    checkpoint: signCheckpoint(head, signer),
    extra: Buffer.from('hint'),
  })

  it('proves its entry and no other', () => {
    expect(file.split('\n')[0]).toBe('c2sp.org/tlog-proof@v1')
    expect(verifyProofFile(file, entries[4]!, signer)).toMatchObject({ index: 4, checkpoint: { size: 5 } })
    expect(() => verifyProofFile(file, entries[3]!, signer)).toThrow('does not show this entry')
    expect(() => verifyProofFile(file.replace('index 4', 'index 3'), entries[4]!, signer)).toThrow(Malformed)
    expect(() => verifyProofFile(file, entries[4]!, newSignerKey('example.com/ledger').signer)).toThrow(Malformed)
    expect(formatProofFile(parseProofFile(file))).toBe(file)
  })

  it('is refused in any other shape', () => {
    for (const broken of [
      '',
      file.slice(1),
      file.replace('index', 'Index'),
      file.replace('index 4', 'index 04'),
      file.replace('\n\n', '\n'),
      file.replace('extra ', 'extra  '),
    ]) {
      expect(() => verifyProofFile(broken, entries[4]!, signer)).toThrow(Malformed)
    }
  })

  it('never fails in another way than by saying so, whatever the text', () => {
    assert(
      property(nat(file.length), nat(20), string(), (at, cut, filler) => {
        const touched = file.slice(0, at) + filler + file.slice(at + cut)
        try {
          verifyProofFile(touched, entries[4]!, signer)
        } catch (error) {
          expect(error).toBeInstanceOf(Malformed)
        }
      }),
      { numRuns: 500 },
    )
  })
})
