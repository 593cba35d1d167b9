import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ShowMyAccessOutput } from '../../client.generated.ts'
import { useEndAccess, useMakeToken } from '../../data/access.ts'
import { Action } from '../../parts/action.tsx'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/note.tsx'
import { Table } from '../../parts/table.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day, moment } from '../../texts/moments.ts'
import css from './my-access-page.module.css'

const empty = { name: '', effect: 'read' as 'read' | 'write', days: '90' }

export const Tokens = ({ access }: { access: ShowMyAccessOutput }) => {
  const { t, language } = useTexts()
  const words = t.access.mine
  const make = useMakeToken()
  const end = useEndAccess()
  const [given, setGiven] = useState(empty)
  const [copied, setCopied] = useState(false)
  return (
    <section>
      <h2>{words.tokens}</h2>
      <p>{words.tokensText}</p>
      {make.data && (
        <div role="status">
          <Note
            title={words.madeTitle}
            action={
              <Action onClick={() => void navigator.clipboard.writeText(make.data.secret).then(() => setCopied(true))}>
                {copied ? words.copied : words.copy}
              </Action>
            }
          >
            {words.madeText}
            <code className={css.secret}>{make.data.secret}</code>
          </Note>
        </div>
      )}
      {end.error && <Trouble title={words.tokens} error={end.error} retry={() => end.reset()} />}
      {access.tokens.length === 0 ? (
        <p>{words.noTokens}</p>
      ) : (
        <Table
          caption={words.tokens}
          columns={[words.tokenName, words.columns.what, words.columns.used, words.columns.until, words.columns.action]}
          rows={access.tokens.map(({ id, name, may, usedAt, expiresAt }) => ({
            key: id,
            cells: [
              name,
              may.effects.includes('write') ? words.effects.write : words.effects.read,
              usedAt === null ? words.never : moment(usedAt, language),
              day(expiresAt, language),
              <Action key="end" aria-label={words.endNamed(name)} onClick={() => end.mutate({ access: id })}>
                {words.end}
              </Action>,
            ],
          }))}
        />
      )}
      <Form
        fields={['name', 'effects', 'days']}
        error={make.error}
        onSubmit={() => {
          setCopied(false)
          make.mutate(
            {
              name: given.name,
              effects: given.effect === 'read' ? ['read'] : ['read', 'write'],
              operations: null,
              days: Number(given.days),
            },
            { onSuccess: () => setGiven(empty) },
          )
        }}
        buttons={
          <Button type="submit" variant="default" loading={make.isPending}>
            {words.make}
          </Button>
        }
      >
        {about => (
          <>
            <TextInput
              id="name"
              label={words.tokenName}
              autoComplete="off"
              value={given.name}
              onChange={event => setGiven({ ...given, name: event.currentTarget.value })}
              error={about('name')}
            />
            <NativeSelect
              id="effects"
              label={words.tokenEffects}
              data={[
                { value: 'read', label: words.effects.read },
                { value: 'write', label: words.effects.write },
              ]}
              value={given.effect}
              onChange={event => setGiven({ ...given, effect: event.currentTarget.value === 'write' ? 'write' : 'read' })}
              error={about('effects')}
            />
            <TextInput
              id="days"
              label={words.tokenDays}
              inputMode="numeric"
              autoComplete="off"
              value={given.days}
              onChange={event => setGiven({ ...given, days: event.currentTarget.value })}
              error={about('days')}
            />
          </>
        )}
      </Form>
    </section>
  )
}
