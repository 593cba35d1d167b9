import { Link } from '@tanstack/react-router'
import type { LedgerEntry } from '../../client.generated.ts'
import { useLedgerTexts } from '../../texts/ledger/use.ts'
import css from './ledger.module.css'

/** What an entry is about: its kind, its name where it has one, and the way there where it has a page. */
export const About = ({ subject: { kind, id, key, name } }: Pick<LedgerEntry, 'subject'>) => {
  const words = useLedgerTexts()
  return (
    <>
      <Where kind={kind} id={id} at={key ?? id} name={name ?? key ?? words.kinds[kind] ?? kind} />
      <small className={css.kind}>{name === null && key === null ? id : (words.kinds[kind] ?? kind)}</small>
    </>
  )
}

const Where = ({ kind, id, at, name }: { kind: string; id: string; at: string; name: string }) => {
  if (kind === 'solution')
    return (
      <Link to="/solutions/$key" params={{ key: at }}>
        {name}
      </Link>
    )
  if (kind === 'review')
    return (
      <Link to="/reviews/$review" params={{ review: at }}>
        {name}
      </Link>
    )
  if (kind === 'person')
    return (
      <Link to="/people/$person" params={{ person: id }}>
        {name}
      </Link>
    )
  if (kind === 'tool')
    return (
      <Link to="/tools/$tool" params={{ tool: id }}>
        {name}
      </Link>
    )
  if (kind === 'finding')
    return (
      <Link to="/findings/$finding" params={{ finding: id }}>
        {name}
      </Link>
    )
  if (kind === 'proposal')
    return (
      <Link to="/proposals/$proposal" params={{ proposal: id }}>
        {name}
      </Link>
    )
  return <>{name}</>
}
