import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { MessagePreference } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useChangePreferences, useMessagePreferences } from '../../data/messages.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Choices } from '../../parts/choices.tsx'
import { Form } from '../../parts/form.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { languages, useTexts } from '../../texts/language.tsx'
import { useMessagesTexts } from '../../texts/messages/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import css from './messages.module.css'
import { OwnChat } from './own-chat.tsx'

const channels = ['mail', 'chat', 'none'] as const
const levels = ['everything', 'act-only', 'digest-only'] as const

/** By which way, when and in which language somebody is told; what that comes to stands in a sentence. */
export const PreferencesPage = () => {
  const { t } = useTexts()
  const { inbox, preferences: words } = useMessagesTexts()
  const { data: me } = useMe()
  const { data, error, refetch } = useMessagePreferences(me?.person != null)
  return (
    <Page title={words.name} crumbs={[{ label: inbox.name, to: '/messages' }, { label: words.name }]}>
      <Sheet width="reading">
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : data ? (
          <Shown preference={data} />
        ) : error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={words.name} />
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={error} retry={() => void refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Shown = ({ preference }: { preference: MessagePreference }) => {
  const { preferences: words, ownChat } = useMessagesTexts()
  const { channel, chat, email, dryRun } = preference
  // Without the chat letters come by mail again, whatever stands in the form.
  const [removed, setRemoved] = useState(0)
  return (
    <>
      <PageHead
        title={words.says(preference)}
        ways={
          <ButtonLink to="/messages" variant="default">
            {words.toInbox}
          </ButtonLink>
        }
      >
        <p>{words.digest}</p>
        {channel === 'chat' && chat && <p>{words.toChat(ownChat.kinds[chat.kind])}</p>}
        <p>{email === null ? words.noAddress : words.to(email)}</p>
        {dryRun && <p>{words.dryRun}</p>}
      </PageHead>
      <Wishes key={removed} preference={preference} />
      <OwnChat preference={preference} onRemoved={() => setRemoved(removed + 1)} />
    </>
  )
}

const Wishes = ({ preference }: { preference: MessagePreference }) => {
  const { t } = useTexts()
  const { preferences: words } = useMessagesTexts()
  const change = useChangePreferences()
  const [wish, setWish] = useState(preference)
  const { channel, level, digestAt, quietFrom, quietTo, timeZone, language, companyLanguage, companyTimeZone } = wish
  const set = (part: Partial<MessagePreference>) => setWish({ ...wish, ...part })
  return (
    <div className={css.form}>
      <Form
        fields={['channel', 'level', 'digestAt', 'quietFrom', 'quietTo', 'timeZone', 'language']}
        check={() => (channel === 'chat' && preference.chat === null ? [{ field: 'channel', text: words.chatFirst }] : [])}
        error={change.error}
        onSubmit={() => change.mutate({ version: preference.version, channel, level, digestAt, quietFrom, quietTo, timeZone, language })}
        buttons={
          <Button type="submit" loading={change.isPending}>
            {words.save}
          </Button>
        }
      >
        {about => (
          <>
            <Choices
              id="channel"
              legend={words.channel}
              options={channels.map(value => ({ value, label: words.channels[value] }))}
              chosen={channel}
              onChoose={chosen => set({ channel: chosen })}
              error={about('channel')}
            />
            <Choices
              id="level"
              legend={words.level(channel)}
              options={levels.map(value => ({ value, label: words.levels[value] }))}
              chosen={level}
              onChoose={chosen => set({ level: chosen })}
              error={about('level')}
            />
            <TextInput
              id="digestAt"
              label={words.digestAt(channel)}
              description={words.time}
              value={digestAt}
              onChange={event => set({ digestAt: event.currentTarget.value })}
              error={about('digestAt')}
            />
            <div className={css.pair}>
              <TextInput
                id="quietFrom"
                label={words.quietFrom}
                description={words.quietHelp}
                value={quietFrom ?? ''}
                onChange={event => set({ quietFrom: orNone(event.currentTarget.value) })}
                error={about('quietFrom')}
              />
              <TextInput
                id="quietTo"
                label={words.quietTo}
                description={words.time}
                value={quietTo ?? ''}
                onChange={event => set({ quietTo: orNone(event.currentTarget.value) })}
                error={about('quietTo')}
              />
            </div>
            <NativeSelect
              id="timeZone"
              label={words.timeZone}
              value={timeZone ?? ''}
              onChange={event => set({ timeZone: orNone(event.currentTarget.value) })}
              data={[{ value: '', label: words.companyZone(companyTimeZone) }, ...zonesWith(timeZone)]}
              error={about('timeZone')}
            />
            <NativeSelect
              id="language"
              label={words.language}
              value={language ?? ''}
              onChange={event => set({ language: languages.find(each => each === event.currentTarget.value) ?? null })}
              data={[
                { value: '', label: words.companyLanguage(t.shell.languages[companyLanguage]) },
                ...languages.map(value => ({ value, label: t.shell.languages[value] })),
              ]}
              error={about('language')}
            />
            <div role="status" className={css.would}>
              <h2>{words.would}</h2>
              <p>{words.says(wish)}.</p>
              {channel !== 'none' && <p>{words.quiet(wish)}</p>}
              {change.isSuccess && <p className={css.done}>{words.saved}</p>}
            </div>
          </>
        )}
      </Form>
    </div>
  )
}

const orNone = (written: string): string | null => (written === '' ? null : written)

/** The browser's zones, and the one that was chosen with another browser. */
const zonesWith = (chosen: string | null): string[] => {
  const known = Intl.supportedValuesOf('timeZone')
  return chosen === null || known.includes(chosen) ? known : [chosen, ...known]
}
