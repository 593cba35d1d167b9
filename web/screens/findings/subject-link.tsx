import { Link } from '@tanstack/react-router'
import type { Finding } from '../../client.generated.ts'
import { useSaid } from './say.ts'
import css from './findings.module.css'

/** What a finding is about, with the way there. */
export const SubjectLink = ({ subject }: { subject: Finding['subject'] }) => {
  const name = useSaid().about(subject)
  const { kind, id, key } = subject
  if (kind === 'solution')
    return (
      <span className={css.subject}>
        <Link to="/solutions/$key" params={{ key }}>
          {name}
        </Link>
        <small>{key}</small>
      </span>
    )
  if (kind === 'review')
    return (
      <Link to="/reviews/$review" params={{ review: key }}>
        {name}
      </Link>
    )
  if (kind === 'tool')
    return (
      <Link to="/tools/$tool" params={{ tool: id }}>
        {name}
      </Link>
    )
  if (kind === 'person')
    return (
      <Link to="/people/$person" params={{ person: id }}>
        {name}
      </Link>
    )
  return <Link to="/charter">{name}</Link>
}
