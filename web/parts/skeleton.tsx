import { useEffect, useLayoutEffect, useRef, useState } from 'react'
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
      {title !== undefined && <Coming title={title} />}
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

/** Whoever has come to this heading is led on to the one that takes its place. */
const Coming = ({ title }: { title: string }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    const here = heading.current
    return () => {
      if (document.activeElement !== here) return
      queueMicrotask(() => {
        // What has come may have taken the focus for a place of its own.
        if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
      })
    }
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} className={css.spoken}>
      {title}
    </h1>
  )
}
