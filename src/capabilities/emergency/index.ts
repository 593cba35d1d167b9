import { endEmergency } from './end-emergency.ts'
import { emergencyEnded, emergencyOpened, emergencyReviewed } from './entries.ts'
import { emergencies } from './governed.ts'
import { listEmergencies } from './list-emergencies.ts'
import { emergencyAccess } from './messages.ts'
import { openEmergency } from './open-emergency.ts'
import { reviewEmergency } from './review-emergency.ts'

export { roleOf } from './present.ts'
export { emergencyRoles, openEmergencies } from './store.ts'

/** Acting alone when nobody else is there: loud, short, and looked at afterwards by somebody else. Never a second person. */
export const emergencyCapability = {
  operations: [openEmergency, listEmergencies, endEmergency, reviewEmergency],
  messages: [emergencyAccess],
  governed: [emergencies],
  entries: [emergencyOpened, emergencyEnded, emergencyReviewed],
}
