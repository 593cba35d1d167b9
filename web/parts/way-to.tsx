import { Link } from '@tanstack/react-router'

/** A name that leads to the page of what it names; the name alone where that kind of thing has no page. `at` is what its address says. */
export const WayTo = ({ kind, at, name }: { kind: string; at: string; name: string }) => {
  switch (kind) {
    case 'solution':
      return (
        <Link to="/solutions/$key" params={{ key: at }}>
          {name}
        </Link>
      )
    case 'review':
      return (
        <Link to="/reviews/$review" params={{ review: at }}>
          {name}
        </Link>
      )
    case 'person':
      return (
        <Link to="/people/$person" params={{ person: at }}>
          {name}
        </Link>
      )
    case 'tool':
      return (
        <Link to="/tools/$tool" params={{ tool: at }}>
          {name}
        </Link>
      )
    case 'finding':
      return (
        <Link to="/findings/$finding" params={{ finding: at }}>
          {name}
        </Link>
      )
    case 'proposal':
      return (
        <Link to="/proposals/$proposal" params={{ proposal: at }}>
          {name}
        </Link>
      )
    case 'program':
      return <Link to="/charter">{name}</Link>
    default:
      return <>{name}</>
  }
}
