import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import css from './fold.module.css'

interface FoldProps {
  title: string
  children: ReactNode
  onOpen?: () => void
  /** An address that ends in it leads to what is inside, not to a closed lid. */
  id?: string
}

/** Something that few need, one step away. */
export const Fold = ({ title, children, onOpen, id }: FoldProps) => {
  const fold = useRef<HTMLDetailsElement>(null)
  const named = useLocation({ select: ({ hash }) => id !== undefined && hash === id })
  useEffect(() => {
    if (!named || fold.current === null) return
    fold.current.open = true
    // What is fetched on opening comes after it.
    fold.current.querySelector('summary')?.focus()
  }, [named])
  return (
    <details ref={fold} id={id} className={css.fold} onToggle={onOpen}>
      <summary>{title}</summary>
      <div className={css.body}>{children}</div>
    </details>
  )
}
