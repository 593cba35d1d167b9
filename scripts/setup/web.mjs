import { spawn } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode } from '../find-node.mjs'
import { digest, filesUnder } from './digest.mjs'
import { folder, root } from './folder.mjs'
import { Trouble } from './trouble.mjs'

const built = join(root, 'web', 'dist')
const fresh = join(folder, 'web')
const stampName = '.guildhall-setup'

/** Every file under web/ that goes into the pages. */
const sources = () => filesUnder('web').filter(path => !path.startsWith('web/dist/') && !path.endsWith('.tsbuildinfo'))

const always = () => [...sources(), 'package-lock.json']

/** Whether the pages in web/dist were built from what is there now. The stamp names the files outside web/ they used. */
export const webIsReady = () => {
  if (!existsSync(join(root, 'web', 'index.html'))) return true
  const stamp = join(built, stampName)
  if (!existsSync(stamp)) return false
  const [sum, ...others] = readFileSync(stamp, 'utf8').trimEnd().split('\n')
  return digest([...always(), ...others]) === sum
}

/** Builds beside web/dist and exchanges at the end, so that a server never gives out half of it. */
export const buildWeb = async (tell, share) => {
  const began = Date.now()
  tell('Building the web pages.')
  rmSync(fresh, { recursive: true, force: true })
  const before = digest(always())
  const others = await runBuild(share)
  // Changed while we built: leave no stamp that vouches for it, the next start builds again.
  if (digest(always()) === before) writeFileSync(join(fresh, stampName), [digest([...always(), ...others]), ...others, ''].join('\n'))
  rmSync(built, { recursive: true, force: true })
  renameSync(fresh, built)
  tell(`The web pages are ready (${((Date.now() - began) / 1000).toFixed(1)} s).`)
}

const runBuild = share => {
  const { node, problem } = findNode()
  if (!node) throw new Trouble(problem)
  return new Promise((resolve, reject) => {
    const child = spawn(node, [fileURLToPath(new URL('build-web.mjs', import.meta.url)), fresh], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }, // what it says may end up in a log
    })
    let listed = ''
    let said = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      listed += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      said += text
    })
    child.on('error', reject)
    child.on('close', code => {
      if (code === 0) resolve(JSON.parse(listed))
      else reject(new Trouble(`The web pages could not be built.\n${said.trimEnd()}`))
    })
    if (child.pid) share(child.pid)
  })
}
