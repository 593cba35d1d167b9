import css from './key-hint.module.css'

/** A key as it looks on the keyboard; for the eye, beside words that say what it does. */
export const KeyHint = ({ children }: { children: string }) => <kbd className={css.key}>{children}</kbd>
