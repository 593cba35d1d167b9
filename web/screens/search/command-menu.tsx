import {
  IconAlertTriangle,
  IconArrowRight,
  IconHandStop,
  IconBolt,
  IconInbox,
  IconScale,
  IconSearch,
  IconStack2,
  IconTool,
  IconUser,
  IconX,
} from '@tabler/icons-react'
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Action } from '../../parts/action.tsx'
import type { Command } from '../../parts/commands.ts'
import { KeyHint } from '../../parts/key-hint.tsx'
import { TierMark } from '../../parts/tier-mark.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useSearchTexts } from '../../texts/search/use.ts'
import { asTier } from '../check/sentences.ts'
import css from './command-menu.module.css'
import { type Entry, hasKey, useEntries } from './entries.ts'

interface CommandMenuProps {
  opened: boolean
  onClose: () => void
  /** What the page that is shown can do, as of now. */
  offered: () => readonly Command[]
}

/** Everything by its name: what the page can do, what one may see, and the pages. A dialog of the browser's own, so the focus stays inside and goes back. */
export const CommandMenu = ({ opened, onClose, offered }: CommandMenuProps) => {
  const words = useSearchTexts()
  const box = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = box.current
    if (!opened || dialog === null) return undefined
    dialog.showModal()
    return () => dialog.close()
  }, [opened])
  const leave = (event: MouseEvent): void => {
    if (event.target === box.current) onClose()
  }
  /** The browser says a little later that a dialog was closed; it may be open again by then. */
  const closed = (): void => {
    if (box.current?.open === false) onClose()
  }
  return (
    <dialog ref={box} className={css.menu} aria-label={words.title} onCancel={onClose} onClose={closed} onClick={leave}>
      {opened && <Menu onClose={onClose} offered={offered()} />}
    </dialog>
  )
}

const LIST = 'command-menu-list'
const idOf = ({ id }: Entry): string => `command-menu-${id}`

/** A combobox over a list (WAI-ARIA Authoring Practices 1.2): the focus stays in the field, the arrows choose. */
const Menu = ({ onClose, offered }: { onClose: () => void; offered: readonly Command[] }) => {
  const { t } = useTexts()
  const words = useSearchTexts()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const { groups, search, signedIn } = useEntries(typed, offered)
  const all = groups.flatMap(({ entries }) => entries)
  const at = Math.max(
    0,
    all.findIndex(({ id }) => id === chosen),
  )
  const current = all[at]
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])

  const take = (entry: Entry): void => {
    onClose()
    entry.run()
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const by = event.key === 'ArrowDown' ? 1 : -1
      setChosen(all[(at + by + all.length) % all.length]?.id ?? null)
    } else if (event.key === 'Enter' && current) {
      event.preventDefault()
      take(current)
    }
  }
  const nothing = all.length === 0 && !search.waits && search.error === null
  return (
    <>
      <div className={css.field}>
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-label={words.label}
          aria-expanded={all.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={current && idOf(current)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={100}
          placeholder={words.placeholder}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            setChosen(null)
          }}
          onKeyDown={pressed}
        />
        <button type="button" className={css.close} aria-label={t.close} onClick={onClose}>
          <IconX size={18} stroke={1.6} aria-hidden />
        </button>
      </div>
      <div ref={list} id={LIST} role="listbox" aria-label={words.results} className={css.list} tabIndex={-1}>
        {groups.map(({ title, entries }) => (
          <div key={title} role="group" aria-label={title}>
            <p role="presentation">{title}</p>
            {entries.map(entry => (
              <Line
                key={entry.id}
                entry={entry}
                selected={entry === current}
                onTake={() => take(entry)}
                onPoint={() => setChosen(entry.id)}
              />
            ))}
          </div>
        ))}
      </div>
      <div className={css.says} role="status">
        {search.waits ? (
          <p>{words.looking}</p>
        ) : nothing ? (
          <>
            <p>
              <b>{words.none(typed.trim())}</b>
            </p>
            <p>{signedIn ? words.noneText : words.signIn}</p>
          </>
        ) : (
          <p className={css.spoken}>{words.count(all.length)}</p>
        )}
      </div>
      {search.error !== null && typed.trim() !== '' && (
        <div className={css.failed} role="alert">
          <p>
            <b>{words.failed}</b>. {words.failedText}
          </p>
          <Action onClick={search.again}>{words.again}</Action>
        </div>
      )}
      <p className={css.keys} aria-hidden="true">
        <KeyHint>↑</KeyHint>
        <KeyHint>↓</KeyHint> {words.hints.move}
        <KeyHint>↵</KeyHint> {words.hints.open}
        <KeyHint>Esc</KeyHint> {words.hints.close}
      </p>
    </>
  )
}

const icons = {
  command: IconBolt,
  page: IconArrowRight,
  solution: IconStack2,
  review: IconInbox,
  tool: IconTool,
  person: IconUser,
  stop: IconHandStop,
  incident: IconAlertTriangle,
  rule: IconScale,
} as const

interface LineProps {
  entry: Entry
  selected: boolean
  onTake: () => void
  onPoint: () => void
}

/** One entry. A link stays one: it opens in a further tab for whoever asks the browser for that. */
const Line = ({ entry, selected, onTake, onPoint }: LineProps) => {
  const words = useSearchTexts()
  const { name, kind, end, isKey, tier, href } = entry
  const Icon = icons[kind]
  const inside = (
    <>
      {kind === 'solution' && tier != null ? <TierMark tier={asTier(tier)} size={18} /> : <Icon size={17} stroke={1.6} aria-hidden />}
      <span className={css.name}>{name}</span>
      {kind !== 'command' && kind !== 'page' && <span className={css.spoken}>{words.kinds[kind]}</span>}
      {end !== null && (isKey ? <KeyHint>{end}</KeyHint> : <span className={hasKey(entry) ? css.key : css.end}>{end}</span>)}
    </>
  )
  const shared = {
    id: idOf(entry),
    role: 'option',
    'aria-selected': selected,
    tabIndex: -1,
    className: css.line,
    onMouseMove: onPoint,
  } as const
  return href === undefined ? (
    <div {...shared} onClick={onTake}>
      {inside}
    </div>
  ) : (
    <a
      {...shared}
      href={href}
      onClick={event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onTake()
      }}
    >
      {inside}
    </a>
  )
}
