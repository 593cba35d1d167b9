import { describe, expect, it } from 'vitest'
import { toBase64 } from '../base64.ts'
import { signCheckpoint } from '../checkpoint.ts'
import { commitment } from '../commitment.ts'
import { Frontier } from '../frontier.ts'
import { leafHash } from '../hash.ts'
import { newSignerKey } from '../keys.ts'
import { Malformed } from '../malformed.ts'
import { EMPTY_CHAIN, chainSeal, sealMessage, sealsLine } from '../seal.ts'
import { checkpointLine, entryLine, headerLine } from './format.ts'
import { verifyExport } from './verify-export.ts'
import type { Expectations, Verification } from './verify-export.ts'

const { signer } = newSignerKey('example.com/ledger')
const salt = new Uint8Array(32).fill(7)

/** An export of so many entries, each with one value about somebody, with a checkpoint after every `every` entries and at the end. */
const makeExport = (entries: number, every = entries): { lines: string[]; notes: string[] } => {
  const tree = new Frontier()
  let chain = EMPTY_CHAIN
  const lines = [headerLine({ origin: signer.name, vkey: signer.vkey, personal: 'disclosed' })]
  const notes: string[] = []
  const sign = (): void => {
    const note = signCheckpoint(
      { origin: signer.name, size: tree.size, root: tree.root(), extensions: [sealsLine(chain), 'waiting 0'] },
      signer,
    )
    notes.push(note)
    lines.push(checkpointLine(note))
  }
  for (let index = 0; index < entries; index += 1) {
    const value = `"person ${index}"`
    const body = JSON.stringify({ actor: 'p1', data: { n: index }, personal: { name: toBase64(commitment(salt, value)) }, type: 'test' })
    const leaf = leafHash(Buffer.from(body))
    const seal = signer.sign(sealMessage(signer.name, index, leaf))
    tree.append(leaf)
    chain = chainSeal(chain, seal)
    lines.push(entryLine({ index, body, seal: toBase64(seal), personal: { name: { salt: toBase64(salt), value } } }))
    if ((index + 1) % every === 0 && index + 1 < entries) sign()
  }
  sign()
  return { lines, notes }
}

const verify = (lines: readonly string[], expected: Expectations = { vkey: signer.vkey }): Promise<Verification> =>
  verifyExport(() => lines, expected)
const honest = makeExport(6)

