import type { LedgerEntry } from '../../client.generated.ts'
import { WayTo } from '../../parts/way-to.tsx'
import { useLedgerTexts } from '../../texts/ledger/use.ts'
import css from './ledger.module.css'

/** What an entry is about: its kind, its name where it has one, and the way there where it has a page. */
export const About = ({ subject: { kind, id, key, name } }: Pick<LedgerEntry, 'subject'>) => {
  const words = useLedgerTexts()
  return (
    <>
      <WayTo kind={kind} at={key ?? id} name={name ?? key ?? words.kinds[kind] ?? kind} />
      <small className={css.kind}>{name === null && key === null ? id : (words.kinds[kind] ?? kind)}</small>
    </>
  )
}
