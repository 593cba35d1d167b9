import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '#src/store/index.ts'
import { proposalKind, proposing } from '../proposals/index.ts'
import { accountsSeparated, personContent } from './entries.ts'
import { personId } from './fields.ts'
import type { PersonRow } from './store.ts'
import { accountsOf, lockPeople, namesOf, personById, updatePeople } from './store.ts'

/** The one way in which one human being becomes two; so it takes two, and neither of them may be that one. */
export const separateAccounts = proposalKind({
  kind: 'separate-accounts',
  called: 'a separation of accounts',
  content: z.strictObject({ person: personId(), others: z.array(personId()).min(1).max(50) }),
  details: z.object({
    person: z.object({ id: z.string(), name: z.string() }),
    others: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  proposedBy: ['administrator'],
  decidedBy: ['administrator', 'program-lead'],
  readBy: ['auditor', 'it-security'],
  subject: ({ person }) => person,
  named: (people, { db }) => namesOf(db, people),
  favours: ({ person, others }) => [person, ...others].map(each => ({ person: each })),
  lock: (_, db) => lockPeople(db),
  async check({ person, others }, { db }) {
    const { rest } = await together(db, person)
    if (others.length !== rest.length || rest.some(({ id }) => !others.includes(id)))
      throw refuse('conflict', 'accounts-changed', 'Which accounts belong together has changed since.', 'Propose it anew.', 'person')
  },
  async preview({ person }, { db }) {
    const { account, rest } = await together(db, person)
    const named = ({ id, name, email }: PersonRow) => ({ id, name: email === null ? name : `${name} (${email})` })
    const own = named(account)
    const others = rest.map(named)
    const words = [`${own.name} counts as another human being than ${others.map(({ name }) => name).join(', ')} from then on.`]
    return { words, details: { person: own, others } }
  },
  async effect({ person }, { db, now, record }) {
    const { account } = await together(db, person)
    for (const row of await updatePeople(db, [{ ...account, human: newId(), employeeNumber: null }], now))
      record(accountsSeparated(personContent(row)))
  },
})

/** @throws Refusal `not-joined` */
const together = async (db: Db, person: string): Promise<{ account: PersonRow; rest: PersonRow[] }> => {
  const account = await personById(db, person)
  const rest = account ? (await accountsOf(db, [account.human])).filter(({ id }) => id !== person) : []
  if (account && rest.length > 0) return { account, rest }
  throw refuse('conflict', 'not-joined', 'This account belongs together with no other.', 'There is nothing to separate.', 'person')
}

export const proposeSeparation = proposing(separateAccounts, {
  name: 'propose-separation',
  summary: 'Propose that an account belongs to a human being of its own; neither of the two may be among those who decide.',
  path: '/proposals/separations',
  input: z.strictObject({ person: personId() }),
  async content({ person }, { db }) {
    const { rest } = await together(db, person)
    return { person, others: rest.map(({ id }) => id) }
  },
})
