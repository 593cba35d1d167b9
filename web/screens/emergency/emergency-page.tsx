import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ListEmergenciesOutput } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useEmergencies, useEndEmergency, useOpenEmergency, useReviewEmergency } from '../../data/proposals.ts'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import css from './emergency-page.module.css'

type Emergency = ListEmergenciesOutput['emergencies'][number]

/** Who took a role without a second person, why, for how long, and who looked at it afterwards. */
export const EmergencyPage = () => {
  const { t } = useTexts()
  const words = t.access.emergency
  const { data: me } = useMe()
  const emergencies = useEmergencies()
  const roles = me?.person?.roles ?? []
  const mayOpen = roles.some(role => ['administrator', 'it-security', 'program-lead'].includes(role))
  return (
    <Page title={words.name} crumbs={[{ label: t.shell.admin }, { label: words.name }]}>
      <Sheet width="reading">
        {me?.person === null ? (
          <SignInFirst lead={words.lead} />
        ) : (
          <>
            <h1 tabIndex={-1}>{words.title}</h1>
            <p className={css.lead}>{words.lead}</p>
            {emergencies.data === undefined ? (
              emergencies.error === null ? (
                <SkeletonRows rows={3} busy={t.loading} />
              ) : (
                <Trouble title={t.trouble.partTitle(words.name)} error={emergencies.error} retry={() => void emergencies.refetch()} />
              )
            ) : emergencies.data.emergencies.length === 0 ? (
              <Note empty title={words.none} />
            ) : (
              <ul className={css.list}>
                {emergencies.data.emergencies.map(emergency => (
                  <li key={emergency.id}>
                    <One emergency={emergency} />
                  </li>
                ))}
              </ul>
            )}
            {mayOpen && <Take />}
          </>
        )}
      </Sheet>
    </Page>
  )
}

const One = ({ emergency }: { emergency: Emergency }) => {
  const { t, language } = useTexts()
  const words = t.access.emergency
  const { data: me } = useMe()
  const end = useEndEmergency()
  const { id, version, person, role, reason, openedAt, endsAt, endedAt, open, reviewed } = emergency
  return (
    <>
      <h2>
        {person.name}, {t.directory.roles[role]}
      </h2>
      <p className={css.when}>
        {t.directory.person.awayLine(moment(openedAt, language), moment(endedAt ?? endsAt, language))}
        {open && `, ${words.running}`}
      </p>
      <p className={css.reason}>{reason}</p>
      {end.error && <Trouble title={words.name} error={end.error} retry={() => end.reset()} />}
      {open ? (
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate({ emergency: id, version })}>
          {words.end}
        </Button>
      ) : reviewed ? (
        <p className={css.reviewed}>
          <b>
            {words.columns.state} {words.reviewedBy(reviewed.by.name, moment(reviewed.at, language))}
          </b>{' '}
          {reviewed.review}
        </p>
      ) : me?.person?.id === person.id ? (
        <p className={css.reviewed}>
          {words.columns.state}: {words.unreviewed}
        </p>
      ) : (
        <Review emergency={emergency} />
      )}
    </>
  )
}

const Review = ({ emergency: { id, version, person } }: { emergency: Emergency }) => {
  const { t } = useTexts()
  const words = t.access.emergency
  const review = useReviewEmergency()
  const [said, setSaid] = useState('')
  return (
    <Form
      fields={[]}
      error={review.error}
      onSubmit={() => review.mutate({ emergency: id, version, review: said })}
      buttons={
        <Button type="submit" variant="default" loading={review.isPending}>
          {words.reviewSubmit}
        </Button>
      }
    >
      {() => (
        <Textarea
          id={`review-${id}`}
          label={words.reviewLabel(person.name)}
          rows={3}
          value={said}
          onChange={event => setSaid(event.currentTarget.value)}
        />
      )}
    </Form>
  )
}

const offered = ['it-security', 'coe-reviewer', 'change-manager', 'administrator', 'program-lead'] as const

const Take = () => {
  const { t } = useTexts()
  const words = t.access.emergency
  const open = useOpenEmergency()
  const [given, setGiven] = useState<{ role: (typeof offered)[number]; hours: string; reason: string }>({
    role: 'it-security',
    hours: '1',
    reason: '',
  })
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  return (
    <section className={css.take}>
      <h2>{words.open}</h2>
      <Form
        fields={['role', 'hours', 'reason']}
        error={open.error}
        onSubmit={() =>
          open.mutate(
            { role: given.role, hours: Number(given.hours), reason: given.reason, requestId },
            { onSuccess: () => setRequestId(crypto.randomUUID()) },
          )
        }
        buttons={
          <Button type="submit" loading={open.isPending}>
            {words.submit}
          </Button>
        }
      >
        {about => (
          <>
            <NativeSelect
              id="role"
              label={words.role}
              value={given.role}
              onChange={event => {
                const role = offered.find(each => each === event.currentTarget.value)
                if (role !== undefined) setGiven({ ...given, role })
              }}
              data={offered.map(role => ({ value: role, label: t.directory.roles[role] }))}
              error={about('role')}
            />
            <NativeSelect
              id="hours"
              label={words.hours}
              value={given.hours}
              onChange={event => setGiven({ ...given, hours: event.currentTarget.value })}
              data={['1', '2', '3', '4']}
              error={about('hours')}
            />
            <Textarea
              id="reason"
              label={words.reason}
              description={words.reasonHelp}
              rows={3}
              value={given.reason}
              onChange={event => setGiven({ ...given, reason: event.currentTarget.value })}
              error={about('reason')}
            />
          </>
        )}
      </Form>
    </section>
  )
}
