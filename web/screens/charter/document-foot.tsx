import type { TierGuide } from '../../data/charter-guide.ts'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import css from './document-foot.module.css'

/** Which charter this is, whether it was adopted, on which day it holds, and where it stands. */
export const DocumentFoot = ({ guide }: { guide: TierGuide }) => {
  const { t, language } = useTexts()
  const adopted = guide.adoptedAt === null ? t.charter.notAdopted : t.charter.adopted(day(guide.adoptedAt, language))
  return (
    <footer className={css.foot}>
      <span>
        {t.charter.version(guide.version)}, {adopted}
      </span>
      <span>{`${location.host}${location.pathname}`}</span>
      <span>{t.charter.asOf(day(guide.day, language))}</span>
    </footer>
  )
}
