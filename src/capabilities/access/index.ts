import { acceptLink } from './accept-link.ts'
import { endSession } from './end-session.ts'
import { accessEnded, bootstrapped, linkEnded, linkMade, passwordSet, signedInEntry, signInFailed } from './entries.ts'
import { accesses, links, passwords as passwordRows } from './governed.ts'
import { invitePerson } from './invite-person.ts'
import { inviteSecondAdministrator } from './invite-second-administrator.ts'
import { listPersonas } from './list-personas.ts'
import { makeSetUpLink } from './make-set-up-link.ts'
import { createPasswords } from './passwords.ts'
import { showLink } from './show-link.ts'
import { showMe } from './show-me.ts'
import { startDemoSession } from './start-demo-session.ts'
import { startSession } from './start-session.ts'

export { createIdentify } from './identify.ts'

/** How people get in, and stay out. */
export const accessCapability = (installation: { demo: boolean }) => {
  const passwords = createPasswords()
  const signIn = {
    startDemoSession: startDemoSession(installation),
    startSession: startSession(passwords),
    acceptLink: acceptLink(passwords),
    endSession,
  }
  return {
    operations: [
      showMe,
      listPersonas(installation),
      signIn.startDemoSession,
      signIn.startSession,
      signIn.acceptLink,
      signIn.endSession,
      makeSetUpLink,
      inviteSecondAdministrator,
      invitePerson,
      showLink,
    ],
    /** What the sign-in door calls. */
    signIn,
    /** What the server calls while nobody is there yet. */
    setUp: makeSetUpLink,
    governed: [accesses, links, passwordRows],
    entries: [signedInEntry, signInFailed, accessEnded, linkMade, linkEnded, passwordSet, bootstrapped],
  }
}
