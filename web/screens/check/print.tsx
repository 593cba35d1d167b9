import { useMe } from '../../data/me.ts'
import { timeThere } from '../../data/server-time.ts'
import { Wordmark } from '../../parts/symbol.tsx'
import { useTexts } from '../../texts/language.tsx'
import { clock, day } from '../../texts/moments.ts'
import css from './print.module.css'

/** On paper only: whose document this is, and who asked. */
export const PrintHead = ({ name }: { name: string }) => {
  const { t } = useTexts()
  const { data: me } = useMe()
  const asked = [name, me?.person ? t.result.asked(me.person.name) : ''].filter(words => words !== '')
  return (
    <header className={css.head}>
      <p>
        <Wordmark />
        <span>{[me?.demo === true ? t.demoData(me.company) : me?.company, t.check.name].filter(Boolean).join(' · ')}</span>
      </p>
      {asked.length > 0 && <p>{asked.join(', ')}</p>}
    </header>
  )
}

/** On paper only: when, by which charter, and that nothing is registered yet. */
export const PrintFoot = ({ charter }: { charter: string }) => {
  const { t, language } = useTexts()
  const now = timeThere()
  return (
    <footer className={css.foot}>
      <span>
        {day(now, language)}, {clock(now, language)}
        <br />
        {t.charterLine(charter, '')}
      </span>
      <span>{t.result.notStored}</span>
    </footer>
  )
}
