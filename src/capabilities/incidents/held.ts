import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '../operation.ts'
import type { ActionRow, IncidentRow } from './store.ts'
import { actionById, lockAction, lockIncidentById } from './store.ts'

/** An action with the incident that it belongs to; both are held, the incident first. */
export interface HeldAction {
  version: number
  action: ActionRow
  incident: IncidentRow
}

export const holdAction = async (db: Db, id: string): Promise<HeldAction | undefined> => {
  const about = await actionById(db, id)
  const incident = about && (await lockIncidentById(db, about.incidentId))
  const action = await lockAction(db, id)
  return action && incident ? { version: action.version, action, incident } : undefined
}

/** What is closed stays as it was read. @throws Refusal `incident-closed` */
export const expectOpen = ({ state }: IncidentRow): void => {
  if (state === 'closed')
    throw refuse(
      'conflict',
      'incident-closed',
      'It is closed and stays as it is.',
      'Open another one if something new came up.',
      'incident',
    )
}
