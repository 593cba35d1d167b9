import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Solution } from '../../client.generated.ts'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import css from './conflict.module.css'
import type { Words } from './solution-form.tsx'

interface ConflictProps {
  theirs: Solution
  mine: Words
  onTakeTheirs: () => void
  onKeepMine: () => void
}

/** Two people changed the same solution: both wordings side by side, and the reader decides. */
export const Conflict = ({ theirs, mine, onTakeTheirs, onKeepMine }: ConflictProps) => {
  const { t, language } = useTexts()
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section ref={box} role="alert" tabIndex={-1} className={css.box}>
      <h2>{t.edit.conflictTitle}</h2>
      <p>{t.edit.conflictText(moment(theirs.changedAt, language))}</p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t.edit.theirs}</th>
            <th scope="col">{t.edit.yours}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t.register.name}</th>
            <td>{theirs.name}</td>
            <td>{mine.name}</td>
          </tr>
          <tr>
            <th scope="row">{t.register.purpose}</th>
            <td>{theirs.purpose}</td>
            <td>{mine.purpose}</td>
          </tr>
        </tbody>
      </table>
      <div className={css.buttons}>
        <Button onClick={onKeepMine}>{t.edit.keepMine}</Button>
        <Button variant="default" onClick={onTakeTheirs}>
          {t.edit.takeTheirs}
        </Button>
      </div>
    </section>
  )
}
