import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MessageSettings } from '../../client.generated.ts'
import { useChangeMessageSettings } from '../../data/messages.ts'
import { Choices } from '../../parts/choices.tsx'
import { Form } from '../../parts/form.tsx'
import { languages, useTexts } from '../../texts/language.tsx'
import { useMessagesTexts } from '../../texts/messages/use.ts'
import css from './messages.module.css'

const securities = ['tls', 'starttls', 'none'] as const

const isNumber = (written: string): boolean => /^\d{1,5}$/.test(written.trim())

/** As it stands in the fields: numbers are what somebody typed. */
const writtenOf = ({ mail, address, dailyLetters, digestLines, language }: MessageSettings) => ({
  host: mail?.host ?? '',
  port: String(mail?.port ?? 587),
  security: mail?.security ?? 'starttls',
  from: mail?.from ?? '',
  user: mail?.user ?? '',
  password: '',
  address: address ?? '',
  language,
  dailyLetters: String(dailyLetters),
  digestLines: String(digestLines),
})

/** The mail server and what people get at most. A password that is left empty stays as it is. */
export const SettingsForm = ({ settings }: { settings: MessageSettings }) => {
  const { t } = useTexts()
  const { sending: words } = useMessagesTexts()
  const change = useChangeMessageSettings()
  const [written, setWritten] = useState(writtenOf(settings))
  const { host, port, security, from, user, password, address, language, dailyLetters, digestLines } = written
  const set = (part: Partial<typeof written>) => setWritten({ ...written, ...part })
  const numbers = { 'mail.port': port, dailyLetters, digestLines }
  return (
    <div className={css.form}>
      <Form
        fields={[
          'mail.host',
          'mail.port',
          'mail.security',
          'mail.from',
          'mail.user',
          'password',
          'address',
          'language',
          'dailyLetters',
          'digestLines',
        ]}
        check={() =>
          Object.entries(numbers).flatMap(([field, value]) =>
            isNumber(value) ? [] : [{ field, text: field === 'mail.port' ? words.wrongPort : words.wrongNumber }],
          )
        }
        error={change.error}
        onSubmit={() =>
          change.mutate({
            version: settings.version,
            dryRun: settings.dryRun,
            language,
            address: address.trim() === '' ? null : address,
            dailyLetters: Number(dailyLetters),
            digestLines: Number(digestLines),
            mail: { host, port: Number(port), security, from, user: user.trim() === '' ? null : user },
            // Nobody's name has no password.
            ...(user.trim() === '' ? { password: null } : password === '' ? {} : { password }),
          })
        }
        buttons={
          <Button type="submit" loading={change.isPending}>
            {words.save}
          </Button>
        }
      >
        {about => (
          <>
            <h2>{words.server}</h2>
            <div className={css.pair}>
              <TextInput
                id="mail.host"
                label={words.host}
                placeholder="smtp.example.com"
                value={host}
                onChange={event => set({ host: event.currentTarget.value })}
                error={about('mail.host')}
              />
              <TextInput
                id="mail.port"
                inputMode="numeric"
                label={words.port}
                value={port}
                onChange={event => set({ port: event.currentTarget.value })}
                error={about('mail.port')}
              />
            </div>
            <Choices
              id="mail.security"
              legend={words.security}
              options={securities.map(value => ({ value, label: words.securities[value] }))}
              chosen={security}
              onChoose={chosen => set({ security: chosen })}
              error={about('mail.security')}
            />
            <p className={css.facts}>
              {words.securityHelp} {words.inside} <Link to="/settings">{words.privateTarget}</Link>.
            </p>
            <TextInput
              id="mail.from"
              type="email"
              label={words.from}
              placeholder="guildhall@example.com"
              value={from}
              onChange={event => set({ from: event.currentTarget.value })}
              error={about('mail.from')}
            />
            <div className={css.pair}>
              <TextInput
                id="mail.user"
                autoComplete="off"
                label={words.user}
                description={words.userHelp}
                value={user}
                onChange={event => set({ user: event.currentTarget.value })}
                error={about('mail.user')}
              />
              <PasswordInput
                id="password"
                autoComplete="new-password"
                label={words.password}
                description={settings.passwordSet ? words.passwordKept : words.userHelp}
                visibilityToggleButtonProps={{ 'aria-label': t.access.link.show }}
                value={password}
                onChange={event => set({ password: event.currentTarget.value })}
                error={about('password')}
              />
            </div>
            <h2>{words.limits}</h2>
            <TextInput
              id="address"
              label={words.address}
              description={words.addressHelp(settings.usualAddress)}
              value={address}
              onChange={event => set({ address: event.currentTarget.value })}
              error={about('address')}
            />
            <NativeSelect
              id="language"
              label={words.language}
              value={language}
              onChange={event => set({ language: languages.find(each => each === event.currentTarget.value) ?? 'en' })}
              data={languages.map(value => ({ value, label: t.shell.languages[value] }))}
              error={about('language')}
            />
            <div className={css.pair}>
              <TextInput
                id="dailyLetters"
                inputMode="numeric"
                label={words.dailyLetters}
                value={dailyLetters}
                onChange={event => set({ dailyLetters: event.currentTarget.value })}
                error={about('dailyLetters')}
              />
              <TextInput
                id="digestLines"
                inputMode="numeric"
                label={words.digestLines}
                value={digestLines}
                onChange={event => set({ digestLines: event.currentTarget.value })}
                error={about('digestLines')}
              />
            </div>
          </>
        )}
      </Form>
    </div>
  )
}
