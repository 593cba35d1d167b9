import { Button, Textarea } from '@mantine/core'
import { IconCircleCheck, IconHourglass, IconUserCheck, IconX, type TablerIcon } from '@tabler/icons-react'
import { useState } from 'react'
import type { Review } from '../../client.generated.ts'
import { useJudgeCondition, useMeetCondition } from '../../data/reviews.ts'
import { Fold } from '../../parts/fold.tsx'
import { Form } from '../../parts/form.tsx'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day, moment } from '../../texts/moments.ts'
import { useReviewTexts } from '../../texts/review/use.ts'
import css from './talk.module.css'

type Condition = Review['conditions'][number]

const looks: Record<Condition['state'], [TablerIcon, Tone]> = {
  open: [IconHourglass, 'due'],
  met: [IconUserCheck, 'outline'],
  accepted: [IconCircleCheck, 'ok'],
  fallen: [IconX, 'quiet'],
}

/** What a yes depends on: those who build say that it is done, whoever set it says whether that is so. */
export const Conditions = ({ review: { conditions, signOffs } }: { review: Review }) => {
  const words = useReviewTexts()
  if (conditions.length === 0) return null
  const roleName = (role: string) => signOffs.find(each => each.role === role)?.roleName ?? role
  return (
    <section>
      <h2>{words.conditions.title}</h2>
      <ul className={css.list}>
        {conditions.map(condition => (
          <li key={condition.id}>
            <Said condition={condition} roleName={roleName(condition.role)} />
            {condition.you.mayMeet && <Meet condition={condition} />}
            {condition.you.mayJudge && <Judge condition={condition} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Said = ({ condition, roleName }: { condition: Condition; roleName: string }) => {
  const { language } = useTexts()
  const words = useReviewTexts()
  const { text, state, needed, dueOn, setBy, met, accepted } = condition
  const [icon, tone] = looks[state]
  return (
    <>
      <div className={css.head}>
        <p className={css.text}>{text}</p>
        <Tag icon={icon} tone={tone}>
          {words.conditions.states[state]}
        </Tag>
      </div>
      <p className={css.who}>
        {needed === 'before' ? words.conditions.before : words.conditions.after(dueOn === null ? '' : day(dueOn, language))},{' '}
        {words.conditions.setBy(setBy.name, roleName)}
      </p>
      {met && (
        <div className={css.answer}>
          <p className={css.who}>{words.conditions.metBy(met.by.name, moment(met.at, language))}</p>
          <p className={css.text}>{met.note}</p>
          {accepted && <p className={css.who}>{words.conditions.acceptedBy(accepted.by.name, moment(accepted.at, language))}</p>}
        </div>
      )}
    </>
  )
}

const Meet = ({ condition: { id, version } }: { condition: Condition }) => {
  const words = useReviewTexts()
  const meet = useMeetCondition()
  const [note, setNote] = useState('')
  return (
    <Fold title={words.conditions.meet}>
      <Form
        prefix={`${id}-`}
        fields={['note']}
        check={() => (note.trim() === '' ? [{ field: 'note', text: words.conditions.noteMissing }] : [])}
        error={meet.error}
        onSubmit={() => meet.mutate({ condition: id, note, version })}
        buttons={
          <Button type="submit" variant="default" loading={meet.isPending}>
            {words.conditions.meet}
          </Button>
        }
      >
        {about => (
          <Textarea
            id={`${id}-note`}
            label={words.conditions.note}
            rows={2}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
            error={about('note')}
          />
        )}
      </Form>
    </Fold>
  )
}

const Judge = ({ condition: { id, version } }: { condition: Condition }) => {
  const words = useReviewTexts()
  const judge = useJudgeCondition()
  const say = (accepted: boolean) => () => judge.mutate({ condition: id, accepted, version })
  return (
    <>
      {judge.error && <Trouble title={words.signOffs.failed} error={judge.error} retry={() => judge.reset()} />}
      <div className={css.buttons}>
        <Button variant="default" loading={judge.isPending} onClick={say(true)}>
          {words.conditions.accept}
        </Button>
        <Button variant="default" loading={judge.isPending} onClick={say(false)}>
          {words.conditions.notYet}
        </Button>
      </div>
    </>
  )
}
