import { type Ref, useImperativeHandle, useRef } from 'react'
import css from './line-editor.module.css'

export interface Editing {
  /** Puts the cursor there, both counted from 1, and brings the line into view. */
  goTo: (line: number, column: number) => void
}

interface LineEditorProps {
  id: string
  label: string
  text: string
  /** Lines with a fault, counted from 1. */
  faulty: ReadonlySet<number>
  onChange: (text: string) => void
  ref: Ref<Editing>
}

/**
 * Plain text with numbered lines. The field lies over a copy of its text that wraps alike, so that a long line keeps its
 * number, nothing has to be scrolled sideways, and the browser's own undo, search and spelling work.
 */
export const LineEditor = ({ id, label, text, faulty, onChange, ref }: LineEditorProps) => {
  const field = useRef<HTMLTextAreaElement>(null)
  const copy = useRef<HTMLDivElement>(null)
  const lines = text.split('\n')
  useImperativeHandle(ref, () => ({
    goTo(line, column) {
      const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0)
      const at = before + Math.min(column - 1, lines[line - 1]?.length ?? 0)
      field.current?.focus({ preventScroll: true })
      field.current?.setSelectionRange(at, at)
      copy.current?.children[line - 1]?.scrollIntoView({ block: 'center' })
    },
  }))
  return (
    <div className={css.frame}>
      <div className={css.paper}>
        <div ref={copy} className={css.copy} aria-hidden="true">
          {lines.map((line, index) => (
            // A line is its number: there is nothing else that it could be told apart by.
            <div key={index} data-faulty={faulty.has(index + 1) || undefined}>
              {line === '' ? '\u200b' : line}
            </div>
          ))}
        </div>
        <textarea
          ref={field}
          id={id}
          aria-label={label}
          className={css.field}
          value={text}
          onChange={event => onChange(event.currentTarget.value)}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="soft"
        />
      </div>
    </div>
  )
}
