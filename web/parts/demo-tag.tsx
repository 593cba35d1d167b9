import { IconFlask } from '@tabler/icons-react'
import { useMe } from '../data/me.ts'
import { useTexts } from '../texts/language.tsx'
import css from './demo-tag.module.css'

/** Says on every page that nothing here is real; gone where the company is. Narrow pages carry it under the top bar. */
export const DemoTag = ({ place }: { place: 'rail' | 'bar' }) => {
  const { t } = useTexts()
  const me = useMe()
  if (me.data?.demo !== true) return null
  return (
    <p className={css.tag} data-place={place}>
      <IconFlask size={14} stroke={1.6} aria-hidden />
      {t.demoData(me.data.company)}
    </p>
  )
}
