import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { MessagePreference } from '../../client.generated.ts'
import { useRemoveChat, useTestChat } from '../../data/messages.ts'
import { AskFirst } from '../../parts/ask-first.tsx'
import { Note } from '../../parts/note.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useMessagesTexts } from '../../texts/messages/use.ts'
import { moment } from '../../texts/moments.ts'
import { ChatForm } from './chat-form.tsx'
import css from './messages.module.css'

type Chat = NonNullable<MessagePreference['chat']>

/** The chat in which somebody's letters come as cards: none yet, one that works, or one that doesn't, and what to do about it. */
export const OwnChat = ({ preference, onRemoved }: { preference: MessagePreference; onRemoved: () => void }) => {
  const { ownChat: words } = useMessagesTexts()
  const [said, setSaid] = useState('')
  const [gives, setGives] = useState(false)
  const { chat, chatHosts, channel } = preference
  const isSet = () => {
    setGives(false)
    setSaid(channel === 'chat' ? words.isSet : `${words.isSet} ${words.choose}`)
  }
  return (
    <section className={css.part}>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {chat ? (
        <>
          <p>{words.goes(words.kinds[chat.kind], chat.host)}</p>
          <Faults chat={chat} />
          {gives ? (
            <ChatForm hosts={chatHosts} now={chat.kind} onSet={isSet} onLeave={() => setGives(false)} />
          ) : (
            <div className={css.ways}>
              {chat.open && <Test chat={chat} />}
              <Button variant="default" onClick={() => setGives(true)}>
                {words.other}
              </Button>
              <Remove
                onRemoved={() => {
                  setSaid(words.removed)
                  onRemoved()
                }}
              />
            </div>
          )}
        </>
      ) : (
        <Unset preference={preference} onSet={isSet} />
      )}
      <p role="status" className={css.done}>
        {said}
      </p>
    </section>
  )
}

/** A way to set one, or what it waits for. */
const Unset = ({ preference: { chatHosts, dryRun, email }, onSet }: { preference: MessagePreference; onSet: () => void }) => {
  const { ownChat: words } = useMessagesTexts()
  const waits = chatHosts.length === 0 ? words.closed : dryRun ? words.dryRun : email === null ? words.noAddress : null
  return waits === null ? <ChatForm hosts={chatHosts} onSet={onSet} /> : <p>{waits}</p>
}

const Faults = ({ chat: { open, failingSince } }: { chat: Chat }) => {
  const { language } = useTexts()
  const { ownChat: words } = useMessagesTexts()
  if (!open)
    return (
      <Note tone="due" icon={IconAlertTriangle} title={words.hostClosed}>
        {words.hostClosedText}
      </Note>
    )
  if (failingSince === null) return null
  return (
    <Note tone="due" icon={IconAlertTriangle} title={words.failing(moment(failingSince, language))}>
      {words.failingText}
    </Note>
  )
}

/** What became of a test is said to whoever sent it just now. */
const Test = ({ chat: { test: newest } }: { chat: Chat }) => {
  const { ownChat: words, deliveries } = useMessagesTexts()
  const test = useTestChat()
  const saidOf = ({ state, trouble }: NonNullable<Chat['test']>): string => {
    if (state === 'sent') return words.testSent
    return state === 'dead' ? `${deliveries.chatTroubles[trouble ?? ''] ?? deliveries.trouble}.` : words.testDue
  }
  return (
    <>
      <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
        {words.test}
      </Button>
      <p role="status" className={css.tested}>
        {test.isSuccess && newest && saidOf(newest)}
      </p>
      {test.error && <Trouble title={deliveries.failed} error={test.error} retry={() => test.reset()} />}
    </>
  )
}

const Remove = ({ onRemoved }: { onRemoved: () => void }) => {
  const { ownChat: words, deliveries } = useMessagesTexts()
  const remove = useRemoveChat()
  return (
    <AskFirst
      act={words.remove}
      title={words.removeOf}
      leave={words.keep}
      step={remove}
      failed={deliveries.failed}
      onTake={close => remove.mutate(undefined, { onSuccess: onRemoved, onSettled: close })}
    >
      {words.removeText}
    </AskFirst>
  )
}
