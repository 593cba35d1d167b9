import { IconArrowRight, IconBan, IconTool } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Contact, Guardrail, Prohibited } from '../../data/charter-guide.ts'
import { useTexts } from '../../texts/language.tsx'
import { Reach } from '../check/contacts.tsx'
import css from './limits.module.css'
import { RuleLine } from './rule-line.tsx'
import { Section } from './section.tsx'

/** Two lists side by side. */
export const Pair = ({ children }: { children: ReactNode }) => <div className={css.pair}>{children}</div>

/** What nobody may build, each with the way on; `reasons` adds why. */
export const Never = ({ prohibited, reasons = false }: { prohibited: readonly Prohibited[]; reasons?: boolean }) => {
  const { t } = useTexts()
  return (
    <Section title={t.charter.never}>
      <ul className={css.list}>
        {prohibited.map(rule => (
          <RuleLine key={rule.id} rule={rule} icon={<IconBan size={16} stroke={1.6} className={css.ban} aria-hidden />}>
            {reasons && rule.because !== null && <p>{rule.because}</p>}
            <WayOn>{rule.route}</WayOn>
          </RuleLine>
        ))}
      </ul>
    </Section>
  )
}

/** What stands in the way until it is mended, each with its remedy. */
export const Mended = ({ guardrails, reasons = false }: { guardrails: readonly Guardrail[]; reasons?: boolean }) => {
  const { t } = useTexts()
  return (
    <Section title={t.charter.mend}>
      <ul className={css.list}>
        {guardrails.map(rule => (
          <RuleLine key={rule.id} rule={rule} icon={<IconTool size={16} stroke={1.6} className={css.tool} aria-hidden />}>
            {reasons && rule.because !== null && <p>{rule.because}</p>}
            <WayOn>{rule.remedy}</WayOn>
          </RuleLine>
        ))}
      </ul>
    </Section>
  )
}

const WayOn = ({ children }: { children: string }) => (
  <p className={css.way}>
    <IconArrowRight size={14} stroke={1.6} aria-hidden />
    {children}
  </p>
)

/** People to ask, and for what. */
export const Asked = ({ contacts }: { contacts: readonly Contact[] }) => {
  const { t } = useTexts()
  return (
    <Section title={t.charter.contacts}>
      <ul className={css.contacts}>
        {contacts.map(({ id, name, for: about, reach }) => (
          <li key={id}>
            <b>{name}</b>
            <span>{about}</span>
            <span>
              <Reach to={reach} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
