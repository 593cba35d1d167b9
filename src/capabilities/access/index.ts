import { endSession } from './end-session.ts'
import { accessEnded, signedInEntry } from './entries.ts'
import { accesses } from './governed.ts'
import { listPersonas } from './list-personas.ts'
import { showMe } from './show-me.ts'
import { startDemoSession } from './start-demo-session.ts'

export { createIdentify } from './identify.ts'

/** How people get in, and stay out. */
export const accessCapability = (installation: { demo: boolean }) => {
  const signIn = { startDemoSession: startDemoSession(installation), endSession }
  return {
    operations: [showMe, listPersonas(installation), signIn.startDemoSession, signIn.endSession],
    /** What the sign-in door calls. */
    signIn,
    governed: [accesses],
    entries: [signedInEntry, accessEnded],
  }
}
