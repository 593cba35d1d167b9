import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCharterVersion } from '../../data/charter-change.ts'
import { proposesCharters, useCharter } from '../../data/charter.ts'
import { useMe } from '../../data/me.ts'
import { useOpenProposals } from '../../data/proposals.ts'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useCharterChangeTexts } from '../../texts/charter/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { Propose } from './propose.tsx'
import css from './versions.module.css'

/** The program lead changes the charter's text, sees what is wrong with it and whom it reaches, and asks a second person. */
export const ProposePage = () => {
  const { t } = useTexts()
  const words = useCharterChangeTexts().propose
  const { data: me } = useMe()
  const may = proposesCharters(me?.person)
  const inForce = useCharter().data?.digest
  const version = useCharterVersion(may ? inForce : undefined)
  return (
    <Page title={words.name} crumbs={[{ label: t.charter.name, to: '/charter' }, { label: words.name }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : me !== undefined && !may ? (
          <Note heading empty icon={IconLock} title={words.refused} action={<Link to="/charter">{t.charter.toGuide}</Link>}>
            {words.refusedText}
          </Note>
        ) : version.data ? (
          <>
            <h1 tabIndex={-1}>{words.title}</h1>
            <p className={css.lead}>{words.lead(version.data.label)}</p>
            <Waiting />
            <Propose base={version.data} />
          </>
        ) : version.error === null ? (
          <SkeletonRows rows={8} busy={t.loading} title={words.name} />
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={version.error} retry={() => void version.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

/** Another charter that waits: until it is decided, nobody can ask for a further one. */
const Waiting = () => {
  const words = useCharterChangeTexts().propose
  const open = useOpenProposals().data?.proposals.find(({ kind }) => kind === 'adopt-charter')
  if (!open) return null
  return (
    <div className={css.waiting}>
      <Note
        title={words.open}
        action={
          <Link to="/proposals/$proposal" params={{ proposal: open.id }}>
            {words.toOpen}
          </Link>
        }
      >
        {words.openText}
      </Note>
    </div>
  )
}
