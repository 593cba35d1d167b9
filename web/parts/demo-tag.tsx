import { IconFlask } from '@tabler/icons-react'
import { useMe } from '../data/me.ts'
import { useTexts } from '../texts/language.tsx'
import { day } from '../texts/moments.ts'
import css from './demo-tag.module.css'

/** Says on every page that nothing here is real, and which day it is here; gone where the company is. Narrow pages carry it under the top bar. */
export const DemoTag = ({ place }: { place: 'rail' | 'bar' }) => {
  const { t, language } = useTexts()
  const me = useMe()
  if (me.data?.demo !== true) return null
  return (
    <p className={css.tag} data-place={place}>
      <IconFlask size={14} stroke={1.6} aria-hidden />
      {t.demoToday(me.data.company, day(me.data.now, language))}
    </p>
  )
}
