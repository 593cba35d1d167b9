import { addDemoPeople } from './add-demo-people.ts'
import { endSession } from './end-session.ts'
import { personAdded, sessionEnded, sessionStarted } from './entries.ts'
import { people, sessions } from './governed.ts'
import { listPersonas } from './list-personas.ts'
import { showMe } from './show-me.ts'
import { startDemoSession } from './start-demo-session.ts'

export { createIdentify } from './identify.ts'
export { anyone, asPerson, personsOnly, signedIn } from './permissions.ts'
export { namesOf } from './store.ts'

/** People and how they sign in. */
export const peopleCapability = (installation: { company: string; demo: boolean }) => {
  const signIn = { startDemoSession: startDemoSession(installation), endSession }
  return {
    operations: [showMe(installation), listPersonas(installation), signIn.startDemoSession, signIn.endSession, addDemoPeople],
    /** What the sign-in door calls. */
    signIn,
    governed: [people, sessions],
    entries: [personAdded, sessionStarted, sessionEnded],
  }
}
