import { Button, NativeSelect, Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Charter, Review, Solution } from '../../client.generated.ts'
import { useRuleOnFact } from '../../data/stewardship.ts'
import { Action } from '../../parts/action.tsx'
import { Fold } from '../../parts/fold.tsx'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useLooksTexts } from '../../texts/review/looks.ts'
import { answerInWords, sendable } from '../check/answers.ts'
import { QuestionFields } from '../check/question-fields.tsx'
import { tierNames } from '../check/sentences.ts'

interface RuleProps {
  charter: Charter
  review: Review
  solution: Solution
}

/** A reviewer settles one fact over what is declared; the charter decides anew at once. */
export const RuleOnFact = ({ charter, review, solution }: RuleProps) => {
  const { t } = useTexts()
  const { rule: words } = useLooksTexts()
  const rule = useRuleOnFact()
  const [fact, setFact] = useState('')
  const [value, setValue] = useState<unknown>()
  const [reason, setReason] = useState('')
  const question = charter.questions.find(({ id }) => id === fact)
  const declared = (solution.draft ?? solution.approved)?.facts ?? solution.facts
  const send = (value: unknown) =>
    rule.mutate(
      { key: solution.key, version: solution.version, fact, value: sendable({ [fact]: value })[fact] ?? null, reason },
      { onSuccess: () => setReason('') },
    )
  const asked = charter.pages.flatMap(page => page.questions.flatMap(id => charter.questions.find(each => each.id === id) ?? []))
  const missingReason = reason.trim() === '' ? [{ field: 'reason', text: words.reasonMissing }] : []
  return (
    <Fold title={words.title}>
      <p>{words.lead}</p>
      <Form
        prefix="rule-"
        fields={['fact', 'value', 'reason']}
        check={() => [
          ...(question ? [] : [{ field: 'fact', text: words.factMissing }]),
          ...(question && value === undefined ? [{ field: 'value', text: words.valueMissing }] : []),
          ...missingReason,
        ]}
        error={rule.error}
        onSubmit={() => send(value)}
        buttons={
          <Button type="submit" variant="default" loading={rule.isPending}>
            {words.save}
          </Button>
        }
      >
        {about => (
          <>
            <NativeSelect
              id="rule-fact"
              label={words.fact}
              value={fact}
              onChange={event => {
                setFact(event.currentTarget.value)
                setValue(undefined)
              }}
              data={[{ value: '', label: words.choose }, ...asked.map(({ id, title }) => ({ value: id, label: title }))]}
              error={about('fact')}
            />
            {question && (
              <fieldset id="rule-value" tabIndex={-1} aria-describedby="rule-about">
                <legend>{words.value}</legend>
                <p id="rule-about">{about('value') ?? words.declared(answerInWords(charter, fact, declared[fact], t) ?? words.nothing)}</p>
                <QuestionFields question={question} answer={value} onAnswer={setValue} />
              </fieldset>
            )}
            <Textarea
              id="rule-reason"
              label={words.reason}
              rows={2}
              value={reason}
              onChange={event => setReason(event.currentTarget.value)}
              error={about('reason')}
            />
            {solution.rulings.some(each => each.fact === fact) && missingReason.length === 0 && (
              <Action onClick={() => send(null)}>{words.end}</Action>
            )}
          </>
        )}
      </Form>
      <p role="status">
        {rule.data && words.done(tierNames(charter)[rule.data.tier - 1] ?? '')}{' '}
        {rule.data?.review != null && rule.data.review !== review.key && (
          <Link to="/reviews/$review" params={{ review: rule.data.review }}>
            {words.moved(rule.data.review)}
          </Link>
        )}
      </p>
    </Fold>
  )
}
