import { Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Review } from '../../client.generated.ts'
import { useSignOff } from '../../data/reviews.ts'
import type { FieldProblem } from '../../parts/error-summary.tsx'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { clock } from '../../texts/moments.ts'
import { useReviewTexts } from '../../texts/review/use.ts'
import { ChecklistFields } from './checklist-fields.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { Confirm } from './confirm.tsx'
import { DecisionBar } from './decision-bar.tsx'
import css from './decision-form.module.css'
import { useDecisionDraft } from './draft.ts'
import type { Decision } from './views.ts'

interface DecisionFormProps {
  review: Review
  role: string
  roleName: string
  decide: Decision | undefined
  onDone: (decision: Decision) => void
}

/** Checklist, conditions and note of one sign-off. What is wrong is said before anything is asked for a second time. */
export const DecisionForm = ({ review, role, roleName, decide, onDone }: DecisionFormProps) => {
  const { language } = useTexts()
  const words = useReviewTexts()
  const signOff = useSignOff()
  const { draft, change, forget } = useDecisionDraft(review.key, role, review.digest)
  const { answers, reason, conditions, savedAt } = draft
  const [asked, setAsked] = useState<Decision | null>(null)
  const wanted = useRef<Decision>('approve')
  const checklists = review.checklists.filter(each => each.role === role)
  const items = checklists.flatMap(each => each.items)
  const conditionIds = conditions.flatMap((_, n) => [`conditions.${n}.text`, `conditions.${n}.dueOn`])
  useArriving(decide, items.find(({ id }) => answers[id] === undefined)?.id)

  const missing = (): readonly FieldProblem[] =>
    wanted.current === 'approve'
      ? [
          ...items.flatMap(({ id, text }) =>
            answers[id] === undefined ? [{ field: `answers.${id}`, text: words.decide.noAnswerTo(text) }] : [],
          ),
          ...conditions.flatMap(({ text, needed, dueOn }, n) => [
            ...(text.trim() === '' ? [{ field: `conditions.${n}.text`, text: words.decide.whatMissing }] : []),
            ...(needed === 'after' && dueOn === '' ? [{ field: `conditions.${n}.dueOn`, text: words.decide.dueMissing }] : []),
          ]),
        ]
      : reason.trim() === ''
        ? [{ field: 'reason', text: words.decide.noteMissing }]
        : []

  const said = (decision: Decision) => ({
    review: review.key,
    role,
    version: review.version,
    digest: review.digest,
    decision,
    answers,
    conditions:
      decision === 'approve'
        ? conditions.map(({ text, needed, dueOn }) => ({ text, needed, dueOn: needed === 'after' ? dueOn : null }))
        : [],
    reason: reason.trim() === '' ? null : reason,
  })
  /** The end of the review takes this form away before the answer is told to it, so it is awaited here. */
  const send = async (decision: Decision): Promise<void> => {
    try {
      await signOff.mutateAsync(said(decision))
      forget()
      onDone(decision)
    } catch {
      // What the server said stands in the form.
    } finally {
      setAsked(null)
    }
  }

  return (
    <div className={css.decision}>
      <Form
        prefix="decide-"
        fields={[...items.map(({ id }) => `answers.${id}`), 'conditions', ...conditionIds, 'reason', 'change']}
        check={missing}
        error={asked === null ? signOff.error : null}
        onSubmit={() => setAsked(wanted.current)}
        buttons={
          <DecisionBar
            review={review}
            conditions={conditions.length}
            onDecide={(decision, form) => {
              wanted.current = decision
              signOff.reset()
              form?.requestSubmit()
            }}
          />
        }
      >
        {about => (
          <>
            <ChecklistFields
              checklists={checklists}
              answers={answers}
              onAnswer={(item, answer) => change({ answers: { ...answers, [item]: answer } })}
              about={about}
            />
            <ConditionFields conditions={conditions} onChange={next => change({ conditions: next })} about={about} />
            <Textarea
              id="decide-reason"
              label={words.decide.note(review.submittedBy.name)}
              description={words.decide.noteHelp}
              rows={4}
              value={reason}
              onChange={event => change({ reason: event.currentTarget.value })}
              error={about('reason')}
            />
            <p role="status" className={css.saved}>
              {savedAt !== null && words.decide.saved(clock(savedAt, language))}
            </p>
          </>
        )}
      </Form>
      <Confirm
        review={review}
        role={role}
        roleName={roleName}
        decision={asked}
        conditions={conditions.length}
        pending={signOff.isPending}
        onClose={() => setAsked(null)}
        onConfirm={decision => void send(decision)}
      />
    </div>
  )
}

/** Whoever came with a key of the queue arrives where that decision begins. */
const useArriving = (decide: Decision | undefined, firstOpen: string | undefined): void => {
  const first = useRef({ decide, firstOpen })
  useEffect(() => {
    const { decide, firstOpen } = first.current
    if (decide === undefined) return
    const field = decide === 'approve' && firstOpen !== undefined ? `decide-answers.${firstOpen}` : 'decide-reason'
    document.getElementById(field)?.focus()
  }, [])
}
