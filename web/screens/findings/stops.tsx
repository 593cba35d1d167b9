import { IconHandStop, IconPlayerPause, IconShieldCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { EffectForeseen } from '../../client.generated.ts'
import { Note } from '../../parts/note.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useFindingsTexts } from '../../texts/findings/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import css from './findings.module.css'
import { useSaid } from './say.ts'
import { SubjectLink } from './subject-link.tsx'

const shapes = {
  act: { icon: IconHandStop, tone: 'late' },
  'held-back': { icon: IconPlayerPause, tone: 'due' },
  spared: { icon: IconShieldCheck, tone: 'quiet' },
} as const

/** Which solutions rules would stop tonight, which their limits hold back, and which are spared, why and until when. */
export const Stops = ({ effects, more }: { effects: readonly EffectForeseen[]; more: boolean }) => {
  const words = useFindingsTexts().tonight
  const said = useSaid()
  return (
    <section className={css.part}>
      <h2>{words.stops}</h2>
      <p>{words.stopsText}</p>
      {effects.length === 0 && <Note empty title={words.none} />}
      {[...Map.groupBy(effects, ({ rule }) => rule)].map(([rule, about]) => (
        <div key={rule} className={css.rule}>
          <h3>{words.of(said.rule({ rule }), about.length)}</h3>
          {about.some(({ mode }) => mode === 'preview') && <p className={css.quiet}>{words.onlyShown}</p>}
          <ul className={css.list}>
            {about.map(effect => (
              <Stop key={`${effect.subject.id} ${effect.answer}`} effect={effect} />
            ))}
          </ul>
        </div>
      ))}
      {more && <p className={css.quiet}>{words.stopsMore}</p>}
    </section>
  )
}

const Stop = ({ effect: { mode, finding, subject, answer, spared } }: { effect: EffectForeseen }) => {
  const { language } = useTexts()
  const { tonight: words, done } = useFindingsTexts()
  const { icon, tone } = shapes[answer]
  const why = spared && words.spared[spared.by]
  return (
    <li>
      <span>
        <SubjectLink subject={subject} />
        {spared && <small>{spared.until === null ? why : words.sparedUntil(words.spared[spared.by], day(spared.until, language))}</small>}
        {finding !== null && (
          <small>
            <Link to="/findings/$finding" params={{ finding }}>
              {done.why}
            </Link>
          </small>
        )}
      </span>
      <Tag icon={icon} tone={tone}>
        {(mode === 'on' ? words.answers : words.wouldAnswers)[answer]}
      </Tag>
    </li>
  )
}
