import { acceptLink } from './accept-link.ts'
import { beginSecondFactor } from './begin-second-factor.ts'
import { changePassword } from './change-password.ts'
import { confirmSecondFactor } from './confirm-second-factor.ts'
import { endAccess } from './end-access.ts'
import { endAllAccess } from './end-all-access.ts'
import { endPersonAccess } from './end-person-access.ts'
import { endSession } from './end-session.ts'
import * as entries from './entries.ts'
import { accesses, links, passwords as passwordRows, secondFactors } from './governed.ts'
import { invitePerson } from './invite-person.ts'
import { inviteSecondAdministrator } from './invite-second-administrator.ts'
import { listPersonas } from './list-personas.ts'
import { makeRecoveryLink } from './make-recovery-link.ts'
import { makeSetUpLink } from './make-set-up-link.ts'
import { makeToken } from './make-token.ts'
import { invited } from './messages.ts'
import { createPasswords } from './passwords.ts'
import { recoverSignIn } from './recover-sign-in.ts'
import { removeSecondFactor } from './remove-second-factor.ts'
import { proposeSignInReset, resetSignIn } from './reset-sign-in.ts'
import { showInvitation } from './show-invitation.ts'
import { showLink } from './show-link.ts'
import { showMe } from './show-me.ts'
import { showMyAccess } from './show-my-access.ts'
import { showPersonAccess } from './show-person-access.ts'
import { startDemoSession } from './start-demo-session.ts'
import { startSession } from './start-session.ts'
import type { Sign } from '#src/kernel/message.ts'
import type { Entry } from '#src/ledger/index.ts'
import type { Vault } from '#src/vault/index.ts'

export { answerLinkCounts, expectOpen, openAttempt } from './attempts.ts'
export { beginAnswering, endAnswering } from './begin-access.ts'
export { answerLinkRefused } from './entries.ts'
export { createIdentify } from './identify.ts'
export { seedColumn } from './second-factor-store.ts'
export { startUpkeep } from './upkeep.ts'
export { createUses } from './uses.ts'

interface AccessParts {
  demo: boolean
  /** How many messages wait for somebody to act: who comes in sees it on every page. */
  waiting: Parameters<typeof showMe>[0]
  /** Signs with the ledger's key. */
  sign: Sign
}

/** How people get in, and stay out. */
export const accessCapability = ({ waiting, sign, ...installation }: AccessParts, vault: Vault<Entry>) => {
  const passwords = createPasswords()
  const signIn = {
    startDemoSession: startDemoSession(installation),
    startSession: startSession(passwords, vault),
    acceptLink: acceptLink(passwords),
    endSession,
  }
  return {
    operations: [
      showMe(waiting),
      listPersonas(installation),
      signIn.startDemoSession,
      signIn.startSession,
      signIn.acceptLink,
      signIn.endSession,
      showLink,
      showMyAccess,
      changePassword(passwords),
      beginSecondFactor(vault),
      confirmSecondFactor(vault),
      removeSecondFactor(vault),
      makeToken,
      endAccess,
      endAllAccess,
      invitePerson(sign),
      showInvitation,
      inviteSecondAdministrator,
      makeRecoveryLink,
      proposeSignInReset,
      showPersonAccess,
      endPersonAccess,
      makeSetUpLink,
      recoverSignIn,
    ],
    kinds: [resetSignIn],
    messages: [invited],
    /** What the sign-in door calls. */
    signIn,
    /** What the server calls while nobody is there yet. */
    setUp: makeSetUpLink,
    /** The last way back in, at the terminal. */
    recoverSignIn,
    governed: [accesses, links, passwordRows, secondFactors],
    entries: [
      entries.signedInEntry,
      entries.signInFailed,
      entries.accessEnded,
      entries.accessStrengthened,
      entries.linkMade,
      entries.linkEnded,
      entries.passwordSet,
      entries.secondFactorChanged,
      entries.secondFactorRemoved,
      entries.tokenMade,
      entries.signInReset,
      entries.bootstrapped,
      entries.answerLinkOpened,
      entries.answerLinkRefused,
    ],
  }
}
