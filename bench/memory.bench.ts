import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root, scratch, visitor } from '../test/harness.ts'
import { startPostgres } from '../test/postgres/start.ts'

/*
 * What the server that `npm start` starts holds resident: with the demo's year, after its start, while three people look at lists,
 * queues, pages and searches one after the other, at its peak, and when it was left alone for a while. Read from /proc, so on Linux.
 */
const asked = Number(process.env['BENCH_ROUNDS'] ?? 4_000)
const goals = { postgres: 250, embedded: 500 }

const paths: Readonly<Record<string, readonly string[]>> = {
  'hanna-lindqvist': [
    '/api/solutions',
    '/api/solutions?q=orders',
    '/api/reviews?view=open&language=en',
    '/api/solutions/SOL-0003?language=en',
  ],
  'priya-raman': ['/api/me/solutions', '/api/charter?language=en', '/api/solutions', '/api/tools?language=en'],
  'sofia-marques': ['/api/findings?state=open', '/api/solutions?kind=app', '/api/units', '/api/people'],
}

/** The second half of `npm start`: whatever it tells Node, this tells it. */
const startArguments = (): string[] => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' && node ')[1]?.split(' ') ?? []
}

const run = async (store: 'postgres' | 'embedded'): Promise<boolean> => {
  const data = await scratch()
  const home = await scratch()
  const postgres = store === 'postgres' ? await startPostgres() : null
  const child = spawn(process.execPath, startArguments(), {
    cwd: root,
    env: { ...process.env, PORT: '0', GUILDHALL_DATA: data.path, HOME: home.path, DATABASE_URL: postgres?.url ?? '', GUILDHALL_DEMO: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise(resolve => child.on('exit', resolve))
  const address = await new Promise<string>(resolve => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /running: (http:\S+)/.exec(printed)?.[1]
      if (found) resolve(found)
    })
  })
  const held = (line: 'VmRSS' | 'VmHWM'): number =>
    Math.round(Number(new RegExp(`${line}:\\s+(\\d+)`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1_000)

  const started = held('VmRSS')
  const loading = held('VmHWM')
  let most = 0
  const people = Object.entries(paths).map(([person, theirs]) => ({ person, theirs, visitor: visitor(address) }))
  for (const each of people) await each.visitor.signInAs(each.person)
  for (let n = 0; n < asked; n += 1) {
    const { theirs, visitor } = people[n % people.length] ?? people[0]!
    const path = theirs[Math.floor(n / people.length) % theirs.length] ?? ''
    const answer = await visitor.send('GET', path)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}.`)
    most = Math.max(most, held('VmRSS'))
  }
  const served = held('VmRSS')
  await sleep(30_000)
  console.log(
    `${store.padEnd(9)} started ${started} MB (${loading} while the year was loaded), after ${asked} requests ${served}, at most ${most}, left alone for 30 s ${held('VmRSS')}; goal ${goals[store]}`,
  )
  child.kill('SIGTERM')
  await ended
  await postgres?.stop()
  await data.remove()
  await home.remove()
  return most <= goals[store]
}

const kept = [await run('postgres'), await run('embedded')]
if (kept.includes(false)) process.exitCode = 1
