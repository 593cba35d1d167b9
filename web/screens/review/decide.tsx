import { NativeSelect } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import type { Review } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { looksAtReviews } from '../../data/reviews.ts'
import { Blockers } from '../../parts/blockers.tsx'
import { Note } from '../../parts/note.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import { DecisionForm } from './decision-form.tsx'
import type { Decision } from './views.ts'

interface DecideProps {
  review: Review
  /** What the reader came for, where they came with a key of the queue. */
  decide: Decision | undefined
  onDone: (decision: Decision) => void
}

/** The reader's own sign-off, or in plain words why they have none to give. */
export const Decide = ({ review, decide, onDone }: DecideProps) => {
  const words = useReviewTexts()
  const { data: me } = useMe()
  const { you, signOffs, endedAt, purpose } = review
  const own = you.maySign.find(role => signOffs.some(each => each.role === role && each.assignee?.id === me?.person?.id))
  const [chosen, setChosen] = useState<string | null>(null)
  const role = you.maySign.find(each => each === chosen) ?? own ?? you.maySign[0]
  const nameOf = (wanted: string) => signOffs.find(each => each.role === wanted)?.roleName ?? wanted
  // Whoever builds it has not come to sign it off.
  if (endedAt !== null || (role === undefined && !looksAtReviews(me?.person))) return null
  return (
    <section>
      <h2>{words.decide.title}</h2>
      {role === undefined ? (
        <Note icon={IconLock} title={words.decide.cannot}>
          <Blockers blockers={you.cannotSign} />
        </Note>
      ) : purpose === 'second-look' ? (
        <Note title={words.purposes['second-look']}>{words.decide.second}</Note>
      ) : (
        <>
          {you.maySign.length > 1 ? (
            <NativeSelect
              label={words.decide.role}
              value={role}
              onChange={event => setChosen(event.currentTarget.value)}
              data={you.maySign.map(value => ({ value, label: nameOf(value) }))}
            />
          ) : (
            <p>{words.decide.as(nameOf(role))}</p>
          )}
          <DecisionForm
            key={`${role} ${review.digest}`}
            review={review}
            role={role}
            roleName={nameOf(role)}
            decide={decide}
            onDone={onDone}
          />
        </>
      )}
    </section>
  )
}
