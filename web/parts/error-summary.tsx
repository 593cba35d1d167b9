import { IconExclamationCircle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import css from './error-summary.module.css'

export interface FieldProblem {
  /** The `id` of the field at fault; left out where no single field is. */
  field?: string
  text: string
}

/** Takes the focus as it appears; each line leads to its field. Screens give it a new key for each attempt. */
export const ErrorSummary = ({ title, problems }: { title: string; problems: readonly FieldProblem[] }) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} role="alert" tabIndex={-1} className={css.box}>
      <p className={css.title}>
        <IconExclamationCircle size={17} stroke={1.6} aria-hidden />
        {title}
      </p>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={`${field ?? ''} ${text}`}>
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
