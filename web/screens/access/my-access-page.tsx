import { IconAlertTriangle } from '@tabler/icons-react'
import { useMyAccess } from '../../data/access.ts'
import { useMe } from '../../data/me.ts'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './my-access-page.module.css'
import { Password } from './password.tsx'
import { SecondFactor } from './second-factor.tsx'
import { SignInFirst } from './sign-in-first.tsx'
import { SignIns } from './sign-ins.tsx'
import { Tokens } from './tokens.tsx'

/** One's own ways in: password, second factor, sign-ins and tokens, each with what ends it. */
export const MyAccessPage = () => {
  const { t } = useTexts()
  const words = t.access.mine
  const { data: me } = useMe()
  const mine = useMyAccess()
  return (
    <Page title={words.name} crumbs={[{ label: words.name }]}>
      <Sheet width="reading">
        {me?.person === null ? (
          <SignInFirst lead={t.access.signIn.lead} />
        ) : mine.data ? (
          <>
            <h1 tabIndex={-1}>{words.title}</h1>
            {me?.needs.includes('second-factor') && (
              <Note tone="due" icon={IconAlertTriangle} title={words.factor}>
                {words.needFactor}
              </Note>
            )}
            <div className={css.parts}>
              <Password access={mine.data} />
              <SecondFactor access={mine.data} />
              <SignIns access={mine.data} />
              <Tokens access={mine.data} />
            </div>
          </>
        ) : mine.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={words.title} />
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={mine.error} retry={() => void mine.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}
