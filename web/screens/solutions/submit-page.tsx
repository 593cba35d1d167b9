import { Button, Textarea, TextInput } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ShowStandardsOutput, Solution } from '../../client.generated.ts'
import { useAcceptStandards, useStandards, useSubmit } from '../../data/stewardship.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import parts from './parts.module.css'
import { WayAhead } from './way-ahead.tsx'
import { WithSolution } from './with-solution.tsx'

/** Asks for a yes: with what reviewers should know, or, where nobody looks, with one's name under the standards. */
export const SubmitPage = () => {
  const { key } = useParams({ from: '/solutions/$key/submission' })
  return <WithSolution solutionKey={key}>{solution => <Submit solution={solution} />}</WithSolution>
}

const Submit = ({ solution }: { solution: Solution }) => {
  const { t } = useTexts()
  const { submit: words } = useSolutionTexts()
  const { key, name, you, standsInTheWay } = solution
  const standards = useStandards()
  const needsName = standsInTheWay.some(({ field }) => field === 'standards')
  const blocked = standsInTheWay.some(({ field }) => field !== 'standards')
  const back = (
    <Link to="/solutions/$key" params={{ key }}>
      {words.back}
    </Link>
  )
  return (
    <Page title={words.title(name)} crumbs={[{ label: t.shell.registry }, { label: t.solutions.name, to: '/solutions' }, { label: key }]}>
      <Sheet width="reading">
        <h1 tabIndex={-1}>{words.title(name)}</h1>
        {!you.may.includes('submit') ? (
          <Note empty title={words.nothing} action={back}>
            {words.nothingText}
          </Note>
        ) : blocked ? (
          <>
            <WayAhead solution={solution} />
            <p className={parts.buttons}>{back}</p>
          </>
        ) : (
          <>
            <p className={parts.quiet}>{words.lead}</p>
            {needsName && standards.data && <Standards standards={standards.data} />}
            <SubmitForm solution={solution} standards={needsName ? standards.data : undefined} />
          </>
        )}
      </Sheet>
    </Page>
  )
}

const Standards = ({ standards: { intro, standards, acceptedAt } }: { standards: ShowStandardsOutput }) => {
  const { language } = useTexts()
  const { submit: words } = useSolutionTexts()
  return (
    <section className={parts.part}>
      <h2>{words.standards}</h2>
      <p className={parts.text}>{intro}</p>
      <ol className={parts.numbered}>
        {standards.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ol>
      {acceptedAt !== null && <p className={parts.who}>{words.accepted(day(acceptedAt, language))}</p>}
    </section>
  )
}

const SubmitForm = ({ solution: { key, version }, standards }: { solution: Solution; standards: ShowStandardsOutput | undefined }) => {
  const { t } = useTexts()
  const { submit: words } = useSolutionTexts()
  const navigate = useNavigate()
  const submit = useSubmit()
  const accept = useAcceptStandards()
  const [given, setGiven] = useState({ name: '', note: '' })
  const send = async (): Promise<void> => {
    if (standards) await accept.mutateAsync({ name: given.name, standards: standards.digest })
    await submit.mutateAsync({ key, version, note: given.note.trim() === '' ? null : given.note })
    await navigate({ to: '/solutions/$key', params: { key }, search: { done: 'submitted' } })
  }
  return (
    <div className={parts.part}>
      <Form
        fields={['name', 'note']}
        check={() => (standards && given.name.trim() === '' ? [{ field: 'name', text: words.nameMissing }] : [])}
        error={accept.error ?? submit.error}
        // What was refused stands with the form; there is nothing more to say here.
        onSubmit={() => void send().catch(() => undefined)}
        buttons={
          <>
            <Button type="submit" size="lg" loading={accept.isPending || submit.isPending}>
              {standards ? words.sendAccepted : words.send}
            </Button>
            <ButtonLink to="/solutions/$key" params={{ key }} variant="default" size="lg">
              {t.edit.cancel}
            </ButtonLink>
          </>
        }
      >
        {about => (
          <>
            {standards && (
              <TextInput
                id="name"
                label={words.accept}
                autoComplete="name"
                value={given.name}
                onChange={event => setGiven({ ...given, name: event.currentTarget.value })}
                error={about('name')}
              />
            )}
            {!standards && (
              <Textarea
                id="note"
                label={words.note}
                description={words.noteHelp}
                rows={3}
                value={given.note}
                onChange={event => setGiven({ ...given, note: event.currentTarget.value })}
                error={about('note')}
              />
            )}
          </>
        )}
      </Form>
    </div>
  )
}
