import type { Charters } from '../charter/index.ts'
import { continueStops } from './continue-job.ts'
import { continueStop, listStopsUnfinished } from './continue-stop.ts'
import * as entries from './entries.ts'
import { holds, stops } from './governed.ts'
import { liftStopKind, proposeLift } from './lift-stop.ts'
import { listStops } from './list-stops.ts'
import { stoppedAtOnce } from './messages.ts'
import { previewStop } from './preview-stop.ts'
import { showStop } from './show-stop.ts'
import { startStop } from './start-stop.ts'

export { incidentKey, stopKey, stopSummary } from './contract.ts'
export { linkStops } from './linking.ts'
export { readsStops, startsStops } from './permissions.ts'
export { presentStops } from './present.ts'
export { stopByNumber, stopsOfIncident } from './store.ts'

/** Stopping everything that uses one thing, at once and by one person; two lift it. */
export const stopsCapability = (charters: Charters) => {
  const continuing = { listStopsUnfinished, continueStop: continueStop(charters) }
  const liftStop = liftStopKind(charters)
  return {
    operations: [
      previewStop(charters),
      startStop(charters),
      listStops(charters),
      showStop(charters),
      proposeLift(liftStop),
      continuing.listStopsUnfinished,
      continuing.continueStop,
    ],
    jobs: [continueStops(continuing)],
    kinds: [liftStop],
    governed: [stops, holds],
    entries: Object.values(entries),
    messages: [stoppedAtOnce],
  }
}
