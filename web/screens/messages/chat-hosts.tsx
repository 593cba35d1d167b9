import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ChatHosts as Hosts } from '../../client.generated.ts'
import { useChangeChatHosts, useChatHosts } from '../../data/messages.ts'
import { Form } from '../../parts/form.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useMessagesTexts } from '../../texts/messages/use.ts'
import css from './messages.module.css'

/** To which hosts letters may go as cards in people's own chats; none, before an administrator opens one. */
export const ChatHosts = () => {
  const { sending: words, deliveries } = useMessagesTexts()
  const { data, error, refetch } = useChatHosts()
  return (
    <section className={css.part}>
      <h2>{words.chats}</h2>
      <p>{words.chatsText}</p>
      {data && <HostsForm given={data} />}
      {error && <Trouble title={deliveries.failed} error={error} retry={() => void refetch()} />}
    </section>
  )
}

const HostsForm = ({ given: { hosts, version } }: { given: Hosts }) => {
  const { sending: words } = useMessagesTexts()
  const change = useChangeChatHosts()
  const [written, setWritten] = useState(hosts.join('\n'))
  const lines = written.split('\n').filter(line => line.trim() !== '')
  return (
    <div className={css.form}>
      <Form
        fields={['hosts']}
        error={change.error}
        onSubmit={() => change.mutate({ version, hosts: lines }, { onSuccess: kept => setWritten(kept.hosts.join('\n')) })}
        buttons={
          <Button type="submit" loading={change.isPending}>
            {words.saveHosts}
          </Button>
        }
      >
        {about => (
          <>
            <Textarea
              id="hosts"
              rows={4}
              label={words.hosts}
              description={words.hostsHelp}
              spellCheck={false}
              value={written}
              onChange={event => setWritten(event.currentTarget.value)}
              error={about('hosts')}
            />
            <p role="status" className={css.done}>
              {change.isSuccess && words.savedHosts}
            </p>
          </>
        )}
      </Form>
    </div>
  )
}
