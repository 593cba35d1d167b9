import type { ReactNode } from 'react'
import css from './option.module.css'

interface OptionProps {
  type: 'radio' | 'checkbox'
  name: string
  value: string
  checked: boolean
  onChange: () => void
  label: string
  note?: string | null | undefined
  /** Belongs to the option while it is chosen. */
  children?: ReactNode
}

/** One answer as a full-width target; a real radio or checkbox, so arrow keys, space and forms work as everywhere. */
export const Option = ({ type, name, value, checked, onChange, label, note, children }: OptionProps) => (
  <div className={css.option} data-chosen={checked || undefined}>
    <label>
      <input type={type} name={name} value={value} checked={checked} onChange={onChange} />
      <span>
        <b>{label}</b>
        {note && <small>{note}</small>}
      </span>
    </label>
    {children && <div className={css.more}>{children}</div>}
  </div>
)

export const Options = ({ children }: { children: ReactNode }) => <div className={css.options}>{children}</div>
