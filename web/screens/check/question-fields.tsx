import { TextInput } from '@mantine/core'
import { NOT_SURE, type Part, type Question, type Value } from '../../data/charter-guide.ts'
import { Option, Options } from '../../parts/option.tsx'
import { useTexts } from '../../texts/language.tsx'
import { chosen, isUnlisted, toggled, UNLISTED, wordsOf } from './answers.ts'
import css from './question-fields.module.css'

interface FieldsProps {
  question: Question
  answer: unknown
  onAnswer: (answer: unknown) => void
}

/** The ways to answer one question, by its type; "I'm not sure" last and equal in weight. */
export const QuestionFields = (props: FieldsProps) => {
  const { question } = props
  switch (question.type) {
    case 'one':
      return (
        <OneOf
          {...props}
          choices={question.values.map(value => ({ value: value.id, answer: value.id, label: wordsOf(value), note: value.help }))}
        />
      )
    case 'yesNo':
      return (
        <OneOf
          {...props}
          choices={question.values.map(value => ({ value: value.id, answer: value.id === 'yes', label: wordsOf(value), note: value.help }))}
        />
      )
    case 'many':
      return <ManyOf {...props} />
    case 'object':
      return <Parts {...props} parts={question.parts} />
    default:
      return question.type satisfies never
  }
}

interface Choice {
  value: string
  answer: unknown
  label: string
  note?: string | null | undefined
}

const OneOf = ({ question, answer, onAnswer, choices }: FieldsProps & { choices: readonly Choice[] }) => {
  const { t } = useTexts()
  const all: readonly Choice[] = [...choices, { value: NOT_SURE, answer: NOT_SURE, label: t.check.notSure, note: t.check.notSureNote }]
  return (
    <Options>
      {all.map(choice => (
        <Option
          key={choice.value}
          type="radio"
          name={question.id}
          value={choice.value}
          label={choice.label}
          note={choice.note}
          checked={answer === choice.answer}
          onChange={() => onAnswer(choice.answer)}
        />
      ))}
    </Options>
  )
}

const ManyOf = ({ question, answer, onAnswer }: FieldsProps) => {
  const { t } = useTexts()
  const picked = chosen(answer)
  const toggle = (value: string): void => onAnswer(toggled(answer, value, question.none))
  return (
    <Options>
      {question.values.map(value =>
        value.id === UNLISTED ? (
          <Unlisted key={value.id} question={question} value={value} answer={answer} onAnswer={onAnswer} />
        ) : (
          <Option
            key={value.id}
            type="checkbox"
            name={question.id}
            value={value.id}
            label={wordsOf(value)}
            note={value.help}
            checked={picked.includes(value.id)}
            onChange={() => toggle(value.id)}
          />
        ),
      )}
      <Option
        type="checkbox"
        name={question.id}
        value={NOT_SURE}
        label={t.check.notSure}
        note={t.check.notSureNote}
        checked={picked.includes(NOT_SURE)}
        onChange={() => toggle(NOT_SURE)}
      />
    </Options>
  )
}

const written = (part: unknown): string => (typeof part === 'string' ? part : '')

/** Something that is not on the list, by its name. */
const Unlisted = ({ question, value, answer, onAnswer }: FieldsProps & { value: Value }) => {
  const { t } = useTexts()
  const picked = chosen(answer)
  const mine = picked.find(isUnlisted)
  const others = picked.filter(item => item !== mine && item !== question.none)
  return (
    <Option
      type="checkbox"
      name={question.id}
      value={UNLISTED}
      label={wordsOf(value)}
      note={value.help}
      checked={mine !== undefined}
      onChange={() => onAnswer(mine === undefined ? [...others, UNLISTED] : toggled(answer, mine, question.none))}
    >
      {mine !== undefined && (
        <TextInput
          label={t.check.otherName}
          maxLength={100}
          value={mine.slice(UNLISTED.length)}
          onChange={event => onAnswer([...others, UNLISTED + event.currentTarget.value])}
        />
      )}
    </Option>
  )
}

/** An answer with parts: the yes or no comes first, and the rest is asked only after a yes. */
const Parts = ({ question, answer, onAnswer, parts }: FieldsProps & { parts: readonly Part[] }) => {
  const { t } = useTexts()
  const told: Record<string, unknown> = typeof answer === 'object' && answer !== null ? { ...answer } : {}
  const lead = parts.find(part => part.type === 'yesNo')
  const details = parts.filter(part => part !== lead)
  const fields = (
    <div className={css.details}>
      {details.map(part => (
        <TextInput
          key={part.id}
          label={part.title}
          name={`${question.id}.${part.id}`}
          maxLength={200}
          value={written(told[part.id])}
          onChange={event => onAnswer({ ...told, [part.id]: event.currentTarget.value })}
        />
      ))}
    </div>
  )
  if (lead === undefined) return fields
  const option = (value: boolean, label: string) => (
    <Option
      type="radio"
      name={question.id}
      value={value ? 'yes' : 'no'}
      label={label}
      checked={told[lead.id] === value}
      onChange={() => onAnswer(value ? { ...told, [lead.id]: true } : { [lead.id]: false })}
    >
      {value && told[lead.id] === true && details.length > 0 && fields}
    </Option>
  )
  return (
    <Options>
      {option(true, t.yes)}
      {option(false, t.no)}
      <Option
        type="radio"
        name={question.id}
        value={NOT_SURE}
        label={t.check.notSure}
        note={t.check.notSureNote}
        checked={answer === NOT_SURE}
        onChange={() => onAnswer(NOT_SURE)}
      />
    </Options>
  )
}
