import { z } from 'zod'
import { Refusal } from '#src/kernel/refusal.ts'
import { openStore } from '#src/store/index.ts'
import { readKeySource } from '#src/vault/index.ts'
import { noteOf, openReplica } from '../vault/world.ts'

/*
 * A process to be killed: changes the master key where another one is set, and then makes new data keys one after the
 * other, each time sealing everything anew. Where `READERS` says so, it opens every value at the same time, because the
 * embedded store has room for no other process. Says on standard output what it has done: `step`, `rotated`, `opened N`.
 */
const config = z.union([
  z.object({ kind: z.literal('postgres'), url: z.string() }),
  z.object({ kind: z.literal('embedded'), directory: z.string() }),
])
const store = await openStore(config.parse(JSON.parse(process.env['STORE'] ?? '')), { onLost: () => process.exit(1) })
const open = () => openReplica(store, readKeySource(process.env, { dataDirectory: process.env['DATA'] ?? '', installation: 'faults' }))
const say = (line: string) => process.stdout.write(`${line}\n`)

const replica = open()
if (process.env['READERS'] !== undefined)
  void (async () => {
    for (;;) say(`opened ${await open().openAll(noteOf)}`)
  })().catch((error: unknown) => {
    say(`broken ${String(error)}`)
  })

await replica.call(replica.keys.changeMasterKey, {}).catch((error: unknown) => {
  if (!(error instanceof Refusal && error.code === 'nothing-to-change')) throw error
})
say('step')
for (;;) {
  await replica.finish(() => say('step'))
  say('rotated')
  await replica.call(replica.keys.rotateDataKeys, { requestId: crypto.randomUUID() })
  say('step')
}
