import { type ReactNode, useEffect, useRef } from 'react'
import css from './dialog.module.css'

interface DialogProps {
  opened: boolean
  onClose: () => void
  title: string
  children: ReactNode
  buttons: ReactNode
}

/** A short question over the page. The browser's own dialog keeps the focus inside and gives it back to where it was. */
export const Dialog = ({ opened, onClose, title, children, buttons }: DialogProps) => {
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = box.current
    if (!opened || dialog === null) return undefined
    dialog.showModal()
    return () => dialog.close()
  }, [opened])
  return (
    <dialog ref={box} className={css.dialog} aria-label={title} onCancel={onClose} onClose={onClose}>
      {opened && (
        <>
          <h2>{title}</h2>
          <div className={css.text}>{children}</div>
          <div className={css.buttons}>{buttons}</div>
        </>
      )}
    </dialog>
  )
}
