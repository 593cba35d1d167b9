import { Link } from '@tanstack/react-router'
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
    <Document title={t.charter.guide} other={<Link to="/charter/guardrails">{t.charter.toGuardrails}</Link>} close>
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
