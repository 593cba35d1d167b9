import { Link } from '@tanstack/react-router'
import type { Finding } from '../../client.generated.ts'
import css from './findings.module.css'
import { namesTool, useSaid } from './say.ts'
import { Due, Severity } from './severity.tsx'

type Listed = Omit<Finding, 'version' | 'assignee' | 'foundAt'>

/** Findings for those whom they concern: what, about whom, why, and what clears it. */
export const FindingList = ({ findings, named = false }: { findings: readonly Listed[]; named?: boolean }) => {
  const said = useSaid(findings.some(namesTool))
  return (
    <ul className={css.list}>
      {findings.map(finding => (
        <li key={finding.id}>
          <span>
            <Link to="/findings/$finding" params={{ finding: finding.id }}>
              {named && `${said.about(finding.subject)}: `}
              {said.rule(finding)}
            </Link>
            <small>
              {said.why(finding)} {said.remedy(finding)}
            </small>
          </span>
          <Severity severity={finding.severity} />
          <Due finding={finding} />
        </li>
      ))}
    </ul>
  )
}
