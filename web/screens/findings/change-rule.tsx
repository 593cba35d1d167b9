import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { FindingRule, SetFindingRuleInput } from '../../client.generated.ts'
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
  // Whoever pressed the button in a row is taken to what it opened above.
  useEffect(() => title.current?.focus(), [])
  const isNumber = /^\d{0,7}$/.test(cap.trim())
  return (
    <section className={`${css.part} ${css.change}`}>
      <h2 ref={title} tabIndex={-1}>
        {words.changeOf(said.rule(rule))}
      </h2>
      <div className={css.form}>
        <Form
          fields={['mode', 'cap']}
          check={() => (isNumber ? [] : [{ field: 'cap', text: words.capWrong }])}
          error={set.error}
          onSubmit={() =>
            set.mutate(
              { rule: rule.rule, version: rule.version, mode, cap: cap.trim() === '' ? null : Number(cap) },
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
            </>
          )}
        </Form>
      </div>
    </section>
  )
}

/** The preview asks rules that are on or only previewed; of one that is off nobody knows. */
const Would = ({ rule: { rule, mode, live } }: { rule: FindingRule }) => {
  const { t } = useTexts()
  const { rules: words, tonight } = useFindingsTexts()
  const foreseen = useForeseen(mode !== 'off')
  const opens = foreseen.opens.filter(each => each.rule === rule)
  return (
    <div className={css.would} role="status">
      <h3>{words.would}</h3>
      {mode === 'off' ? (
        <p>{words.unknown}</p>
      ) : foreseen.error ? (
        <p>{t.trouble.partTitle(tonight.failed)}</p>
      ) : !foreseen.whole ? (
        <p>{tonight.looking(foreseen.looked)}</p>
      ) : (
        <>
          <p>{words.wouldOpen(opens.length)}</p>
          {opens.length > 0 && (
            <ul className={css.list}>
              {opens.slice(0, 20).map(({ subject }) => (
                <li key={subject.id}>
                  <SubjectLink subject={subject} />
                </li>
              ))}
              {opens.length > 20 && <li>{t.soFar.more(opens.length - 20)}</li>}
            </ul>
          )}
          <p>{words.wouldClear(live)}</p>
        </>
      )}
    </div>
  )
}
