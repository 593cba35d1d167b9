import type { Charters } from '../charter/index.ts'
import { acceptHandover } from './accept-handover.ts'
import { changeMakers } from './change-makers.ts'
import { declineHandover } from './decline-handover.ts'
import * as entries from './entries.ts'
import { handovers } from './governed.ts'
import { offerAnswered, offeredToYou, resumedSolution, stoppedSolution } from './messages.ts'
import { listOffers } from './list-offers.ts'
import { offerHandover } from './offer-handover.ts'
import { recertifySolution } from './recertify-solution.ts'
import { proposeResumption, resumeSolution } from './resume-solution.ts'
import { retireSolution } from './retire-solution.ts'
import { showRecertification } from './show-recertification.ts'
import { startSandbox } from './start-sandbox.ts'
import { stopSolution } from './stop-solution.ts'
import { undoRetirement } from './undo-retirement.ts'
import { withdrawHandover } from './withdraw-handover.ts'

export { behindIt } from './resume-solution.ts'
export { keepStopped, letRun, stop } from './stopping.ts'

/** Who answers for a solution, for how long its entry holds, and what stops or ends it. */
export const stewardshipCapability = (charters: Charters) => ({
  operations: [
    listOffers,
    offerHandover,
    acceptHandover,
    declineHandover,
    withdrawHandover,
    changeMakers,
    showRecertification(charters),
    recertifySolution(charters),
    startSandbox(charters),
    stopSolution,
    proposeResumption,
    retireSolution(charters),
    undoRetirement,
  ],
  kinds: [resumeSolution],
  messages: [offeredToYou, offerAnswered.accepted, offerAnswered.declined, stoppedSolution, resumedSolution],
  governed: [handovers],
  entries: Object.values(entries),
})