describe('an export', () => {
  it('that is whole verifies, with and without the key, with and without checkpoints between', async () => {
    expect(await verify(honest.lines)).toEqual({
      ok: true,
      trust: 'given-key',
      origin: 'example.com/ledger',
      vkey: signer.vkey,
      entries: 6,
      signed: 6,
      disclosed: 6,
      erased: 0,
      faults: [],
    })
    expect(await verify(honest.lines, {})).toMatchObject({ ok: true, trust: 'key-of-the-file' })
    const between = makeExport(7, 2)
    expect(await verify(between.lines, { vkey: signer.vkey, known: between.notes })).toMatchObject({ ok: true, entries: 7, signed: 7 })
    expect(await verify(makeExport(0).lines)).toMatchObject({ ok: true, entries: 0, signed: 0 })
  })

  it('is noticed after any change of any single character', { timeout: 30_000 }, async () => {
    const file = makeExport(2, 1).lines.join('\n')
    const unnoticed: string[] = []
    for (let at = 0; at < file.length; at += 1) {
      const other = file[at] === 'Q' ? 'g' : 'Q'
      try {
        const { ok } = await verify(`${file.slice(0, at)}${other}${file.slice(at + 1)}`.split('\n'))
        if (ok) unnoticed.push(`${at}: ${file.slice(at - 20, at + 20)}`)
      } catch (error) {
        if (!(error instanceof Malformed)) throw error
      }
    }
    expect(unnoticed).toEqual([])
  })

  it('is noticed after any line was left out, doubled, moved, emptied or cut off, and never fails in another way', async () => {
    const { lines, notes } = makeExport(9, 4)
    const known = notes.slice(-1)
    const isCheckpoint = (at: number): boolean => lines[at]?.startsWith('{"checkpoint"') === true
    const cases: { name: string; changed: string[]; harmless?: boolean }[] = []
    for (const [at, line] of lines.entries()) {
      // A checkpoint between entries only helps to find a bad one: the file is as good without it, and with it twice.
      cases.push({ name: `${at} left out`, changed: lines.toSpliced(at, 1), harmless: isCheckpoint(at) && at < lines.length - 1 })
      cases.push({ name: `${at} doubled`, changed: lines.toSpliced(at, 0, line), harmless: isCheckpoint(at) })
      cases.push({ name: `${at} emptied`, changed: lines.toSpliced(at, 1, '') })
      cases.push({ name: `cut off at ${at}`, changed: lines.slice(0, at) })
      for (const to of lines.keys())
        if (to !== at) cases.push({ name: `${at} moved to ${to}`, changed: lines.toSpliced(at, 1).toSpliced(to, 0, line) })
    }
    for (const { name, changed, harmless = false } of cases) {
      const found = await verify(changed, { vkey: signer.vkey, known }).catch((error: unknown) => {
        if (error instanceof Malformed) return { ok: false }
        throw error
      })
      expect(found.ok, name).toBe(harmless)
    }
    expect(cases.length).toBeGreaterThan(150)
  })

  it('with a key of somebody else is refused where the key is known, and only then', async () => {
    const forger = newSignerKey('example.com/ledger').signer
    const body = '{"type":"forged"}'
    const seal = forger.sign(sealMessage(forger.name, 0, leafHash(Buffer.from(body))))
    const tree = new Frontier()
    tree.append(leafHash(Buffer.from(body)))
    const note = signCheckpoint(
      { origin: forger.name, size: 1, root: tree.root(), extensions: [sealsLine(chainSeal(EMPTY_CHAIN, seal))] },
      forger,
    )
    const forged = [
      headerLine({ origin: forger.name, vkey: forger.vkey, personal: 'withheld' }),
      entryLine({ index: 0, body, seal: toBase64(seal) }),
      checkpointLine(note),
    ]
    expect(await verify(forged, {})).toMatchObject({ ok: true, trust: 'key-of-the-file' })
    expect(await verify(forged)).toMatchObject({
      ok: false,
      faults: [{ entry: 0 }, { entry: null, says: expect.stringContaining('another key than yours') }, { entry: null }],
    })
    expect(await verify(forged, { known: honest.notes })).toMatchObject({
      ok: false,
      faults: [{ entry: null, says: expect.stringContaining('not of this ledger and key') }],
    })
  })

  it('names the first of several bad entries, after the last checkpoint that still fits', async () => {
    const { lines } = makeExport(12, 5)
    const touched = lines.map(line => (line.startsWith('{"index":7,') || line.startsWith('{"index":10,') ? line.replace('p1', 'p2') : line))
    const { faults } = await verify(touched)
    expect(faults.map(({ entry }) => entry)).toEqual([7, null])
    expect(faults[1]?.says).toBe('The first 10 entries do not hash to the root that their checkpoint signs.')
  })

  it('shows a seal that was touched although the entries are all right', async () => {
    const seal = /"seal":"([^"]+)"/.exec(honest.lines[3]!)![1]!
    const { faults } = await verify(honest.lines.map((line, i) => (i === 5 ? line.replace(/"seal":"[^"]+"/, `"seal":"${seal}"`) : line)))
    expect(faults.map(({ entry }) => entry)).toEqual([4, null])
    expect(faults[1]?.says).toContain('seals')
  })

  it('keeps its list of faults short, however much is wrong', async () => {
    const { lines } = makeExport(150)
    const { ok, faults } = await verify(lines.map(line => line.replace('"value":"\\"person', '"value":"\\"nobody')))
    expect(ok).toBe(false)
    expect(faults.length).toBe(100)
  })

  it('names the first bad entry even where a crowd of others tries to hide it', async () => {
    const { lines } = makeExport(150)
    const crowd = lines.map(line => (line.startsWith('{"index":20,') ? line.replace('p1', 'p2') : line.replace('"index":1', '"index":9')))
    expect((await verify(crowd)).faults[0]?.entry).toBe(1)
    const late = lines.map((line, i) =>
      i === 141 ? line.replace('p1', 'p2') : i > 20 ? line.replace('"value":"\\"person', '"value":"\\"nobody') : line,
    )
    const { faults } = await verify(late)
    expect(faults.some(({ entry, says }) => entry === 140 && says.includes('not the one that was written'))).toBe(true)
  })

  it.each([
    ['nothing', []],
    ['an empty line', ['']],
    ['prose', ['hello']],
    ['another format', ['{"format":"x","version":1,"origin":"o","vkey":"v","personal":"withheld"}']],
    ['a later version', [honest.lines[0]!.replace('"version":1', '"version":2')]],
  ])('that is %s is no export at all, and says so', async (_, lines) => {
    await expect(verify(lines)).rejects.toThrow(/^this is no export of a ledger/)
  })

  it('is not compared with a key that is none', async () => {
    await expect(verify(honest.lines, { vkey: 'x' })).rejects.toThrow(Malformed)
  })
})
