import { insertPeople, personAdded, personContent } from '../people/index.ts'
import type { Writing } from './writing.ts'

/**
 * Adds somebody who administers, without a second person: the founder of the installation, and the one whom they name.
 * They hold that role alone. It founds and invites; it approves nothing, so nobody gets a say over solutions this way.
 */
export const addAdministrator = async (
  { db, now, record }: Writing,
  { id, name, email }: { id: string; name: string; email: string },
): Promise<void> => {
  const nothingElse = { employeeNumber: null, jobTitle: '', contact: null, unitId: null, managerId: null }
  for (const row of await insertPeople(db, [{ id, human: id, name, email, roles: ['administrator'], ...nothingElse }], now))
    record(personAdded(personContent(row)))
}
