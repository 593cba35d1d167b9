import type { TierGuide } from '../../data/charter-guide.ts'
import { useTexts } from '../../texts/language.tsx'
import { Section } from './section.tsx'
import css from './standards.module.css'

/** The rules under which tier 1 goes ahead, numbered, and when somebody looks at it all the same. */
export const Standards = ({ standards: { intro, standards, lookedAtWhen } }: { standards: TierGuide['standards'] }) => {
  const { t } = useTexts()
  return (
    <Section title={t.charter.standards} lead={intro}>
      <ol className={css.standards}>
        {standards.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ol>
      <div className={css.looked}>
        <h3>{t.charter.lookedAt}</h3>
        <ul>
          {lookedAtWhen.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      </div>
    </Section>
  )
}
