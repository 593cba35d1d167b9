import { useEffect, useState } from 'react'
import { useTexts } from '../texts/language.tsx'
import { Action } from './action.tsx'
import css from './undo.module.css'

const SECONDS = 10

/** What was just done, and for ten seconds the way back. Screens give it a new key for each step. */
export const Undo = ({ text, onUndo }: { text: string; onUndo: () => void }) => {
  const { t } = useTexts()
  const [left, setLeft] = useState(SECONDS)
  useEffect(() => {
    if (left === 0) return undefined
    const second = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(second)
  }, [left])
  if (left === 0) return null
  return (
    <div className={css.undo}>
      <p role="status">{text}</p>
      <Action
        onClick={() => {
          setLeft(0)
          onUndo()
        }}
      >
        {t.undo}
      </Action>
      <span aria-hidden="true">{left} s</span>
    </div>
  )
}
