import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { ApiProblem, type MessageSettings } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useDelivery, useMessageSettings, useSendTest } from '../../data/messages.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useMessagesTexts } from '../../texts/messages/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ChatHosts } from './chat-hosts.tsx'
import css from './messages.module.css'
import { SettingsForm } from './settings-form.tsx'

/** By which server letters go out, how many at most, and whether one arrives. */
export const SendingPage = () => {
  const { t } = useTexts()
  const { deliveries, sending: words } = useMessagesTexts()
  const { data: me } = useMe()
  const { data, error, refetch } = useMessageSettings(me?.person != null)
  return (
    <Page
      title={words.name}
      crumbs={[{ label: t.shell.admin }, { label: deliveries.name, to: '/messages/deliveries' }, { label: words.name }]}
    >
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={deliveries.signIn} />
        ) : data ? (
          <Shown settings={data} />
        ) : error === null ? (
          <SkeletonRows rows={8} busy={t.loading} title={words.name} />
        ) : error instanceof ApiProblem && error.status === 403 ? (
          <Note heading empty icon={IconLock} title={deliveries.refused}>
            {deliveries.refusedText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={error} retry={() => void refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Shown = ({ settings }: { settings: MessageSettings }) => {
  const { sending: words } = useMessagesTexts()
  const { mail, dryRun, version } = settings
  const { titles } = words
  return (
    <>
      <PageHead
        title={mail === null ? titles.unset : dryRun ? titles.dry(mail.host) : titles.set(mail.host)}
        ways={
          <ButtonLink to="/messages/deliveries" variant="default">
            {words.toDeliveries}
          </ButtonLink>
        }
      >
        <p>{words.lead}</p>
      </PageHead>
      <SettingsForm key={version} settings={settings} />
      {mail !== null && <Test />}
      <ChatHosts />
    </>
  )
}

const Test = () => {
  const { sending: words, deliveries } = useMessagesTexts()
  const test = useSendTest()
  const { data: letter } = useDelivery(test.data?.id)
  const { state, trouble } = letter ?? { state: 'due', trouble: null }
  return (
    <section className={css.part}>
      <h2>{words.test}</h2>
      <p>{words.testText}</p>
      <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
        {words.sendTest}
      </Button>
      <p role="status">
        {test.isSuccess &&
          (state === 'due'
            ? words.testDue
            : state === 'sent'
              ? words.testSent
              : `${deliveries.troubles[trouble ?? ''] ?? deliveries.trouble}.`)}
      </p>
      {test.error && <Trouble title={deliveries.failed} error={test.error} retry={() => test.reset()} />}
    </section>
  )
}
