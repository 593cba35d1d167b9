import type { ComponentProps } from 'react'
import css from './action.module.css'

/** A button in words, for rows and notes: a pointer target of 24 px without the look of a button. */
export const Action = (props: ComponentProps<'button'>) => <button type="button" {...props} className={css.action} />
