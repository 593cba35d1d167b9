import type { Contact } from '../../data/charter-guide.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'

/** People to ask, for what, and how to reach them. */
export const Contacts = ({ contacts }: { contacts: readonly Contact[] }) => (
  <FactList>
    {contacts.map(contact => (
      <FactRow key={contact.id} label={contact.name} note={contact.for}>
        <Reach to={contact.reach} />
      </FactRow>
    ))}
  </FactList>
)

/** A mail address becomes a link; anything else (a room, a channel) stays words. */
export const Reach = ({ to }: { to: string }) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(to) ? <a href={`mailto:${to}`}>{to}</a> : <>{to}</>)
