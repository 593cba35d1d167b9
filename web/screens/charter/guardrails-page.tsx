import { Link } from '@tanstack/react-router'
import { useTexts } from '../../texts/language.tsx'
import { Document } from './document.tsx'
import { Mended, Never, Pair } from './limits.tsx'
import { Standards } from './standards.tsx'

/** What holds in every tier, on one page: prohibited uses, guardrails with their remedies, and the standards. */
export const GuardrailsPage = () => {
  const { t } = useTexts()
  return (
    <Document title={t.charter.guardrails} other={<Link to="/charter">{t.charter.toGuide}</Link>}>
      {guide => (
        <>
          <Pair>
            <Never prohibited={guide.prohibited} reasons />
            <Mended guardrails={guide.guardrails} reasons />
          </Pair>
          <Standards standards={guide.standards} />
        </>
      )}
    </Document>
  )
}
