import { Link } from '@tanstack/react-router'
import type { CharterProposal } from '../../client.generated.ts'
import { useProposedReach } from '../../data/charter-change.ts'
import { useCharterChangeTexts } from '../../texts/charter/use.ts'
import { ChangedParts } from './changed-parts.tsx'
import { ComingRules } from './coming.tsx'
import { Reach } from './reach.tsx'
import css from './versions.module.css'

/** The kind of a proposal settles the shape of its details; the client only knows that they are something. */
const isCharterProposal = (details: unknown): details is CharterProposal =>
  typeof details === 'object' && details !== null && 'replaces' in details && 'parts' in details && 'impact' in details

/** For the second person: what a proposed charter says otherwise, rule by rule, and whom it reaches by name. */
export const CharterProposed = ({ proposal, details }: { proposal: string; details: unknown }) =>
  isCharterProposal(details) ? <Shown proposal={proposal} proposed={details} /> : null

const Shown = ({ proposal, proposed }: { proposal: string; proposed: CharterProposal }) => {
  const { proposal: words, impact, coming } = useCharterChangeTexts()
  const { label, digest, replaces, parts, comingRules } = proposed
  const reach = useProposedReach(proposal, proposed)
  return (
    <>
      <section className={css.part}>
        <h2>{words.takes(label, replaces.label)}</h2>
        <p className={css.quiet}>{words.takesText}</p>
        <p className={css.ways}>
          <Link to="/charter/versions/$digest" params={{ digest }}>
            {words.read}
          </Link>
          <Link to="/charter/comparison" search={{ from: replaces.digest, to: digest }}>
            {words.compare}
          </Link>
        </p>
      </section>
      <section className={css.part}>
        <h2>{words.differs}</h2>
        <ChangedParts parts={parts} />
      </section>
      {comingRules.length > 0 && (
        <section className={css.part}>
          <h2>{coming.title}</h2>
          <ComingRules rules={comingRules} />
        </section>
      )}
      <section className={css.part}>
        <h2>{impact.title}</h2>
        <Reach
          pages={reach.data.pages}
          parts={parts}
          more={{ any: reach.hasNextPage, loading: reach.isFetchingNextPage, fetch: () => void reach.fetchNextPage() }}
        />
      </section>
    </>
  )
}

/** Once it is decided: the way to the version that it was about. */
export const CharterDecided = ({ content }: { content: unknown }) => {
  const words = useCharterChangeTexts().proposal
  if (typeof content !== 'object' || content === null || !('digest' in content) || typeof content.digest !== 'string') return null
  return (
    <p className={css.ways}>
      <Link to="/charter/versions/$digest" params={{ digest: content.digest }}>
        {words.read}
      </Link>
    </p>
  )
}
