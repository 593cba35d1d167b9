import { useEffect, useState } from 'react'
import css from './skeleton.module.css'

interface SkeletonProps {
  rows: number
  /** What is going on, in words. */
  busy: string
  /** Where the whole page is still loading: what it will be. Spoken, not shown. */
  title?: string
}

/** The true shape of a list, after 200 ms of nothing; from two seconds on it says what is going on. */
export const SkeletonRows = ({ rows, busy, title }: SkeletonProps) => {
  const [waited, setWaited] = useState(0)
  useEffect(() => {
    const soon = setTimeout(() => setWaited(1), 200)
    const later = setTimeout(() => setWaited(2), 2000)
    return () => {
      clearTimeout(soon)
      clearTimeout(later)
    }
  }, [])
  return (
    <>
      {title !== undefined && <h1 className={css.spoken}>{title}</h1>}
      <div role="status" className={css.wrap} data-shown={waited > 0 || undefined}>
        {waited > 0 &&
          Array.from({ length: rows }, (_, row) => (
            <div key={row} className={css.row} aria-hidden="true">
              <span />
              <span />
              <span />
            </div>
          ))}
        <p data-quiet={waited < 2 || undefined}>{busy}</p>
      </div>
    </>
  )
}
