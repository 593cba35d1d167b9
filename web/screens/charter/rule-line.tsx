import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import css from './rule-line.module.css'

interface RuleLineProps {
  rule: { id: string; title: string; from: string | null }
  icon?: ReactNode
  children?: ReactNode
}

/** One rule: its title, what it says, and an address of its own that a reason can point at. */
export const RuleLine = ({ rule: { id, title, from }, icon, children }: RuleLineProps) => {
  const { t, language } = useTexts()
  const named = useLocation({ select: ({ hash }) => hash === id })
  return (
    <li id={id} className={css.line} data-named={named || undefined}>
      {icon}
      <div>
        <b>
          {title}
          {from !== null && <span> {t.charter.from(day(from, language))}</span>}
        </b>
        {children}
      </div>
    </li>
  )
}
