import { IconLock } from '@tabler/icons-react'
import type { TierGuide } from '../../data/charter-guide.ts'
import { useTexts } from '../../texts/language.tsx'
import css from './data-classes.module.css'
import { Section } from './section.tsx'

/** Each class of data: what it means, and the tools that may see it. */
export const DataClasses = ({ classes }: { classes: TierGuide['dataClasses'] }) => {
  const { t } = useTexts()
  return (
    <Section title={t.charter.data} lead={t.charter.dataLead}>
      <dl className={css.classes}>
        {classes.map(({ id, name, help, examples, protected: locked, tools }) => (
          <div key={id}>
            <dt>
              {locked && <IconLock size={14} stroke={1.6} role="img" aria-label={t.charter.protectedData} />}
              {name}
            </dt>
            <dd>
              {help} <span>{examples}</span>
            </dd>
            <dd>{tools.length === 0 ? <b>{t.charter.noTool}</b> : tools.join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
