import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Finding, FindingRule, SetFindingRuleInput } from '../../client.generated.ts'
import { useSetFindingRule } from '../../data/findings.ts'
import { Choices } from '../../parts/choices.tsx'
import { Form } from '../../parts/form.tsx'
import { useFindingsTexts } from '../../texts/findings/use.ts'
import { useTexts } from '../../texts/language.tsx'
import css from './findings.module.css'
import { useForeseen } from './foreseen.ts'
import { useSaid } from './say.ts'
import { SubjectLink } from './subject-link.tsx'

const modes = ['off', 'preview', 'on'] as const

/** A rule's switch and cap, beside what it would open and clear; nothing counts before it is saved. */
export const ChangeRule = ({ rule, onDone }: { rule: FindingRule; onDone: (how: 'saved' | 'cancelled') => void }) => {
  const { rules: words } = useFindingsTexts()
  const said = useSaid()
  const set = useSetFindingRule()
  const title = useRef<HTMLHeadingElement>(null)
  const [mode, setMode] = useState<SetFindingRuleInput['mode']>(rule.mode)
  const [cap, setCap] = useState(rule.cap === null ? '' : String(rule.cap))
  const [effect, setEffect] = useState(rule.effect?.mode)
  const [effectCap, setEffectCap] = useState(String(rule.effect?.cap ?? ''))
  // Whoever pressed the button in a row is taken to what it opened above.
  useEffect(() => title.current?.focus(), [])
  const isNumber = /^\d{0,7}$/.test(cap.trim())
  const isEffectCap = /^\d{1,4}$/.test(effectCap.trim()) && Number(effectCap) <= 1000
  const acting = effect !== undefined && isEffectCap ? { effect, effectCap: Number(effectCap) } : {}
  return (
    <section className={`${css.part} ${css.change}`}>
      <h2 ref={title} tabIndex={-1}>
        {words.changeOf(said.rule(rule))}
      </h2>
      <div className={css.form}>
        <Form
          fields={['mode', 'cap', 'effect', 'effectCap']}
          check={() => [
            ...(isNumber ? [] : [{ field: 'cap', text: words.capWrong }]),
            ...(effect === undefined || isEffectCap ? [] : [{ field: 'effectCap', text: words.effectCapWrong }]),
          ]}
          error={set.error}
          onSubmit={() =>
            set.mutate(
              { rule: rule.rule, version: rule.version, mode, cap: cap.trim() === '' ? null : Number(cap), ...acting },
              { onSuccess: () => onDone('saved') },
            )
          }
          buttons={
            <>
              <Button type="submit" loading={set.isPending}>
                {words.save}
              </Button>
              <Button variant="default" onClick={() => onDone('cancelled')}>
                {words.cancel}
              </Button>
            </>
          }
        >
          {about => (
            <>
              <Choices
                id="mode"
                legend={words.mode}
                options={modes.map(value => ({ value, label: words.modes[value] }))}
                chosen={mode}
                onChoose={setMode}
                error={about('mode')}
              />
              <TextInput
                id="cap"
                inputMode="numeric"
                autoComplete="off"
                label={words.cap}
                description={words.capHelp}
                value={cap}
                onChange={event => setCap(event.currentTarget.value)}
                error={about('cap')}
              />
              <Would rule={rule} />
              {effect !== undefined && (
                <>
                  <Choices
                    id="effect"
                    legend={words.effect}
                    options={modes.map(value => ({ value, label: words.modes[value] }))}
                    chosen={effect}
                    onChoose={setEffect}
                    error={about('effect')}
                  />
                  <TextInput
                    id="effectCap"
                    inputMode="numeric"
                    autoComplete="off"
                    label={words.effectCap}
                    description={words.effectCapHelp}
                    value={effectCap}
                    onChange={event => setEffectCap(event.currentTarget.value)}
                    error={about('effectCap')}
                  />
                  <WouldStop rule={rule} cap={isEffectCap ? Number(effectCap) : 0} />
                  {mode !== 'on' && effect === 'on' && <p>{words.needsOn}</p>}
                </>
              )}
            </>
          )}
        </Form>
      </div>
    </section>
  )
}

/** As what the preview looks at a rule: one that is off, as if it were only previewed. */
const previewed = ({ rule, mode, effect }: FindingRule): string | undefined => (mode === 'off' || effect?.mode === 'off' ? rule : undefined)

const Would = ({ rule }: { rule: FindingRule }) => {
  const { t } = useTexts()
  const { rules: words, tonight } = useFindingsTexts()
  const foreseen = useForeseen(previewed(rule))
  const opens = foreseen.opens.filter(each => each.rule === rule.rule)
  return (
    <div className={css.would} role="status">
      <h3>{words.would}</h3>
      {foreseen.error ? (
        <p>{t.trouble.partTitle(tonight.failed)}</p>
      ) : !foreseen.whole ? (
        <p>{tonight.looking(foreseen.looked)}</p>
      ) : (
        <>
          <p>{words.wouldOpen(opens.length)}</p>
          <Some about={opens} />
          <p>{words.wouldClear(rule.live)}</p>
        </>
      )}
    </div>
  )
}

/** Whom the rule would stop tonight under this limit, on or only previewed: as the preview says it, the longest standing first. */
const WouldStop = ({ rule, cap }: { rule: FindingRule; cap: number }) => {
  const { t } = useTexts()
  const { rules: words, tonight, stops } = useFindingsTexts()
  const foreseen = useForeseen(previewed(rule))
  const about = foreseen.effects.filter(each => each.rule === rule.rule)
  const due = about.filter(({ answer }) => answer !== 'spared')
  const spared = about.length - due.length
  return (
    <div className={css.would} role="status">
      <p>{stops[rule.rule] ?? rule.effect?.says}</p>
      {foreseen.error ? (
        <p>{t.trouble.partTitle(tonight.failed)}</p>
      ) : !foreseen.whole ? (
        <p>{tonight.looking(foreseen.looked)}</p>
      ) : (
        <>
          <p>{words.wouldStop(Math.min(due.length, cap))}</p>
          <Some about={due.slice(0, cap)} />
          {due.length > cap && <p>{words.wouldHold(due.length - cap)}</p>}
          {spared > 0 && <p>{words.wouldSpare(spared)}</p>}
        </>
      )}
    </div>
  )
}

const Some = ({ about }: { about: readonly Pick<Finding, 'subject'>[] }) => {
  const { t } = useTexts()
  if (about.length === 0) return null
  return (
    <ul className={css.list}>
      {about.slice(0, 20).map(({ subject }) => (
        <li key={subject.id}>
          <SubjectLink subject={subject} />
        </li>
      ))}
      {about.length > 20 && <li>{t.soFar.more(about.length - 20)}</li>}
    </ul>
  )
}
