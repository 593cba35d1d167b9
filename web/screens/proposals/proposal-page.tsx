import { Button, Textarea } from '@mantine/core'
import { IconUserX } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem, type ShowProposalOutput } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useAdopt, useDecline, useProposal, useWithdraw } from '../../data/proposals.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { list, moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { CharterDecided, CharterProposed } from '../charter/charter-proposal.tsx'
import { Undoing } from '../findings/undoing.tsx'
import { ToolUsers } from '../tools/tool-users.tsx'
import { effectOf } from './effect.ts'
import { kindName } from './kind-name.ts'
import { ProposalState } from './proposal-state.tsx'
import css from './proposals-page.module.css'

/** One change that takes two: who wants it and why, what exactly it does, and what the reader may do about it. */
export const ProposalPage = () => {
  const { t } = useTexts()
  const words = t.access.proposals
  const { proposal: id } = useParams({ from: '/proposals/$proposal' })
  const { data: me } = useMe()
  const proposal = useProposal(id)
  const title = proposal.data ? kindName(words, proposal.data.kind) : words.name
  return (
    <Page
      title={title}
      crumbs={[{ label: t.shell.admin }, { label: words.name, to: '/proposals' }, { label: title }]}
      step={proposal.data && `${id} ${proposal.data.state}`}
    >
      <Sheet width="reading">
        {me?.person === null ? (
          <SignInFirst lead={words.lead} />
        ) : proposal.data ? (
          <Shown proposal={proposal.data} title={title} />
        ) : proposal.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={words.name} />
        ) : proposal.error instanceof ApiProblem && proposal.error.status === 404 ? (
          <Note heading empty title={words.missing} action={<Link to="/proposals">{words.toList}</Link>}>
            {words.missingText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={proposal.error} retry={() => void proposal.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Shown = ({ proposal, title }: { proposal: ShowProposalOutput; title: string }) => {
  const { t, language } = useTexts()
  const words = t.access.proposals
  const { state, about, proposed, expiresAt, note, decided, decidedBy, preview, standsInTheWay } = proposal
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      <div className={css.facts}>
        <FactList>
          {about !== null && <FactRow label={words.about}>{about}</FactRow>}
          <FactRow label={words.columns.state}>
            <ProposalState state={state} />
          </FactRow>
          <FactRow label={words.columns.who} note={moment(proposed.at, language)}>
            {proposed.by.name}
          </FactRow>
          <FactRow label={words.note}>{note}</FactRow>
          {state === 'open' && (
            <FactRow label={words.whoDecides} note={words.until(moment(expiresAt, language))}>
              {list(
                decidedBy.map(role => t.directory.roles[role]),
                language,
              )}
            </FactRow>
          )}
          {decided?.by && (
            <FactRow label={words.done} note={decided.note}>
              {words.decidedBy(words.states[state], decided.by.name, moment(decided.at, language))}
            </FactRow>
          )}
        </FactList>
      </div>
      {preview && proposal.kind !== 'adopt-charter' && (
        <section className={css.part}>
          <h2>{words.effect}</h2>
          <ul className={css.words}>
            {effectOf(t, language, proposal.kind, preview).map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {proposal.kind === 'adopt-charter' &&
        (preview ? <CharterProposed proposal={proposal.id} details={preview.details} /> : <CharterDecided content={proposal.content} />)}
      {preview && proposal.kind === 'undo-effects' && <Undoing details={preview.details} />}
      {preview && proposal.kind === 'withdraw-tool' && <ToolUsers tool={proposal.subject} title={t.tools.withdraw.affected} />}
      {standsInTheWay.length > 0 && (
        <div className={css.part}>
          <Note tone="due" title={words.inTheWay}>
            {standsInTheWay.map(({ reason, remedy }) => (
              <p key={reason}>
                {reason} {remedy}
              </p>
            ))}
          </Note>
        </div>
      )}
      {state === 'open' && <Act proposal={proposal} />}
    </>
  )
}

const Act = ({ proposal: { id, version, digest, you, standsInTheWay } }: { proposal: ShowProposalOutput }) => {
  const { t } = useTexts()
  const words = t.access.proposals
  const [adopt, decline, withdraw] = [useAdopt(), useDecline(), useWithdraw()]
  const [why, setWhy] = useState('')
  return (
    <section className={css.act}>
      <h2>{words.you}</h2>
      {you.cannotAdopt.length === 0 && standsInTheWay.length === 0 ? (
        <>
          <p>{words.adoptNote}</p>
          {adopt.error && <Trouble title={words.adopt} error={adopt.error} retry={() => adopt.reset()} />}
          <Button size="lg" loading={adopt.isPending} onClick={() => adopt.mutate({ proposal: id, version, digest })}>
            {words.adopt}
          </Button>
        </>
      ) : (
        you.cannotAdopt.length > 0 && (
          <Note icon={IconUserX} title={words.cannot}>
            {you.cannotAdopt.map(blocker => (
              <p key={blocker.reason}>{t.refusal('no-second-person', blocker)}</p>
            ))}
          </Note>
        )
      )}
      {you.mayDecline && (
        <Form
          fields={['note']}
          error={decline.error}
          onSubmit={() => decline.mutate({ proposal: id, version, note: why })}
          buttons={
            <Button type="submit" variant="default" loading={decline.isPending}>
              {words.decline}
            </Button>
          }
        >
          {about => (
            <Textarea
              id="note"
              label={words.declineWhy}
              rows={3}
              value={why}
              onChange={event => setWhy(event.currentTarget.value)}
              error={about('note')}
            />
          )}
        </Form>
      )}
      {you.mayWithdraw && (
        <>
          {withdraw.error && <Trouble title={words.withdraw} error={withdraw.error} retry={() => withdraw.reset()} />}
          <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate({ proposal: id, version })}>
            {words.withdraw}
          </Button>
        </>
      )}
    </section>
  )
}
