import { Link, useParams } from '@tanstack/react-router'
import { ApiProblem, type ChangedPart, type ShowCharterVersionOutput } from '../../client.generated.ts'
import { useCharterVersion, useDifferences } from '../../data/charter-change.ts'
import { readsVersions, useCharter } from '../../data/charter.ts'
import { useMe } from '../../data/me.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Fold } from '../../parts/fold.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useCharterChangeTexts } from '../../texts/charter/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { Entries } from './changed-parts.tsx'
import { VersionState } from './version-state.tsx'
import css from './versions.module.css'

/** One version to read: whose it is, and what it says, document by document and entry by entry. */
export const VersionPage = () => {
  const { t } = useTexts()
  const texts = useCharterChangeTexts()
  const { digest } = useParams({ from: '/charter/versions/$digest' })
  const { data: me } = useMe()
  const version = useCharterVersion(me?.person ? digest : undefined)
  const title = version.data ? texts.version.title(version.data.label) : texts.versions.name
  const lists = readsVersions(me?.person)
  return (
    <Page
      title={title}
      crumbs={[
        { label: t.charter.name, to: '/charter' },
        ...(lists ? [{ label: texts.versions.name, to: '/charter/versions' as const }] : []),
        { label: version.data?.label ?? title },
      ]}
      step={digest}
    >
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={texts.versions.signIn} />
        ) : version.data ? (
          <Shown version={version.data} title={title} />
        ) : version.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={title} />
        ) : version.error instanceof ApiProblem && version.error.status < 500 && version.error.status !== 0 ? (
          <Note
            heading
            empty
            title={texts.version.missing}
            action={<Link to={lists ? '/charter/versions' : '/charter'}>{lists ? texts.version.toList : texts.versions.toGuide}</Link>}
          >
            {texts.version.missingText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={version.error} retry={() => void version.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Shown = ({ version, title }: { version: ShowCharterVersionOutput; title: string }) => {
  const { t, language } = useTexts()
  const { versions: words, version: own } = useCharterChangeTexts()
  const { digest, state, documents, proposed, adopted, endedAt } = version
  const inForce = useCharter().data?.digest
  const said = useDifferences({ to: digest })
  return (
    <div className={css.reading}>
      <h1 tabIndex={-1}>{title}</h1>
      <div className={css.facts}>
        <p className={css.ways}>
          <VersionState state={state} />
          {inForce !== undefined && inForce !== digest && (
            <Link to="/charter/comparison" search={{ from: inForce, to: digest }}>
              {words.compare}
            </Link>
          )}
        </p>
        <FactList>
          {proposed && (
            <FactRow label={words.proposedBy} note={day(proposed.at, language)}>
              {proposed.by.name}
            </FactRow>
          )}
          {adopted && (
            <FactRow
              label={words.adoptedBy}
              note={`${day(adopted.at, language)}${endedAt === null ? '' : `, ${words.until(day(endedAt, language))}`}`}
            >
              {adopted.by.name}
            </FactRow>
          )}
          <FactRow label={own.digest} note={own.onList}>
            <code className={css.digest}>{digest}</code>
          </FactRow>
        </FactList>
      </div>
      <section className={css.part}>
        <h2>{own.says}</h2>
        {said.data ? (
          <Documents parts={said.data.parts} />
        ) : said.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} />
        ) : (
          <Trouble title={own.unreadable} error={said.error} retry={() => void said.refetch()} />
        )}
      </section>
      <section className={css.part}>
        <h2>{own.written}</h2>
        <div>
          {Object.entries(documents).map(([file, text]) => (
            <div key={file} className={css.document}>
              <Fold title={file}>
                <pre className={css.written}>{text}</pre>
              </Fold>
            </div>
          ))}
        </div>
      </section>
    </div>
  )
}

const Documents = ({ parts }: { parts: readonly ChangedPart[] }) => {
  const { documents, version: words } = useCharterChangeTexts()
  return (
    <>
      <p className={css.quiet}>{words.saysLead}</p>
      <div>
        {[...Map.groupBy(parts, ({ document }) => document)].map(([document, its]) => (
          <div key={document} className={css.document}>
            <Fold title={`${documents[document] ?? document} (${words.entries(its.length)})`}>
              <Entries parts={its} told />
            </Fold>
          </div>
        ))}
      </div>
    </>
  )
}
