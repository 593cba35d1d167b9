import { useState } from 'react'
import { ApiProblem } from '../../client.generated.ts'
import { type AskedByLetter, useAnswerLink } from '../../data/answers.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { problemsOf } from '../../parts/problems.ts'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useAnswerTexts } from '../../texts/answers/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { ConfirmEntry } from './confirm-entry.tsx'
import { AnswerOffer } from './answer-offer.tsx'
import { AnswerQuestion } from './answer-question.tsx'
import { AcceptStandards } from './accept-standards.tsx'

/** What a link in a letter asks, answered without signing in. Its token stands behind the # sign, where no server logs it. */
export const AnswerPage = () => {
  const { t } = useTexts()
  const words = useAnswerTexts()
  const [token] = useState(() => location.hash.slice(1))
  const [done, setDone] = useState(false)
  const link = useAnswerLink(token)
  const signIn = <ButtonLink to="/sign-in">{words.signIn}</ButtonLink>
  return (
    <Page title={words.name} crumbs={[{ label: words.name }]} step={done ? 'done' : link.data?.form}>
      <Sheet width="reading">
        {token === '' ? (
          <Note heading empty title={words.noneTitle} action={signIn}>
            {words.noneText}
          </Note>
        ) : done ? (
          <Note heading title={words.doneTitle} action={signIn}>
            {words.doneText}
          </Note>
        ) : link.data ? (
          <Ask asked={link.data} onDone={() => setDone(true)} />
        ) : link.error === null ? (
          <SkeletonRows rows={3} busy={t.loading} title={words.name} />
        ) : link.error instanceof ApiProblem && link.error.status !== 0 ? (
          <Note heading tone="due" title={words.endedTitle} action={signIn}>
            {problemsOf(t, link.error, [])
              .map(({ text }) => text)
              .join(' ')}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={link.error} retry={() => void link.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const forms = { offer: AnswerOffer, question: AnswerQuestion, confirmation: ConfirmEntry, standards: AcceptStandards }

const Ask = ({ asked, onDone }: { asked: AskedByLetter; onDone: () => void }) => {
  const { language } = useTexts()
  const words = useAnswerTexts()
  const { form, person, company, subject, lines, path, expiresAt } = asked
  const Answer = forms[form]
  return (
    <>
      <PageHead
        title={subject}
        ways={
          <ButtonLink to={path} variant="default">
            {words.more}
          </ButtonLink>
        }
      >
        {lines.map(line => (
          <p key={line}>{line}</p>
        ))}
        <p>
          {words.forWhom(person, company)} {words.until(day(expiresAt, language))}
        </p>
      </PageHead>
      <Answer asked={asked} onDone={onDone} />
    </>
  )
}
