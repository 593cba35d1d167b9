import { IconBubble, IconPencil } from '@tabler/icons-react'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem, type MessageText } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { keepsMessages, useMessageTexts } from '../../data/messages.ts'
import { Action } from '../../parts/action.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Table } from '../../parts/table.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Views } from '../../parts/views.tsx'
import { languages, useTexts } from '../../texts/language.tsx'
import { useMessagesTexts } from '../../texts/messages/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ChangeText } from './change-text.tsx'

/** What every kind of message says; an administrator words one anew and sees beside it how it would read. */
export const TextsPage = () => {
  const { t } = useTexts()
  const { inbox, texts: words } = useMessagesTexts()
  const { data: me } = useMe()
  const { data, error, refetch } = useMessageTexts(me?.person != null)
  return (
    <Page title={words.name} crumbs={[{ label: inbox.name, to: '/messages' }, { label: words.name }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : data ? (
          <Texts texts={data.texts} changes={keepsMessages(me?.person)} />
        ) : error === null ? (
          <SkeletonRows rows={8} busy={t.loading} title={words.name} />
        ) : error instanceof ApiProblem && error.status === 403 ? (
          <Note heading title={words.refused} />
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={error} retry={() => void refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Texts = ({ texts, changes }: { texts: readonly MessageText[]; changes: boolean }) => {
  const { t, language } = useTexts()
  const { texts: words, deliveries } = useMessagesTexts()
  const { language: shown = language } = useSearch({ from: '/messages/texts' })
  const [chosen, setChosen] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const listed = texts.filter(text => text.language === shown)
  const open = listed.find(({ kind }) => kind === chosen)
  const { columns } = words
  return (
    <>
      <PageHead title={words.title(texts.filter(({ edited }) => edited).length)}>
        <p>{words.lead}</p>
        <p role="status">{said}</p>
      </PageHead>
      <Views label={words.languages}>
        {languages.map(each => (
          <li key={each}>
            <Link to="/messages/texts" search={{ language: each }} aria-current={each === shown ? 'page' : undefined}>
              {t.shell.languages[each]}
            </Link>
          </li>
        ))}
      </Views>
      {open && (
        <ChangeText
          key={`${open.kind} ${open.language} ${open.version}`}
          text={open}
          onDone={what => {
            setSaid(what)
            setChosen(null)
          }}
        />
      )}
      <Table
        caption={words.caption}
        columns={[columns.kind, columns.says, columns.comes, columns.wording, ...(changes ? [columns.change] : [])]}
        rows={listed.map(({ kind, subject, lines, urgency, edited }) => ({
          key: kind,
          cells: [
            <b>{deliveries.kinds[kind]}</b>,
            <span lang={shown}>
              {subject}
              <small>{lines.join(' ')}</small>
            </span>,
            words.comes[urgency],
            <Tag icon={edited ? IconPencil : IconBubble}>{edited ? words.edited : words.own}</Tag>,
            ...(changes
              ? [
                  <Action
                    aria-label={words.changeOf(deliveries.kinds[kind] ?? kind)}
                    onClick={() => {
                      setSaid('')
                      setChosen(kind)
                    }}
                  >
                    {words.change}
                  </Action>,
                ]
              : []),
          ],
        }))}
      />
    </>
  )
}
