import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { kept } from '../data/kept.ts'
import { useTexts } from '../texts/language.tsx'
import { Dialog } from './dialog.tsx'
import { findKeys } from './find-button.tsx'
import { KeyHint } from './key-hint.tsx'
import { Option } from './option.tsx'
import css from './shortcuts.module.css'

export interface Shortcut {
  /** The keys as they are typed, in small letters; one does. */
  keys: readonly string[]
  /** What it does, for the list. */
  does: string
  /** Left out where the browser does it already. */
  run?: () => void
}

const off = kept('guildhall.single-keys')

/** Where a letter is a letter: fields, lists to choose from, and anything open over the page. */
const types = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog, [role=menu]') !== null

/**
 * Single keys of a page with their list under `?`, and the switch that turns them off (WCAG 2.2, 2.1.4).
 * @param hints what stands in the bar itself; the list has everything.
 */
export const Shortcuts = ({ all, hints = all, note }: { all: readonly Shortcut[]; hints?: readonly Shortcut[]; note?: string }) => {
  const { t } = useTexts()
  const [on, setOn] = useState(() => off.read() === null)
  const [listed, setListed] = useState(false)
  const now = useRef(all)
  useEffect(() => {
    now.current = all
  })
  useEffect(() => {
    if (!on) return undefined
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || types(event.target)) return
      if (event.key === '?') setListed(true)
      else {
        const run = now.current.find(({ keys }) => keys.includes(event.key.toLowerCase()))?.run
        if (run === undefined) return
        run()
      }
      event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [on])
  const turn = (): void => {
    if (on) off.write('off')
    else off.forget()
    setOn(!on)
  }
  return (
    <div className={css.bar}>
      {on && hints.map(shortcut => <Hint key={shortcut.does} shortcut={shortcut} />)}
      <span className={css.end}>
        {note !== undefined && <span>{note}</span>}
        <button type="button" className={css.all} onClick={() => setListed(true)}>
          <KeyHint>?</KeyHint> {t.keys.all}
        </button>
      </span>
      <Dialog
        opened={listed}
        onClose={() => setListed(false)}
        title={t.keys.title}
        buttons={
          <Button variant="default" onClick={() => setListed(false)}>
            {t.close}
          </Button>
        }
      >
        <ul className={css.list}>
          {[...all, { keys: ['?'], does: t.keys.help }, { keys: [findKeys], does: t.keys.find }].map(shortcut => (
            <li key={shortcut.does}>
              <Hint shortcut={shortcut} />
            </li>
          ))}
        </ul>
        <Option type="checkbox" name="single-keys" value="on" checked={on} onChange={turn} label={t.keys.single} note={t.keys.singleNote} />
      </Dialog>
    </div>
  )
}

const Hint = ({ shortcut: { keys, does } }: { shortcut: Shortcut }) => (
  <span className={css.hint}>
    {keys.map(key => (
      <KeyHint key={key}>{key.length === 1 ? key.toUpperCase() : key[0]?.toUpperCase() + key.slice(1)}</KeyHint>
    ))}
    {does}
  </span>
)
