import { Button } from '@mantine/core'
import { IconCloudCheck, IconExclamationCircle, IconMessage2Question } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Charter, Contact, Question as Asked } from '../../data/charter-guide.ts'
import type { Check } from '../../client.generated.ts'
import { Action } from '../../parts/action.tsx'
import { Page } from '../../parts/page.tsx'
import { Steps } from '../../parts/steps.tsx'
import { useTexts } from '../../texts/language.tsx'
import { clock } from '../../texts/moments.ts'
import { isAnswered } from './answers.ts'
import { Contacts } from './contacts.tsx'
import { nextPage, openPages, type Stop, stopAt } from './course.ts'
import { changeDraft, forgetDraft, useDraft } from './draft.ts'
import { PageFields } from './page-fields.tsx'
import { type Failure, SoFar } from './so-far.tsx'
import css from './wizard.module.css'

interface WizardProps {
  charter: Charter
  /** What the charter says to the answers; where `settled` is false, to the answers before. */
  decision: Check
  settled: boolean
  /** The newest answers could not be checked. */
  failure?: Failure
}

/** One question a page, only those that can still change the answer, with the answer so far beside it. */
export const Wizard = ({ charter, decision, settled, failure }: WizardProps) => {
  const { t } = useTexts()
  const draft = useDraft()
  const navigate = useNavigate()
  const { page } = useSearch({ from: '/check' })
  // The address names the page, so that an answer given here does not itself move on to the next one.
  const stop = page === undefined ? null : stopAt(charter, page)
  const resume = nextPage(charter, decision, draft.path)
  useEffect(() => {
    if (stop !== null) return
    void (resume === null
      ? navigate({ to: '/check/result', replace: true })
      : navigate({ to: '/check', search: { page: resume }, replace: true }))
  }, [stop, resume, navigate])
  if (stop === null) return null

  const position = draft.path.indexOf(stop.id)
  const asked = position === -1 ? [...draft.path, stop.id] : draft.path.slice(0, position + 1)
  const at = asked.length
  return (
    <Page
      title={`${titleOf(stop)} – ${t.check.name}`}
      crumbs={[{ label: t.shell.build }, { label: t.check.name }]}
      actions={<Saved />}
      step={stop.id}
    >
      <div className={css.layout}>
        <Question
          key={stop.id}
          stop={stop}
          contacts={charter.contacts}
          at={at}
          of={at + openPages(charter, decision, asked).length}
          onBack={asked.length > 1 ? () => void navigate({ to: '/check', search: { page: asked.at(-2) } }) : undefined}
          settled={settled}
          onRetry={failure?.retry}
          onContinue={() => {
            changeDraft({ path: asked })
            const next = nextPage(charter, decision, asked)
            void (next === null ? navigate({ to: '/check/result' }) : navigate({ to: '/check', search: { page: next } }))
          }}
        />
        <SoFar charter={charter} decision={decision} failure={failure} />
      </div>
    </Page>
  )
}

interface QuestionProps {
  stop: Stop
  contacts: readonly Contact[]
  at: number
  of: number
  /** The answer beside it already counts what is chosen here. */
  settled: boolean
  onRetry: (() => void) | undefined
  onBack: (() => void) | undefined
  onContinue: () => void
}

const Question = ({ stop, contacts, at, of, settled, onRetry, onBack, onContinue }: QuestionProps) => {
  const { t } = useTexts()
  const draft = useDraft()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const [why, setWhy] = useState(false)
  const [going, setGoing] = useState(false)
  const [missing, setMissing] = useState(false)
  const [asking, setAsking] = useState(false)
  const only = onlyQuestion(stop)
  const ready = isAnswered(stop, draft.facts)

  // Continue waits for the answer that counts this page, else it would ask by the one before.
  useEffect(() => {
    if (!going || !settled) return
    setGoing(false)
    onContinue()
  }, [going, settled, onContinue])

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setMissing(!ready)
    setGoing(ready)
    if (ready) onRetry?.()
    else form.current?.querySelector('input')?.focus()
  }
  const startAgain = (): void => {
    forgetDraft()
    void navigate({ to: '/check', search: {} })
  }
  return (
    <form ref={form} onSubmit={submit} className={css.question} noValidate>
      <Steps at={at} of={of} />
      <fieldset aria-describedby="lead missing" aria-invalid={missing && !ready ? true : undefined}>
        <legend>
          <span className={css.count}>{t.check.count(at, of)}</span>
          <h1 tabIndex={-1}>{titleOf(stop)}</h1>
        </legend>
        <div id="lead" className={css.lead}>
          <p>
            {only?.help ?? stop.help} {only && <span data-why={why ? 'open' : 'folded'}>{only.why}</span>}
            {only && (
              <span className={css.whyLink}>
                <Action aria-expanded={why} onClick={() => setWhy(!why)}>
                  {t.check.whyWeAsk}
                </Action>
              </span>
            )}
          </p>
          {only && <p className={css.example}>{t.check.example(only.example)}</p>}
        </div>
        <PageFields stop={stop} draft={draft} />
      </fieldset>
      <p id="missing" role="alert" className={css.missing}>
        {missing && !ready && (
          <>
            <IconExclamationCircle size={16} stroke={1.6} aria-hidden />
            {t.check.chooseSomething}
          </>
        )}
      </p>
      <div className={css.actions}>
        <div className={css.buttons}>
          <Button type="submit" size="lg">
            {t.continue}
          </Button>
          {onBack && (
            <Button variant="subtle" size="lg" onClick={onBack}>
              {t.back}
            </Button>
          )}
        </div>
        <div className={css.aside}>
          {draft.path.length > 0 && <Action onClick={startAgain}>{t.check.startAgain}</Action>}
          <Action aria-expanded={asking} onClick={() => setAsking(!asking)}>
            <IconMessage2Question size={16} stroke={1.6} aria-hidden />
            {t.check.askAPerson}
          </Action>
        </div>
      </div>
      {asking && <Contacts contacts={contacts} />}
    </form>
  )
}

/** The question of a page that asks nothing else; its words are the page's own. */
const onlyQuestion = ({ asked }: Stop): Asked | undefined => (asked.length === 1 && asked[0]?.rare === null ? asked[0] : undefined)

const titleOf = (stop: Stop): string => onlyQuestion(stop)?.title ?? stop.title

const Saved = () => {
  const { t, language } = useTexts()
  const { savedAt } = useDraft()
  if (savedAt === null) return null
  return (
    <span className={css.saved}>
      <IconCloudCheck size={16} stroke={1.6} aria-hidden />
      {t.check.saved(clock(savedAt, language))}
    </span>
  )
}
