import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import type { ReviewSummary } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useAssignReview, useStartReview, type View } from '../../data/reviews.ts'
import { Shortcuts } from '../../parts/shortcuts.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Undo } from '../../parts/undo.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import { openFor } from './offices.ts'
import { QueueRow } from './queue-row.tsx'
import css from './queue-table.module.css'
import type { Decision } from './views.ts'

/** The rows, and the keys that work on the one that has the focus: moving is moving the focus, so Enter opens it by itself. */
export const QueueTable = ({ rows, view, children }: { rows: readonly ReviewSummary[]; view: View; children: ReactNode }) => {
  const words = useReviewTexts()
  const { columns } = words.queue
  const body = useRef<HTMLTableSectionElement>(null)
  const navigate = useNavigate()
  const taking = useTaking()
  const decided = view === 'decided'

  const links = (): HTMLAnchorElement[] => [...(body.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])]
  const at = (): number => links().findIndex(link => link.closest('tr')?.contains(document.activeElement) === true)
  const move = (by: number) => () => {
    const all = links()
    all[Math.min(all.length - 1, Math.max(0, at() + (at() === -1 && by < 0 ? 0 : by)))]?.focus()
  }
  const onRow = (act: (row: ReviewSummary) => void) => () => {
    const row = rows[at()]
    if (row) act(row)
  }
  const open = (decide: Decision) =>
    onRow(({ key }) => void navigate({ to: '/reviews/$review', params: { review: key }, search: { decide } }))
  const reading = [
    { keys: ['j', 'k'], does: words.keys.move },
    { keys: ['enter'], does: words.keys.open },
  ]
  const working = [
    { keys: ['m'], does: words.keys.take, run: onRow(row => taking.take(row)) },
    { keys: ['a'], does: words.keys.approve, run: open('approve') },
    { keys: ['r'], does: words.keys.return, run: open('return') },
    { keys: ['x'], does: words.keys.reject, run: open('reject') },
  ]
  return (
    <>
      {taking.error && <Trouble title={words.signOffs.failed} error={taking.error} retry={taking.forget} />}
      <table className={css.table}>
        <caption>{decided ? words.queue.captionDecided : words.queue.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.key}</th>
            <th scope="col">{columns.subject}</th>
            <th scope="col">{columns.maker}</th>
            <th scope="col">{columns.tier}</th>
            <th scope="col">{columns.purpose}</th>
            <th scope="col">{decided ? columns.outcome : columns.time}</th>
            <th scope="col">{columns.reviewer}</th>
            <th scope="col">{decided ? columns.ended : columns.heldUp}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map(row => (
            <QueueRow key={row.key} row={row} onTake={() => taking.take(row)} />
          ))}
        </tbody>
      </table>
      {children}
      {taking.taken && <Undo key={taking.taken.version} text={words.queue.taken(taking.taken.key)} onUndo={taking.giveBack} />}
      <div className={css.keys}>
        <Shortcuts
          all={[
            { keys: ['j'], does: words.keys.move, run: move(1) },
            { keys: ['k'], does: words.keys.move, run: move(-1) },
            ...reading.slice(1),
            ...(decided ? [] : working),
          ]}
          hints={[...reading, ...(decided ? [] : working)]}
          {...(rows[0] && { note: words.time.calendar(rows[0].clock.calendar) })}
        />
      </div>
    </>
  )
}

/** Taking the sign-off that nobody has, or else one that somebody else has; the server says whether one may. */
const useTaking = () => {
  const { data: me } = useMe()
  const start = useStartReview()
  const assign = useAssignReview()
  const [taken, setTaken] = useState<{ key: string; version: number; role: string; before: string | null } | null>(null)
  return {
    taken,
    error: start.error ?? assign.error,
    forget() {
      start.reset()
      assign.reset()
    },
    take({ key, version, signOffs }: ReviewSummary) {
      const open = openFor(me?.person, signOffs).filter(({ assignee }) => assignee?.id !== me?.person?.id)
      const signOff = open.find(({ assignee }) => assignee === null) ?? open[0]
      if (signOff === undefined) return
      const { role, assignee } = signOff
      start.mutate(
        { review: key, role, version },
        { onSuccess: after => setTaken({ key, version: after.version, role, before: assignee?.id ?? null }) },
      )
    },
    giveBack() {
      if (taken) assign.mutate({ review: taken.key, role: taken.role, person: taken.before, version: taken.version })
      setTaken(null)
    },
  }
}
