import type { Finding } from '../../client.generated.ts'
import { WayTo } from '../../parts/way-to.tsx'
import { useSaid } from './say.ts'
import css from './findings.module.css'

/** What a finding is about, with the way there. */
export const SubjectLink = ({ subject }: { subject: Finding['subject'] }) => {
  const name = useSaid().about(subject)
  const { kind, key } = subject
  const way = <WayTo kind={kind} at={key} name={name} />
  return kind === 'solution' ? (
    <span className={css.subject}>
      {way}
      <small>{key}</small>
    </span>
  ) : (
    way
  )
}
