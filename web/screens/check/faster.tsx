import { useNavigate } from '@tanstack/react-router'
import type { Decision } from '../../client.generated.ts'
import { Action } from '../../parts/action.tsx'
import { TierMark } from '../../parts/tier-mark.tsx'
import { useTexts } from '../../texts/language.tsx'
import { changeDraft, useDraft } from './draft.ts'
import css from './faster.module.css'
import { asTier } from './sentences.ts'

/** Honest changes of the design that bring a lower tier; taking one changes the answers it names. */
export const Faster = ({ decision, names }: { decision: Decision; names: readonly string[] }) => {
  const { t } = useTexts()
  const draft = useDraft()
  const navigate = useNavigate()
  if (decision.toLower.length === 0) return null
  return (
    <section>
      <h2>{t.result.faster}</h2>
      <ul className={css.list}>
        {decision.toLower.map(({ change, tier, because }) => (
          <li key={JSON.stringify(change)}>
            <TierMark tier={asTier(tier)} />
            <div>
              <p>
                {because} <b>{t.result.becomes(names[tier - 1] ?? '')}</b>
              </p>
              <Action
                onClick={() => {
                  changeDraft({ facts: { ...draft.facts, ...change } })
                  void navigate({ to: '/check/result' })
                }}
              >
                {t.result.useThat}
              </Action>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
