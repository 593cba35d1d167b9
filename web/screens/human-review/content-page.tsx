import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ContentReview } from '../../client.generated.ts'
import { useContent, useOpenContent, useReceipt } from '../../data/content.ts'
import { useMe } from '../../data/me.ts'
import { Action } from '../../parts/action.tsx'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { ContentTexts } from '../../texts/human-review/en.ts'
import { useContentTexts } from '../../texts/human-review/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { day, moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ContentClock } from './content-clock.tsx'
import css from './content.module.css'
import { Decide, Withdraw } from './decide.tsx'
import { Difference } from './difference.tsx'
import { VerdictTag } from './verdict-tag.tsx'

/** One text that waits for a person, or what became of it. */
export const ContentPage = () => {
  const { t } = useTexts()
  const words = useContentTexts()
  const { data: me } = useMe()
  const { content: id } = useParams({ from: '/content/$content' })
  const { data, error, refetch } = useContent(id)
  const title = data ? headingOf(words, data) : t.shell.content
  return (
    <Page
      title={title}
      crumbs={[{ label: t.shell.review }, { label: t.shell.content, to: '/content' }, { label: data?.solution.key ?? words.unread }]}
      step={data?.verdict}
    >
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : data ? (
          <Shown key={id} content={data} title={title} />
        ) : error ? (
          <Trouble heading title={words.unread} error={error} retry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={6} busy={t.loading} title={t.shell.content} />
        )}
      </Sheet>
    </Page>
  )
}

const headingOf = (words: ContentTexts, { verdict, edited, decided, kind, recipient, you }: ContentReview): string => {
  const what = `${words.kinds[kind]} ${words.recipients[recipient]}`
  const who = decided?.by.name ?? ''
  if (verdict === 'waiting') return you.may.includes('decide') ? words.heading.waiting(what) : words.heading.waitingOthers(what)
  if (verdict === 'expired') return words.heading.expired
  return words.heading[edited ? 'edited' : verdict](who)
}

const Shown = ({ content, title }: { content: ContentReview; title: string }) => {
  const words = useContentTexts()
  const { you, id, verdict } = content
  useNotedOpening(content)
  const decides = you.may.includes('decide')
  return (
    <>
      <PageHead title={title} ways={<Link to="/content">{words.toList}</Link>}>
        {verdict === 'waiting' ? <ContentClock content={content} /> : <VerdictTag content={content} />}
      </PageHead>
      {content.test && <Note title={words.test}>{words.testText}</Note>}
      <p role="status" className={css.said}>
        {verdict === 'approved' || verdict === 'rejected' || verdict === 'withdrawn'
          ? words.said[content.send ? 'approved' : 'rejected']
          : ''}
      </p>
      <div className={css.columns}>
        <div>
          {decides ? <Decide content={content} /> : <Text content={content} />}
          {!decides && you.may.includes('withdraw') && <Withdraw id={id} />}
        </div>
        <Facts content={content} />
      </div>
    </>
  )
}

/** Where somebody who may decide sees it for the first time, that is noted: the clock of reading begins there. */
const useNotedOpening = ({ id, you }: ContentReview): void => {
  const { mutate } = useOpenContent()
  const noted = useRef(false)
  const isFirst = you.may.includes('decide') && you.openedAt === null
  useEffect(() => {
    if (!isFirst || noted.current) return
    noted.current = true
    mutate({ id })
  }, [isFirst, id, mutate])
}

const Text = ({ content: { content, approved, edited, reason, deletedAt, added, removed } }: { content: ContentReview }) => {
  const { language } = useTexts()
  const words = useContentTexts()
  if (content === null)
    return (
      <>
        <p className={css.quiet}>{words.deleted(day(deletedAt ?? '', language))}</p>
        {edited && <p className={css.quiet}>{words.differenceSize(added ?? 0, removed ?? 0)}</p>}
      </>
    )
  return (
    <>
      {reason !== null && (
        <section className={css.part}>
          <h2>{words.reasonSaid}</h2>
          <p className={css.text}>{reason}</p>
        </section>
      )}
      <section className={css.part}>
        <h2>{words.submittedText}</h2>
        <p className={css.text}>{approved ?? content}</p>
      </section>
      {approved !== null && edited && <Difference before={content} after={approved} title={words.differenceMade} />}
    </>
  )
}

const Facts = ({ content }: { content: ContentReview }) => {
  const { language } = useTexts()
  const { facts: words, by, kinds, recipients, ...rest } = useContentTexts()
  const { solution, kind, recipient, submitted, dueAt, decided, digest, approvedDigest, callback, you, verdict } = content
  const receipt = useReceipt()
  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      <FactList>
        <FactRow label={words.solution}>
          <Link to="/solutions/$key" params={{ key: solution.key }}>
            {solution.name}
          </Link>
        </FactRow>
        <FactRow label={words.what}>
          {kinds[kind]} {recipients[recipient]}
        </FactRow>
        <FactRow label={words.submitted}>{by(submitted.by.name, moment(submitted.at, language))}</FactRow>
        <FactRow label={words.due}>{moment(dueAt, language)}</FactRow>
        {you.openedAt !== null && <FactRow label={words.opened}>{moment(you.openedAt, language)}</FactRow>}
        {decided && (
          <FactRow label={words.decided} note={decided.attended ? undefined : words.byToken}>
            {by(decided.by.name, moment(decided.at, language))}
          </FactRow>
        )}
        {callback !== null && <FactRow label={words.callback}>{words.callbacks[callback]}</FactRow>}
        <FactRow label={words.digest}>
          <span className={css.digest}>{digest}</span>
        </FactRow>
        {approvedDigest !== null && approvedDigest !== digest && (
          <FactRow label={words.approvedDigest}>
            <span className={css.digest}>{approvedDigest}</span>
          </FactRow>
        )}
      </FactList>
      {verdict === 'approved' && (
        <div className={`${css.part} ${css.screen}`}>
          <Action onClick={() => receipt.mutate(content.id)}>{rest.receipt}</Action>
          <p className={css.quiet}>{rest.receiptText}</p>
          {receipt.error && <Trouble title={rest.receiptFailed} error={receipt.error} retry={() => receipt.mutate(content.id)} />}
        </div>
      )}
    </section>
  )
}
