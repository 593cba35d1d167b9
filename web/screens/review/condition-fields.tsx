import { TextInput, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Action } from '../../parts/action.tsx'
import { Choices } from '../../parts/choices.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import css from './condition-fields.module.css'
import type { NewCondition } from './draft.ts'

interface ConditionFieldsProps {
  conditions: readonly NewCondition[]
  onChange: (conditions: readonly NewCondition[]) => void
  about: (field: string) => string | undefined
}

/** What a yes is to depend on; none to begin with. */
export const ConditionFields = ({ conditions, onChange, about }: ConditionFieldsProps) => {
  const words = useReviewTexts()
  const set = (n: number, part: Partial<NewCondition>) =>
    onChange(conditions.map((condition, at) => (at === n ? { ...condition, ...part } : condition)))
  const fault = about('conditions')
  return (
    <div>
      <h3>{words.decide.conditions}</h3>
      <p className={css.help}>{words.decide.conditionsHelp}</p>
      {fault !== undefined && <p className={css.fault}>{fault}</p>}
      <ol className={css.list}>
        {conditions.map((condition, n) => (
          // Conditions have no name of their own yet; none changes its place.
          <li key={n} className={css.condition}>
            <Textarea
              id={`decide-conditions.${n}.text`}
              label={`${words.decide.condition(n + 1)}: ${words.decide.what}`}
              rows={2}
              value={condition.text}
              onChange={event => set(n, { text: event.currentTarget.value })}
              error={about(`conditions.${n}.text`)}
            />
            <Choices
              id={`decide-conditions.${n}.needed`}
              legend={words.decide.needed}
              options={[
                { value: 'before', label: words.decide.before },
                { value: 'after', label: words.decide.after },
              ]}
              chosen={condition.needed}
              onChoose={needed => set(n, { needed })}
              error={undefined}
            />
            {condition.needed === 'after' && (
              <TextInput
                id={`decide-conditions.${n}.dueOn`}
                type="date"
                label={words.decide.dueOn}
                value={condition.dueOn}
                onChange={event => set(n, { dueOn: event.currentTarget.value })}
                error={about(`conditions.${n}.dueOn`)}
              />
            )}
            <Action
              aria-label={words.doesTo(words.decide.remove, words.decide.condition(n + 1))}
              onClick={() => onChange(conditions.filter((_, at) => at !== n))}
            >
              {words.decide.remove}
            </Action>
          </li>
        ))}
      </ol>
      <Action id="decide-conditions" onClick={() => onChange([...conditions, { text: '', needed: 'before', dueOn: '' }])}>
        <IconPlus size={15} stroke={1.6} aria-hidden />
        {words.decide.addCondition}
      </Action>
    </div>
  )
}
