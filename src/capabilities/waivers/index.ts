import type { Charters } from '../charter/index.ts'
import { declineWaiver, grantWaiver } from './decide-waiver.ts'
import { endWaiverEarly } from './end-waiver.ts'
import * as entries from './entries.ts'
import { waivers } from './governed.ts'
import { listWaivers } from './list-waivers.ts'
import { leaveDecided, leaveToDecide } from './messages.ts'
import { requestWaiver } from './request-waiver.ts'

export { waiversAbout } from './about-solution.ts'
export { granted as grantedWaivers } from './store.ts'
export { waived } from './waiver.ts'

/** Leave not to meet a duty for a time: what the charter lets be put off, granted by the office it names, until a day. */
export const waiversCapability = (charters: Charters) => ({
  operations: [listWaivers(charters), requestWaiver(charters), grantWaiver(charters), declineWaiver(charters), endWaiverEarly(charters)],
  messages: [leaveToDecide, leaveDecided.granted, leaveDecided.declined],
  governed: [waivers],
  entries: Object.values(entries),
})
