import { Link, useParams } from '@tanstack/react-router'
import { ApiProblem, type PersonPage as Shown } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { usePerson } from '../../data/people.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day, list } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { Absences } from './absences.tsx'
import { Administer } from './administer.tsx'
import { Contact } from './contact.tsx'
import css from './person-page.module.css'

/** One person: where they belong, what they may, how to reach them; for those who run the house, what they do about it. */
export const PersonPage = () => {
  const { t } = useTexts()
  const words = t.directory.person
  const { person: id } = useParams({ from: '/people/$person' })
  const { data: me } = useMe()
  const person = usePerson(id)
  const title = person.data?.name ?? t.directory.people.name
  return (
    <Page title={title} crumbs={[{ label: t.shell.admin }, { label: t.directory.people.name, to: '/people' }, { label: title }]} step={id}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst lead={t.directory.people.signIn} />
        ) : person.data ? (
          <Overview person={person.data} />
        ) : person.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={t.directory.people.name} />
        ) : person.error instanceof ApiProblem && person.error.status === 404 ? (
          <Note heading empty title={words.missing} action={<Link to="/people">{words.toList}</Link>}>
            {words.missingText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={person.error} retry={() => void person.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Overview = ({ person }: { person: Shown }) => {
  const { t, language } = useTexts()
  const words = t.directory.person
  const { data: me } = useMe()
  const runs = me?.person?.roles.includes('administrator') === true
  const own = me?.person?.id === person.id
  const { name, jobTitle, unit, manager, roles, contact, leads, state, stateSince, email, employeeNumber, accounts = [] } = person
  return (
    <>
      <div className={css.head}>
        <h1 tabIndex={-1}>{name}</h1>
        <p>{jobTitle}</p>
      </div>
      <div className={css.columns}>
        <div>
          <FactList>
            <FactRow label={words.unit}>{unit?.name ?? words.noUnit}</FactRow>
            <FactRow label={words.manager}>
              {manager === null ? (
                words.noManager
              ) : (
                <Link to="/people/$person" params={{ person: manager.id }}>
                  {manager.name}
                </Link>
              )}
            </FactRow>
            <FactRow label={words.roles}>
              {roles.length === 0
                ? words.noRoles
                : list(
                    roles.map(role => t.directory.roles[role]),
                    language,
                  )}
            </FactRow>
            {leads.length > 0 && (
              <FactRow label={words.leads}>
                {list(
                  leads.map(each => each.name),
                  language,
                )}
              </FactRow>
            )}
            {contact !== null && <FactRow label={words.contact}>{contact}</FactRow>}
            {email !== undefined && email !== null && <FactRow label={words.email}>{email}</FactRow>}
            {employeeNumber !== undefined && employeeNumber !== null && <FactRow label={words.number}>{employeeNumber}</FactRow>}
            {state !== undefined && stateSince !== undefined && (
              <FactRow label={words.state}>{words.since(t.directory.states[state], day(stateSince, language))}</FactRow>
            )}
            {accounts.length > 0 && (
              <FactRow label={words.accounts} note={words.accountsText}>
                {accounts.map(account => (
                  <Link key={account.id} to="/people/$person" params={{ person: account.id }} className={css.account}>
                    {account.email ?? account.name}
                  </Link>
                ))}
              </FactRow>
            )}
          </FactList>
          {own && !runs && <Contact contact={contact} />}
          <Absences person={person} />
        </div>
        {runs && <Administer person={person} own={own} />}
      </div>
    </>
  )
}
