import { Link } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import type { Finding } from '../../client.generated.ts'
import { useAssignFinding, worksFindings } from '../../data/findings.ts'
import { useMe } from '../../data/me.ts'
import { Action } from '../../parts/action.tsx'
import { Avatar } from '../../parts/avatar.tsx'
import { Shortcuts } from '../../parts/shortcuts.tsx'
import { Table } from '../../parts/table.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Undo } from '../../parts/undo.tsx'
import { useFindingsTexts } from '../../texts/findings/use.ts'
import css from './findings.module.css'
import { useSaid } from './say.ts'
import { Due, Severity } from './severity.tsx'
import { SubjectLink } from './subject-link.tsx'

/** The rows, and the keys that work on the one that has the focus, as in the queue of reviews. */
export const FindingsTable = ({ rows, children }: { rows: readonly Finding[]; children: ReactNode }) => {
  const words = useFindingsTexts()
  const { keys } = words
  const said = useSaid()
  const { data: me } = useMe()
  const works = worksFindings(me?.person)
  const body = useRef<HTMLDivElement>(null)
  const taking = useTaking()

  const links = (): HTMLAnchorElement[] => [...(body.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])]
  const at = (): number => links().findIndex(link => link.closest('tr')?.contains(document.activeElement) === true)
  const move = (by: number) => () => {
    const all = links()
    all[Math.min(all.length - 1, Math.max(0, at() + (at() === -1 && by < 0 ? 0 : by)))]?.focus()
  }
  const takeHere = () => {
    const row = rows[at()]
    if (row && row.state !== 'cleared') taking.take(row)
  }
  const steps = works ? [{ keys: ['m'], does: words.take, run: takeHere }] : []
  return (
    <>
      {taking.error && <Trouble title={words.failed} error={taking.error} retry={taking.forget} />}
      <div ref={body} className={css.rows}>
        <Table
          caption={words.caption}
          columns={[words.columns.what, words.columns.about, words.columns.severity, words.columns.due, words.columns.who]}
          rows={rows.map(finding => {
            const { id, subject, severity, assignee, state } = finding
            const what = said.rule(finding)
            return {
              key: id,
              cells: [
                <>
                  <Link to="/findings/$finding" params={{ finding: id }} data-row="">
                    {what}
                  </Link>
                  <small>{said.why(finding)}</small>
                </>,
                <SubjectLink subject={subject} />,
                <Severity severity={severity} />,
                <Due finding={finding} />,
                <span className={css.who}>
                  {assignee === null ? (
                    !works && <span className={css.quiet}>{words.nobody}</span>
                  ) : (
                    <>
                      <Avatar name={assignee.name} own={assignee.id === me?.person?.id} />
                      {assignee.name}
                    </>
                  )}
                  {works && assignee === null && state !== 'cleared' && (
                    <Action aria-label={words.takeOf(what, said.about(subject))} onClick={() => taking.take(finding)}>
                      {words.take}
                    </Action>
                  )}
                </span>,
              ],
            }
          })}
        />
      </div>
      {children}
      {taking.taken && <Undo key={taking.taken.version} text={words.taken(said.about(taking.taken.subject))} onUndo={taking.giveBack} />}
      <div className={css.keys}>
        <Shortcuts
          all={[
            { keys: ['j'], does: keys.down, run: move(1) },
            { keys: ['k'], does: keys.up, run: move(-1) },
            { keys: ['enter'], does: keys.open },
            ...steps,
          ]}
          hints={[{ keys: ['j', 'k'], does: keys.move }, { keys: ['enter'], does: keys.open }, ...steps]}
        />
      </div>
    </>
  )
}

/** Handing a finding to oneself, and for ten seconds back to whoever had it. */
const useTaking = () => {
  const { data: me } = useMe()
  const assign = useAssignFinding()
  const [taken, setTaken] = useState<(Pick<Finding, 'id' | 'version' | 'subject'> & { before: string | null }) | null>(null)
  return {
    taken,
    error: assign.error,
    forget: () => assign.reset(),
    take({ id, version, subject, assignee }: Finding) {
      const to = me?.person?.id
      if (to === undefined || assignee?.id === to) return
      assign.mutate(
        { finding: id, version, to },
        { onSuccess: after => setTaken({ id, version: after.version, subject, before: assignee?.id ?? null }) },
      )
    },
    giveBack() {
      if (taken) assign.mutate({ finding: taken.id, version: taken.version, to: taken.before })
      setTaken(null)
    },
  }
}
