import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SetChatInput } from '../../client.generated.ts'
import { useSetChat } from '../../data/messages.ts'
import { Choices } from '../../parts/choices.tsx'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useMessagesTexts } from '../../texts/messages/use.ts'
import css from './messages.module.css'

const kinds = ['teams', 'slack'] as const

interface ChatFormProps {
  hosts: readonly string[]
  /** Where it is now, of somebody who has one. */
  now?: SetChatInput['kind']
  onSet: () => void
  /** Leaves the one that there is as it is. */
  onLeave?: () => void
}

/** Where somebody's chat is. Its address is a secret, so it is given whole and never shown again. */
export const ChatForm = ({ hosts, now = 'teams', onSet, onLeave }: ChatFormProps) => {
  const { t } = useTexts()
  const { ownChat: words } = useMessagesTexts()
  const set = useSetChat()
  const [kind, setKind] = useState(now)
  const [address, setAddress] = useState('')
  return (
    <div className={css.form}>
      <Form
        fields={['kind', 'address']}
        check={() => (address.trim() === '' ? [{ field: 'address', text: words.missing }] : [])}
        error={set.error}
        onSubmit={() => set.mutate({ kind, address: address.trim() }, { onSuccess: onSet })}
        buttons={
          <>
            <Button type="submit" loading={set.isPending}>
              {words.set}
            </Button>
            {onLeave && (
              <Button variant="subtle" onClick={onLeave}>
                {t.edit.cancel}
              </Button>
            )}
          </>
        }
      >
        {about => (
          <>
            <Choices
              id="kind"
              legend={words.kind}
              options={kinds.map(value => ({ value, label: words.kinds[value] }))}
              chosen={kind}
              onChoose={setKind}
              error={about('kind')}
            />
            <TextInput
              id="address"
              label={words.address[kind]}
              description={words.addressHelp[kind]}
              autoComplete="off"
              spellCheck={false}
              value={address}
              onChange={event => setAddress(event.currentTarget.value)}
              error={about('address')}
            />
            <p className={css.facts}>
              {words.hosts(hosts.join(', '))} {words.secret}
            </p>
          </>
        )}
      </Form>
    </div>
  )
}
