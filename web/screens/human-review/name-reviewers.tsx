import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ContentStep } from '../../client.generated.ts'
import { useNameReviewers } from '../../data/content.ts'
import { Action } from '../../parts/action.tsx'
import { Form } from '../../parts/form.tsx'
import { useContentTexts } from '../../texts/human-review/use.ts'
import { ChoosePerson } from '../people/choose-person.tsx'
import css from './content.module.css'

/** A working day, and two weeks. */
const usual = { deadlineMinutes: 480, keepDays: 14 }

/** Its owner says who looks, how long that may take, and how long texts are kept. */
export const NameReviewers = ({ solutionKey, step }: { solutionKey: string; step: ContentStep }) => {
  const { step: words } = useContentTexts()
  const save = useNameReviewers()
  const [reviewers, setReviewers] = useState(step.reviewers.map(({ id, name }) => ({ id, name })))
  const [deadline, setDeadline] = useState(String(step.deadlineMinutes ?? usual.deadlineMinutes))
  const [keep, setKeep] = useState(String(step.keepDays ?? usual.keepDays))
  return (
    <Form
      prefix="content-"
      fields={['reviewers', 'deadlineMinutes', 'keepDays']}
      check={() => (reviewers.length === 0 ? [{ field: 'reviewers', text: words.reviewersMissing }] : [])}
      error={save.error}
      onSubmit={() =>
        save.mutate({
          key: solutionKey,
          version: step.version,
          reviewers: reviewers.map(({ id }) => id),
          deadlineMinutes: Number(deadline),
          keepDays: Number(keep),
        })
      }
      buttons={
        <Button type="submit" variant="default" loading={save.isPending}>
          {words.save}
        </Button>
      }
    >
      {about => (
        <>
          <ul className={css.list} aria-label={words.reviewers}>
            {reviewers.map(({ id, name }) => (
              <li key={id}>
                {name}{' '}
                <Action aria-label={words.remove(name)} onClick={() => setReviewers(reviewers.filter(each => each.id !== id))}>
                  {words.removeWord}
                </Action>
              </li>
            ))}
          </ul>
          <ChoosePerson
            id="content-reviewers"
            label={words.add}
            chosen={null}
            onChoose={person => {
              if (person && reviewers.every(({ id }) => id !== person.id)) setReviewers([...reviewers, person])
            }}
            error={about('reviewers')}
          />
          <TextInput
            id="content-deadlineMinutes"
            label={words.deadlineMinutes}
            description={words.deadlineNote}
            inputMode="numeric"
            autoComplete="off"
            value={deadline}
            onChange={event => setDeadline(event.currentTarget.value)}
            error={about('deadlineMinutes')}
          />
          <TextInput
            id="content-keepDays"
            label={words.keepDays}
            inputMode="numeric"
            autoComplete="off"
            value={keep}
            onChange={event => setKeep(event.currentTarget.value)}
            error={about('keepDays')}
          />
        </>
      )}
    </Form>
  )
}
