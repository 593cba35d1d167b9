import { mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rootOf } from '#src/engines/merkle/frontier.ts'
import { leafHash } from '#src/engines/merkle/hash.ts'
import { consistencyRanges } from '#src/engines/merkle/range.ts'
import { TileEdge, hashRanges } from '#src/engines/merkle/tiles.ts'
import { LedgerAlarm } from './alarm.ts'
import { openSigner, readTrust } from './signer.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'guildhall-signer-'))
})
afterEach(() => rm(directory, { recursive: true }))

const leaves = (count: number, flavour = '') => Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`${flavour}${i}`)))
const proof = (older: number, of: ReturnType<typeof leaves>) => {
  const edge = new TileEdge(0, [])
  for (const leaf of of) edge.append(leaf)
  return hashRanges(consistencyRanges(older, of.length), edge.changed())
}
const head = (of: ReturnType<typeof leaves>) => ({ size: of.length, root: rootOf(of), extensions: [] })
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act()
    return undefined
  } catch (error) {
    return error instanceof LedgerAlarm ? error.code : String(error)
  }
}

it("the key is made once, for its owner's eyes only, also when two processes start at once", async () => {
  const signers = await Promise.all(Array.from({ length: 8 }, () => openSigner(directory)))
  expect(new Set(signers.map(({ vkey }) => vkey)).size).toBe(1)
  expect((await openSigner(directory)).vkey).toBe(signers[0]?.vkey)
  expect(await readdir(directory)).toEqual(['ledger.key'])
  if (process.platform !== 'win32') expect((await stat(join(directory, 'ledger.key'))).mode & 0o777).toBe(0o600)
  expect(await readFile(join(directory, 'ledger.key'), 'utf8')).toMatch(
    /^PRIVATE\+KEY\+guildhall\.local\/ledger\/[0-9a-f]{12}\+[0-9a-f]{8}\+\S+\n$/,
  )
})

it('nothing is signed that does not continue what was signed, also after a restart', async () => {
  const first = await openSigner(directory)
  await first.remember(first.sign(head(leaves(5)), []))
  const signer = await openSigner(directory)
  expect(signer.last?.size).toBe(5)
  expect(codeOf(() => signer.sign(head(leaves(4)), []))).toBe('head-behind')
  expect(codeOf(() => signer.sign(head(leaves(5, 'other')), []))).toBe('head-forked')
  expect(codeOf(() => signer.sign(head(leaves(9, 'other')), proof(5, leaves(9, 'other'))))).toBe('head-forked')
  expect(codeOf(() => signer.sign(head(leaves(9)), []))).toBe('head-forked')
  expect(codeOf(() => signer.accept(head(leaves(9, 'other')), proof(5, leaves(9, 'other'))))).toBe('head-forked')
  expect(codeOf(() => signer.sign(head(leaves(9)), proof(5, leaves(9))))).toBeUndefined()
})

it('an operator who accepts an older head moves the checkpoint aside; without one the signer takes the head that is there', async () => {
  const first = await openSigner(directory)
  await first.remember(first.sign(head(leaves(5)), []))
  await rename(join(directory, 'ledger.checkpoint'), join(directory, 'ledger.checkpoint.kept'))
  const signer = await openSigner(directory)
  expect(codeOf(() => signer.accept(head(leaves(4)), []))).toBeUndefined()
})

it('what was signed but not yet remembered binds nobody: the database may have rolled it back', async () => {
  const signer = await openSigner(directory)
  await signer.remember(signer.sign(head(leaves(5)), []))
  signer.sign(head(leaves(7)), proof(5, leaves(7)))
  expect(signer.last?.size).toBe(5)
  expect(codeOf(() => signer.sign(head(leaves(6)), proof(5, leaves(6))))).toBeUndefined()
})

it('the checkpoint beside the key is replaced whole, and what a verifier may trust is read without making a key', async () => {
  expect(await readTrust(directory)).toBeNull()
  expect(await readdir(directory)).toEqual([])
  const signer = await openSigner(directory)
  const note = signer.sign(head(leaves(5)), [])
  await signer.remember(note)
  expect((await readdir(directory)).toSorted()).toEqual(['ledger.checkpoint', 'ledger.key'])
  expect(await readTrust(directory)).toEqual({ vkey: signer.vkey, known: [note] })
})

it('a checkpoint file that another key signed, or that was damaged, stops the start', async () => {
  const signer = await openSigner(directory)
  const note = signer.sign(head(leaves(5)), [])
  await writeFile(join(directory, 'ledger.checkpoint'), note.replace('\n5\n', '\n4\n'))
  await expect(openSigner(directory)).rejects.toThrow('signature')
})
