import { underLock } from './lock.mjs'
import { installPackages, packagesAreReady } from './packages.mjs'
import { compileProgram, programIsReady } from './program.mjs'
import { Trouble } from './trouble.mjs'
import { buildWeb, webIsReady } from './web.mjs'

/** Sets up what isn't ready. `tell` shows a line to the person who waits. Throws `Trouble` for what they can mend. */
export const setUp = async tell => {
  if (packagesAreReady() && webIsReady() && programIsReady()) return
  try {
    await underLock(tell, async share => {
      // Asked again: whoever held the lock before may have done it all.
      if (!packagesAreReady()) await installPackages(tell, share)
      if (!webIsReady()) await buildWeb(tell, share)
      if (!programIsReady()) await compileProgram(tell, share)
    })
  } catch (error) {
    if (error.code === 'ENOSPC') throw new Trouble('No room left on the disk. Free some space, then start again.')
    if (['EACCES', 'EPERM', 'EROFS'].includes(error.code))
      throw new Trouble(`This user may not write ${error.path}. Start as the user who owns the folder, or give it to this one.`)
    throw error
  }
}
