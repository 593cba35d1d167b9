import { Link } from '@tanstack/react-router'
import { Action } from '../../parts/action.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './not-found-page.module.css'

/** A bug of ours, or a part of the app that could not be fetched: said plainly, without its innards. */
export const BrokenPage = () => {
  const { t } = useTexts()
  return (
    <Page title={t.trouble.brokenTitle} crumbs={[{ label: t.trouble.brokenTitle }]}>
      <Sheet width="reading">
        <h1 tabIndex={-1}>{t.trouble.brokenTitle}</h1>
        <p className={css.text}>{t.trouble.brokenText}</p>
        <p>
          <Action onClick={() => location.reload()}>{t.trouble.reload}</Action>
        </p>
        <Link to="/" className={css.way}>
          {t.trouble.goHome}
        </Link>
      </Sheet>
    </Page>
  )
}
