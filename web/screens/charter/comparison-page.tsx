import { Link, useSearch } from '@tanstack/react-router'
import type { CompareChartersOutput } from '../../client.generated.ts'
import { useDifferences } from '../../data/charter-change.ts'
import { readsVersions, useCharter } from '../../data/charter.ts'
import { useMe } from '../../data/me.ts'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useCharterChangeTexts } from '../../texts/charter/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ChangedParts } from './changed-parts.tsx'
import { VersionState } from './version-state.tsx'
import css from './versions.module.css'

/** Two versions side by side, rule by rule; the earlier one is that in force where the address names none. */
export const ComparisonPage = () => {
  const { t } = useTexts()
  const { comparison: words, versions } = useCharterChangeTexts()
  const { from, to } = useSearch({ from: '/charter/comparison' })
  const { data: me } = useMe()
  const inForce = useCharter().data?.digest
  const earlier = from ?? inForce
  const differences = useDifferences({ from: earlier, to: me?.person && earlier !== undefined ? to : undefined })
  const lists = readsVersions(me?.person)
  return (
    <Page
      title={words.name}
      crumbs={[
        { label: t.charter.name, to: '/charter' },
        ...(lists ? [{ label: versions.name, to: '/charter/versions' as const }] : []),
        { label: words.name },
      ]}
      step={`${from ?? ''} ${to ?? ''}`}
    >
      <Sheet width="reading">
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={versions.signIn} />
        ) : to === undefined ? (
          <Note
            heading
            empty
            title={words.nothing}
            action={<Link to={lists ? '/charter/versions' : '/charter'}>{lists ? versions.all : versions.toGuide}</Link>}
          >
            {words.nothingText}
          </Note>
        ) : differences.data ? (
          <Shown differences={differences.data} />
        ) : differences.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={words.name} />
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={differences.error} retry={() => void differences.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Shown = ({ differences: { from, to, parts } }: { differences: CompareChartersOutput }) => {
  const words = useCharterChangeTexts().comparison
  if (from === null) return null
  return (
    <>
      <h1 tabIndex={-1}>{words.title(parts.length, from.label, to.label)}</h1>
      <p className={css.lead}>{words.lead(from.label, to.label)}</p>
      <p className={css.ways}>
        {[from, to].map(version => (
          <span key={version.digest} className={css.named}>
            <Link to="/charter/versions/$digest" params={{ digest: version.digest }}>
              {version.label}
            </Link>
            <VersionState state={version.state} />
          </span>
        ))}
        <Link to="/charter/comparison" search={{ from: to.digest, to: from.digest }}>
          {words.swap}
        </Link>
      </p>
      {parts.length > 0 && (
        <section className={css.part}>
          <h2>{words.name}</h2>
          <ChangedParts parts={parts} />
        </section>
      )}
    </>
  )
}
