import { Link } from '@tanstack/react-router'
import { ApiProblem, type ListProposalsOutput } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useProposals } from '../../data/proposals.ts'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Table } from '../../parts/table.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { kindName } from './kind-name.ts'
import { ProposalState } from './proposal-state.tsx'
import css from './proposals-page.module.css'

type Proposal = ListProposalsOutput['proposals'][number]

/** What waits for a second person, and what was decided by two. */
export const ProposalsPage = () => {
  const { t } = useTexts()
  const words = t.access.proposals
  const { data: me } = useMe()
  const proposals = useProposals()
  const all = proposals.data?.proposals ?? []
  const open = all.filter(({ state }) => state === 'open')
  const signedOut = me?.person === null || (proposals.error instanceof ApiProblem && proposals.error.status === 401)
  return (
    <Page title={words.name} crumbs={[{ label: t.shell.admin }, { label: words.name }]}>
      <Sheet>
        {signedOut ? (
          <SignInFirst lead={words.lead} />
        ) : (
          <>
            <h1 tabIndex={-1}>{proposals.data === undefined ? words.name : words.title(open.length)}</h1>
            <p className={css.lead}>{words.lead}</p>
            {proposals.data === undefined ? (
              proposals.error === null ? (
                <SkeletonRows rows={4} busy={t.loading} />
              ) : (
                <Trouble title={t.trouble.partTitle(words.name)} error={proposals.error} retry={() => void proposals.refetch()} />
              )
            ) : all.length === 0 ? (
              <Note empty title={words.empty}>
                {words.emptyText}
              </Note>
            ) : (
              <>
                <Part title={words.open} proposals={open} />
                <Part title={words.done} proposals={all.filter(({ state }) => state !== 'open')} />
              </>
            )}
          </>
        )}
      </Sheet>
    </Page>
  )
}

const Part = ({ title, proposals }: { title: string; proposals: readonly Proposal[] }) => {
  const { t, language } = useTexts()
  const words = t.access.proposals
  if (proposals.length === 0) return null
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      <Table
        caption={title}
        columns={[words.columns.what, words.columns.who, words.columns.when, words.columns.state]}
        rows={proposals.map(({ id, kind, about, note, state, proposed }) => ({
          key: id,
          cells: [
            <>
              <Link to="/proposals/$proposal" params={{ proposal: id }}>
                {about === null ? kindName(words, kind) : words.named(kindName(words, kind), about)}
              </Link>
              <small>{note}</small>
            </>,
            proposed.by.name,
            moment(proposed.at, language),
            <ProposalState key="state" state={state} />,
          ],
        }))}
      />
    </section>
  )
}
