import type { Charter, Decision } from '../../client.generated.ts'
import { useTexts } from '../../texts/language.tsx'
import { Checklist } from '../check/checklist.tsx'
import { type Doer, needsOf } from '../check/needs.ts'
import css from './answer.module.css'

/** What comes next for a version that is to be submitted, and who does it. */
export const Next = ({ charter, decision, doer }: { charter: Charter; decision: Decision; doer: Doer }) => {
  const { t } = useTexts()
  const words = charter.verdicts[decision.verdict]
  const needs = needsOf(t, charter, decision, doer).filter(({ id }) => id !== 'register')
  if (needs.length === 0) return null
  return (
    <section className={css.next}>
      <h2>{words?.title ?? t.result.needed}</h2>
      {words && <p>{words.text}</p>}
      <Checklist needs={needs} />
    </section>
  )
}
