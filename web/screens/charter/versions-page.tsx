import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CharterVersion, ListCharterVersionsOutput } from '../../client.generated.ts'
import { useCharterVersions } from '../../data/charter-change.ts'
import { proposesCharters, readsVersions, useCharter } from '../../data/charter.ts'
import { useMe } from '../../data/me.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Table } from '../../parts/table.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useCharterChangeTexts } from '../../texts/charter/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { Coming } from './coming.tsx'
import { VersionState } from './version-state.tsx'
import css from './versions.module.css'

/** Which charter is in force since when and through whom, which were before, and what comes by itself. */
export const VersionsPage = () => {
  const { t } = useTexts()
  const words = useCharterChangeTexts().versions
  const { data: me } = useMe()
  const reads = readsVersions(me?.person)
  const versions = useCharterVersions(reads)
  const charter = useCharter()
  return (
    <Page
      title={words.name}
      crumbs={[{ label: t.charter.name, to: '/charter' }, { label: words.name }]}
      actions={
        proposesCharters(me?.person) && (
          <ButtonLink to="/charter/propose" size="sm">
            {words.propose}
          </ButtonLink>
        )
      }
    >
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : me !== undefined && !reads ? (
          <Note heading empty icon={IconLock} title={words.refused} action={<Link to="/charter">{words.toGuide}</Link>}>
            {words.refusedText}
          </Note>
        ) : versions.data && charter.data ? (
          <Shown
            inForce={charter.data}
            versions={versions.data.pages.flatMap(page => page.versions)}
            shipped={versions.data.pages[0]?.shipped}
            more={versions.hasNextPage ? () => void versions.fetchNextPage() : undefined}
          />
        ) : versions.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={words.name} />
        ) : (
          <Trouble heading title={t.trouble.partTitle(words.name)} error={versions.error} retry={() => void versions.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

interface ShownProps {
  inForce: { version: string; digest: string }
  versions: readonly CharterVersion[]
  shipped: ListCharterVersionsOutput['shipped'] | undefined
  more: (() => void) | undefined
}

const Shown = ({ inForce, versions, shipped, more }: ShownProps) => {
  const { language } = useTexts()
  const texts = useCharterChangeTexts()
  const words = texts.versions
  const now = versions.find(({ state }) => state === 'in-force')
  return (
    <>
      <h1 tabIndex={-1}>{words.title(inForce.version)}</h1>
      <p className={css.lead}>{words.lead}</p>
      <section className={css.facts}>
        {now?.adopted ? (
          <FactList>
            <FactRow label={words.since}>{day(now.adopted.at, language)}</FactRow>
            <FactRow label={words.proposedBy} note={day(now.proposed.at, language)}>
              {now.proposed.by.name}
            </FactRow>
            <FactRow label={words.adoptedBy} note={day(now.adopted.at, language)}>
              {now.adopted.by.name}
            </FactRow>
            <FactRow label={words.why}>{now.note}</FactRow>
          </FactList>
        ) : (
          <p>{words.shipped}</p>
        )}
        <p className={css.ways}>
          <Link to="/charter/versions/$digest" params={{ digest: inForce.digest }}>
            {words.read}
          </Link>
        </p>
      </section>
      {shipped && now && shipped.digest !== now.basedOn && (
        <Note
          title={words.newer(shipped.label)}
          action={
            <Link to="/charter/comparison" search={{ from: inForce.digest, to: shipped.digest }}>
              {words.compare}
            </Link>
          }
        >
          {words.newerText}
        </Note>
      )}
      <Coming />
      <section className={css.part}>
        <h2>{words.all}</h2>
        {versions.length === 0 ? (
          <Note empty title={words.none}>
            {words.noneText}
          </Note>
        ) : (
          <>
            <p className={css.quiet}>{words.allLead}</p>
            <Versions versions={versions} inForce={inForce.digest} />
          </>
        )}
        {more && (
          <Button variant="default" onClick={more}>
            {words.more}
          </Button>
        )}
      </section>
    </>
  )
}

const Versions = ({ versions, inForce }: { versions: readonly CharterVersion[]; inForce: string }) => {
  const { language } = useTexts()
  const words = useCharterChangeTexts().versions
  const step = (taken: CharterVersion['adopted']) =>
    taken && (
      <>
        {taken.by.name}
        <small>{day(taken.at, language)}</small>
      </>
    )
  return (
    <Table
      caption={words.all}
      columns={[words.columns.version, words.columns.state, words.columns.proposed, words.columns.adopted, words.columns.ways]}
      rows={versions.map(({ id, label, digest, state, basedOn, note, proposed, adopted, endedAt }) => ({
        key: id,
        cells: [
          <>
            <Link to="/charter/versions/$digest" params={{ digest }}>
              {label}
            </Link>
            <small>{note}</small>
          </>,
          <>
            <VersionState state={state} />
            {state === 'superseded' && endedAt !== null && <small>{words.until(day(endedAt, language))}</small>}
          </>,
          step(proposed),
          step(adopted),
          digest === inForce ? (
            <Link to="/charter/comparison" search={{ from: basedOn, to: digest }}>
              {words.madeFrom}
            </Link>
          ) : (
            <Link to="/charter/comparison" search={{ from: inForce, to: digest }} aria-label={`${words.compare}: ${label}`}>
              {words.compare}
            </Link>
          ),
        ],
      }))}
    />
  )
}
