import { Link } from '@tanstack/react-router'
import { proposesCharters, readsVersions } from '../../data/charter.ts'
import { useMe } from '../../data/me.ts'
import { useTexts } from '../../texts/language.tsx'
import { DataClasses } from './data-classes.tsx'
import { Document } from './document.tsx'
import { Asked, Mended, Never, Pair } from './limits.tsx'
import { TierColumns } from './tier-columns.tsx'
import { TierRules } from './tier-rules.tsx'

/** The tier guide: what you may build, what leads where, what nobody may, which data in which tools, whom to ask. */
export const GuidePage = () => {
  const { t } = useTexts()
  return (
    <Document title={t.charter.guide} other={<Ways />} close>
      {guide => (
        <>
          <TierColumns tiers={guide.tiers} />
          <TierRules tiers={guide.tiers} />
          <Pair>
            <Never prohibited={guide.prohibited} />
            <Mended guardrails={guide.guardrails} />
          </Pair>
          <DataClasses classes={guide.dataClasses} />
          <Asked contacts={guide.contacts} />
        </>
      )}
    </Document>
  )
}

/** The charter's other pages; those about changing it are shown to whom the server lets in. */
const Ways = () => {
  const { t } = useTexts()
  const { data: me } = useMe()
  return (
    <>
      <Link to="/charter/guardrails">{t.charter.toGuardrails}</Link>
      {readsVersions(me?.person) && <Link to="/charter/versions">{t.charter.versions}</Link>}
      {proposesCharters(me?.person) && <Link to="/charter/propose">{t.charter.propose}</Link>}
    </>
  )
}
