import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest, filesUnder } from './digest.mjs'
import { root } from './folder.mjs'

const launcher = join(root, 'bin', 'guildhall.mjs')
const stamp = join(root, 'node_modules', '.guildhall-compiled')
const wanted = () => digest([...filesUnder('src'), 'package-lock.json'])

/** Whether what Node keeps of the compiled program (bin/guildhall.mjs) is of the program as it is now. */
export const programIsReady = () => !existsSync(launcher) || (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted())

/**
 * Has the program compiled before a server needs it: one that compiles it itself holds a hundred megabytes more from then on. Whatever
 * is wrong with the program is for whoever starts it to say.
 */
export const compileProgram = async (tell, share) => {
  tell('Compiling the program.')
  const before = wanted()
  const child = spawn(process.execPath, [launcher, 'help'], { cwd: root, stdio: 'ignore' })
  if (child.pid) share(child.pid)
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', resolve)
  })
  if (code === 0 && wanted() === before) writeFileSync(stamp, before)
}
