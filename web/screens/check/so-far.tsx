import { IconChevronUp, IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import type { Charter } from '../../data/charter-guide.ts'
import type { Check } from '../../client.generated.ts'
import { Action } from '../../parts/action.tsx'
import { ReasonLine } from '../../parts/reason-line.tsx'
import { TierBar } from '../../parts/tier-bar.tsx'
import { TierMark } from '../../parts/tier-mark.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Verdict } from '../../parts/verdict.tsx'
import { useTexts } from '../../texts/language.tsx'
import { list } from '../../texts/moments.ts'
import { answerInWords } from './answers.ts'
import { useDraft } from './draft.ts'
import { asTier, headline, outlookOf, stoppedSentence, tierNames } from './sentences.ts'
import css from './so-far.module.css'

const shown = 3

export interface Failure {
  error: Error
  retry: () => void
}

/** The answer so far, what caused it and what is open: beside the question, or in a sheet under it on a phone. */
export const SoFar = ({ charter, decision, failure }: { charter: Charter; decision: Check; failure: Failure | undefined }) => {
  const { t, language } = useTexts()
  const [open, setOpen] = useState(false)
  const draft = useDraft()
  const begun = Object.keys(draft.facts).length > 0
  const names = tierNames(charter)
  const sentence = begun ? headline(t, decision) : t.soFar.nothingYet
  const outlook = begun ? outlookOf(t, decision, names) : t.soFar.eachAnswer
  const halted = begun ? stoppedSentence(t, charter, decision, language) : null
  const range = [asTier(decision.range[0]), asTier(decision.range[1])] as const
  const titles = decision.openQuestions.flatMap(fact => charter.questions.find(({ id }) => id === fact)?.title ?? [])
  const rules = [...decision.prohibited, ...decision.reasons].map(({ rule }) => rule)
  return (
    <aside className={css.panel} aria-label={t.soFar.title}>
      <p role="status" className={css.spoken}>
        {begun ? [`${sentence}.`, outlook, ...(halted === null ? [] : [`${halted}.`])].join(' ') : ''}
      </p>
      {failure && <Trouble title={t.trouble.partTitle(t.soFar.title)} error={failure.error} retry={failure.retry} />}
      <div className={css.top}>
        <div>
          <p className={css.label}>{t.soFar.title}</p>
          <Verdict size="panel">{sentence}</Verdict>
        </div>
        <div className={css.why}>
          <Action aria-expanded={open} onClick={() => setOpen(!open)}>
            {t.soFar.why}
            <IconChevronUp size={16} stroke={1.6} aria-hidden />
          </Action>
        </div>
      </div>
      <p className={css.outlook}>{outlook}</p>
      {halted !== null && (
        <p className={css.halted}>
          <IconHandStop size={16} stroke={1.6} aria-hidden />
          {halted}
        </p>
      )}
      <TierBar compact range={range} names={names} label={t.soFar.bar(names[range[0] - 1] ?? '', names[range[1] - 1] ?? '')} />
      <div className={css.reasons} data-open={open || undefined}>
        {begun && (decision.reasons.length > 0 || decision.prohibited.length > 0) && (
          <section>
            <h2>{t.soFar.decided}</h2>
            <ul>
              {decision.prohibited.map(({ rule, because }) => (
                <li key={rule} className={css.cause}>
                  <TierMark tier={4} />
                  <span>
                    <b>{because}</b>
                    {t.soFar.prohibited}
                  </span>
                </li>
              ))}
              {decision.reasons.map(({ rule, tier, because, facts }) => (
                <li key={rule} className={css.cause}>
                  <TierMark tier={asTier(tier)} />
                  <span>
                    <b>{because}</b>
                    {facts.map(fact => {
                      const said = answerInWords(charter, fact, draft.facts[fact], t)
                      return said === null ? null : <span key={fact}>{t.soFar.youSaid(said)}</span>
                    })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {begun && titles.length > 0 && (
          <section>
            <h2>{t.soFar.stillOpen}</h2>
            <ul className={css.open}>
              {titles.slice(0, shown).map(title => (
                <li key={title}>{title}</li>
              ))}
              {titles.length > shown && <li>{t.soFar.more(titles.length - shown)}</li>}
            </ul>
          </section>
        )}
        <ReasonLine>{t.charterLine(charter.version, rules.length === 0 ? '' : list(rules.slice(0, 6), language))}</ReasonLine>
      </div>
    </aside>
  )
}
