import { Button } from '@mantine/core'
import { IconHourglass, IconPointFilled } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ListMyMessagesOutput, Message } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useInbox, useReadMessages } from '../../data/messages.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useMessagesTexts } from '../../texts/messages/use.ts'
import { exactly, moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import css from './messages.module.css'

/** What the program told whoever looks, the same as by mail, each with its reason and a way to act. */
export const InboxPage = () => {
  const { t } = useTexts()
  const { inbox: words } = useMessagesTexts()
  const { data: me } = useMe()
  const inbox = useInbox(me?.person != null)
  const first = inbox.data?.pages[0]
  return (
    <Page title={words.name} crumbs={[{ label: words.name }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : first ? (
          <>
            <Head {...first} />
            <List messages={inbox.data?.pages.flatMap(page => page.messages) ?? []} />
            {inbox.hasNextPage && (
              <Button variant="default" mt="md" loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
                {words.more}
              </Button>
            )}
          </>
        ) : inbox.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={words.name} />
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={inbox.error} retry={() => void inbox.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Head = ({ messages: [newest], unread, toActOn }: ListMyMessagesOutput) => {
  const { inbox: words } = useMessagesTexts()
  const read = useReadMessages()
  return (
    <>
      <PageHead
        title={words.title(toActOn)}
        ways={
          <>
            {unread > 0 && newest && (
              <Button variant="default" loading={read.isPending} onClick={() => read.mutate({ until: newest.at })}>
                {words.readAll(unread)}
              </Button>
            )}
            <ButtonLink to="/messages/preferences" variant="default">
              {words.preferences}
            </ButtonLink>
          </>
        }
      >
        <p>{words.lead}</p>
      </PageHead>
      <p role="status" className={css.done}>
        {read.isSuccess && unread === 0 && words.read}
      </p>
    </>
  )
}

const List = ({ messages }: { messages: readonly Message[] }) => {
  const { inbox: words } = useMessagesTexts()
  if (messages.length === 0)
    return (
      <Note empty title={words.none}>
        {words.noneText}
      </Note>
    )
  return (
    <ol aria-label={words.list} className={css.inbox}>
      {messages.map(message => (
        <Told key={message.id} message={message} />
      ))}
    </ol>
  )
}

const Told = ({ message: { subject, lines, reason, action, at, read, open } }: { message: Message }) => {
  const { language } = useTexts()
  const { inbox: words } = useMessagesTexts()
  return (
    <li data-unread={!read || undefined}>
      <div className={css.told}>
        <h2>{subject}</h2>
        {!read && (
          <Tag icon={IconPointFilled} tone="ok">
            {words.unread}
          </Tag>
        )}
        {open && (
          <Tag icon={IconHourglass} tone="due">
            {words.waits}
          </Tag>
        )}
        <time dateTime={at} title={exactly(at, language)}>
          {moment(at, language)}
        </time>
      </div>
      <p className={css.lines}>{lines.join('\n')}</p>
      <p className={css.reason}>{reason}</p>
      <Link to={action.path} className={css.act}>
        {action.label}
      </Link>
    </li>
  )
}
