import { IconExclamationCircle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import css from './error-summary.module.css'

export interface FieldProblem {
  /** The `id` of the field at fault; left out where no single field is. */
  field?: string
  text: string
}

/** Takes the focus as it appears; each line leads to its field. Screens give it a new key for each attempt. */
export const ErrorSummary = ({ title, problems }: { title: string; problems: readonly FieldProblem[] }) => {
  const box = useRef<HTMLDivElement>(null)
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    box.current?.focus()
    setLabels(labelsIn(box.current))
  }, [])
  /** Where several fields have one fault, a line says whose it is. */
  const whose = ({ field, text }: FieldProblem): string => {
    const label = field === undefined ? undefined : labels.get(field)
    return label !== undefined && problems.filter(each => each.text === text).length > 1 ? `${label}: ` : ''
  }
  return (
    <div ref={box} role="alert" tabIndex={-1} className={css.box}>
      <p className={css.title}>
        <IconExclamationCircle size={17} stroke={1.6} aria-hidden />
        {title}
      </p>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={`${field ?? ''} ${text}`}>
            {whose({ ...(field !== undefined && { field }), text })}
            {field === undefined ? (
              text
            ) : (
              <a
                href={`#${field}`}
                onClick={event => {
                  event.preventDefault()
                  // Two forms of a page may each have a field of that name.
                  const form = event.currentTarget.closest('form') ?? document
                  form.querySelector<HTMLElement>(`#${CSS.escape(field)}`)?.focus()
                }}
              >
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the fields of the form around it are called. */
const labelsIn = (box: HTMLElement | null): ReadonlyMap<string, string> =>
  new Map([...(box?.closest('form')?.querySelectorAll('label') ?? [])].map(label => [label.htmlFor, nameOf(label)]))

/** A star or a hint that a label carries for the eye is no part of its name. */
const nameOf = (label: HTMLLabelElement): string =>
  [...label.childNodes]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(({ textContent }) => textContent)
    .join('')
    .trim()
