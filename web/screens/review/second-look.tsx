import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Charter, Review, ShowSecondLookOutput } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import type { Facts } from '../../data/charter-guide.ts'
import { useRecordSecondLook, useSecondLook } from '../../data/stewardship.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/note.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useLooksTexts } from '../../texts/review/looks.ts'
import { sendable } from '../check/answers.ts'
import { tierNames } from '../check/sentences.ts'
import { FactFields } from '../solutions/fact-fields.tsx'
import css from './subject.module.css'

/** Looking once more at what was approved, blind: what it does is shown, and neither its answers nor its tier. */
export const SecondLook = ({ review: { key, endedAt } }: { review: Review }) => {
  const { t } = useTexts()
  const { second: words } = useLooksTexts()
  const look = useSecondLook(key)
  const { data: charter } = useCharter()
  return (
    <section>
      <h2>{words.title}</h2>
      {look.data && charter ? (
        <>
          <p className={css.purpose}>{look.data.purpose}</p>
          <FactList>
            {look.data.platform !== null && <FactRow label={words.platform}>{look.data.platform}</FactRow>}
            {look.data.environment !== null && <FactRow label={words.environment}>{look.data.environment}</FactRow>}
            {charter.kinds
              .flatMap(({ asks }) => asks)
              .flatMap(({ id, text }) => {
                const answer = look.data.answers[id]
                return answer === undefined ? [] : [{ text, answer }]
              })
              .map(({ text, answer }) => (
                <FactRow key={text} label={text}>
                  {answer}
                </FactRow>
              ))}
          </FactList>
          <Seen charter={charter} look={look.data} over={endedAt !== null} />
        </>
      ) : look.error === null ? (
        <SkeletonRows rows={4} busy={t.loading} />
      ) : (
        <Trouble title={words.title} error={look.error} retry={() => void look.refetch()} />
      )}
    </section>
  )
}

const nothing: Facts = {}

const Seen = ({ charter, look, over }: { charter: Charter; look: ShowSecondLookOutput; over: boolean }) => {
  const { second: words } = useLooksTexts()
  const record = useRecordSecondLook()
  const [facts, setFacts] = useState<Facts>(nothing)
  const [reason, setReason] = useState('')
  const name = (tier: number) => tierNames(charter)[tier - 1] ?? String(tier)
  if (record.data) {
    const { same, tier, seenTier, because } = record.data
    return (
      <div role="status">
        <Note title={same ? words.same(name(tier)) : words.differs(name(tier), name(seenTier))} tone={same ? 'plain' : 'due'}>
          <span lang="en">{because.join(' ')}</span>
        </Note>
      </div>
    )
  }
  if (over) return null
  return (
    <Form
      prefix="look-"
      fields={['facts', 'reason']}
      check={() => [
        ...(Object.keys(facts).length === 0 ? [{ field: 'facts', text: words.factsMissing }] : []),
        ...(reason.trim() === '' ? [{ field: 'reason', text: words.reasonMissing }] : []),
      ]}
      error={record.error}
      onSubmit={() => record.mutate({ review: look.review, version: look.version, facts: sendable(facts), reason })}
      buttons={
        <Button type="submit" loading={record.isPending}>
          {words.save}
        </Button>
      }
    >
      {about => (
        <>
          <div role="group" id="look-facts" tabIndex={-1} aria-labelledby="look-asked" aria-describedby="look-about">
            <h3 id="look-asked">{words.facts}</h3>
            <p id="look-about">{about('facts') ?? words.lead}</p>
            <FactFields charter={charter} facts={facts} before={nothing} onChange={setFacts} />
          </div>
          <Textarea
            id="look-reason"
            label={words.reason}
            rows={3}
            value={reason}
            onChange={event => setReason(event.currentTarget.value)}
            error={about('reason')}
          />
        </>
      )}
    </Form>
  )
}
