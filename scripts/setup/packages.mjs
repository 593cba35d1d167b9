import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { folder, root } from './folder.mjs'
import { noRoom, npmTrouble } from './npm-trouble.mjs'
import { livingServers } from './serving.mjs'
import { Trouble } from './trouble.mjs'

const place = join(root, 'node_modules')
const stamp = join(place, '.guildhall-setup')
const roomNeeded = 1_000_000_000 // bytes; the packages take three quarters of it

const libc = () => {
  if (process.platform !== 'linux') return 'system'
  process.report.excludeNetwork = true // else a slow resolver makes the report slow
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
}

/**
 * What the packages depend on: the lockfile and the machine. Node's version is left out: inside npm's scripts `node`
 * is the bundled one as soon as it is there, so the version would differ at every start, and no package is built
 * against it.
 */
const wanted = () => {
  const lockfile = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${lockfile} ${process.platform}-${process.arch}-${libc()}\n`
}

export const packagesAreReady = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()

/** npm as whoever started us runs it: never on the bundled Node, which `npm ci` is about to delete. */
const npm = () => {
  const { npm_node_execpath: node, npm_execpath: script } = process.env
  if (node && script && basename(script) === 'npm-cli.js' && existsSync(script)) return { file: node, first: [script] }
  return { file: 'npm', first: [] }
}

/** Installs exactly what the lockfile says, without running anyone's scripts. `share` as in lock.mjs. */
export const installPackages = async (tell, share) => {
  const servers = livingServers()
  if (servers.length > 0)
    throw new Trouble(
      `The packages changed and must be installed, but Guildhall is running from this folder (process ${servers.join(', ')}).\n` +
        `  Stop it first, then start again. If that process isn't Guildhall, remove ${join(folder, `serving-${servers[0]}`)}`,
    )
  // npm itself takes minutes to give up on a full disk. What is there already makes room for what replaces it.
  const { bavail, bsize } = statfsSync(root)
  if (!existsSync(place) && bavail * bsize < roomNeeded) throw new Trouble(noRoom)
  tell('Installing packages; this takes about a minute and is done once.')
  const began = Date.now()
  const goal = wanted()
  rmSync(stamp, { force: true })
  const { code, said } = await runNpm(share)
  if (code !== 0) throw new Trouble(npmTrouble(code, said))
  writeFileSync(stamp, goal)
  tell(`Packages are ready (${Math.round((Date.now() - began) / 1000)} s).`)
}

const runNpm = share =>
  new Promise((resolve, reject) => {
    const { file, first } = npm()
    // dev and optional are named because NODE_ENV=production or a user's setting would leave them out: the bundled
    // Node is optional, what builds the web pages is dev. The lockfile's digests are checked whatever the cache says.
    const args = ['ci', '--ignore-scripts', '--loglevel=error', '--prefer-offline', '--include=dev', '--include=optional']
    // npm waits 10 and 60 s before it asks a silent registry again; a person waits less patiently.
    args.push('--fetch-retry-mintimeout=1000', '--fetch-retry-factor=3')
    const child = spawn(file, [...first, ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: file === 'npm' && process.platform === 'win32', // there npm is a batch file
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', text => {
      said = (said + text).slice(-20_000)
    })
    const pass = signal => child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    child.on('error', error => {
      reject(
        error.code === 'ENOENT'
          ? new Trouble(`Can't find ${file === 'npm' ? 'npm' : file}. Install Node.js together with npm, then start again.`)
          : error,
      )
    })
    child.on('close', (code, signal) => {
      for (const each of signals) process.off(each, pass)
      if (signal) reject(new Trouble('Stopped while installing. The next start begins the installation again.'))
      else resolve({ code, said })
    })
    if (child.pid) share(child.pid)
  })

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
