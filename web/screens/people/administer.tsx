import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PersonPage } from '../../client.generated.ts'
import {
  useChangePerson,
  useDeparture,
  useEndPersonAccess,
  useInvitation,
  useInvite,
  useProposeReset,
  useRecover,
  useResume,
  useSuspend,
} from '../../data/people.ts'
import { HandedLink } from '../../parts/handed-link.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { PersonForm, sendablePerson } from './person-form.tsx'
import css from './person-page.module.css'
import { ProposeRoles } from './propose-roles.tsx'

/** What an administrator does about a person: correct what is known, let in, keep out, propose roles. */
export const Administer = ({ person, own }: { person: PersonPage; own: boolean }) => (
  <div>
    {!own && <Access person={person} />}
    <ProposeRoles person={person} />
    <Correct person={person} />
  </div>
)

const Access = ({ person }: { person: PersonPage }) => {
  const { t } = useTexts()
  const words = t.directory.person
  const invite = useInvite()
  const recover = useRecover()
  const reset = useProposeReset()
  const end = useEndPersonAccess()
  const suspend = useSuspend()
  const resume = useResume()
  const depart = useDeparture()
  const { id, version, name, state } = person
  const link = recover.data ?? invite.data
  const failed = [invite, recover, reset, end, suspend, resume, depart].find(({ error }) => error !== null)
  const decides = person.roles.some(role => role !== 'maker')
  return (
    <section>
      <h2>{words.access}</h2>
      {failed?.error && <Trouble title={words.access} error={failed.error} retry={() => failed.reset()} />}
      <Invited person={id} />
      <div role="status">
        {link && <HandedLink name={name} {...link} />}
        {reset.isSuccess && <p className={css.done}>{words.proposed}</p>}
      </div>
      <div className={css.buttons}>
        {state === 'active' && (
          <>
            <Button variant="default" loading={invite.isPending} onClick={() => invite.mutate({ person: id })}>
              {words.invite}
            </Button>
            {decides ? (
              <Button
                variant="default"
                loading={reset.isPending}
                onClick={() => reset.mutate({ person: id, note: words.proposeReset, requestId: crypto.randomUUID() })}
              >
                {words.proposeReset}
              </Button>
            ) : (
              <Button variant="default" loading={recover.isPending} onClick={() => recover.mutate({ person: id })}>
                {words.recover}
              </Button>
            )}
            <Button variant="default" loading={end.isPending} onClick={() => end.mutate({ person: id })}>
              {words.endAccess}
            </Button>
            <Button variant="default" loading={suspend.isPending} onClick={() => suspend.mutate({ person: id, version })}>
              {words.suspend}
            </Button>
          </>
        )}
        {state !== 'active' && (
          <Button variant="default" loading={resume.isPending} onClick={() => resume.mutate({ person: id, version })}>
            {words.resume}
          </Button>
        )}
        {state !== 'left' && (
          <Button variant="default" loading={depart.isPending} onClick={() => depart.mutate({ person: id, version })}>
            {words.depart}
          </Button>
        )}
      </div>
      {state === 'active' && decides && <p>{words.proposeResetText}</p>}
      {state !== 'left' && <p>{words.departNote}</p>}
    </section>
  )
}

/** An invitation that waits to be used, and what became of its letter. */
const Invited = ({ person }: { person: string }) => {
  const { t, language } = useTexts()
  const words = t.directory.person
  const { data, error, refetch } = useInvitation(person)
  if (error) return <Trouble title={words.access} error={error} retry={() => void refetch()} />
  if (!data?.invitation) return null
  const { letter, letterAt, expiresAt } = data.invitation
  return (
    <p>
      {words.invited[letter](letterAt === null ? '' : moment(letterAt, language))} {words.invitedUntil(moment(expiresAt, language))}
    </p>
  )
}

const Correct = ({ person }: { person: PersonPage }) => {
  const { t } = useTexts()
  const words = t.directory.person
  const change = useChangePerson()
  const [given, setGiven] = useState({
    name: person.name,
    email: person.email ?? '',
    jobTitle: person.jobTitle,
    unit: person.unit?.id ?? '',
    manager: person.manager,
    employeeNumber: person.employeeNumber ?? '',
    contact: person.contact ?? '',
  })
  return (
    <section>
      <h2>{words.change}</h2>
      <PersonForm
        person={given}
        onChange={setGiven}
        error={change.error}
        onSubmit={() => change.mutate({ person: person.id, version: person.version, ...sendablePerson(given) })}
      >
        <Button type="submit" variant="default" loading={change.isPending}>
          {words.save}
        </Button>
      </PersonForm>
      <p role="status" className={css.done}>
        {change.isSuccess && words.saved}
      </p>
    </section>
  )
}
