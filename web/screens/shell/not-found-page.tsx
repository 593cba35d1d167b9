import { Link } from '@tanstack/react-router'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './not-found-page.module.css'

export const NotFoundPage = () => {
  const { t } = useTexts()
  return (
    <Page title={t.trouble.notFoundTitle} crumbs={[{ label: t.trouble.notFoundTitle }]}>
      <Sheet width="reading">
        <h1 tabIndex={-1}>{t.trouble.notFoundTitle}</h1>
        <p className={css.text}>{t.trouble.notFoundText}</p>
        <Link to="/" className={css.way}>
          {t.trouble.goHome}
        </Link>
      </Sheet>
    </Page>
  )
}
