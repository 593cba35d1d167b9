import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Solution } from '../../client.generated.ts'
import { useChangeMakers, useOffer } from '../../data/stewardship.ts'
import { Action } from '../../parts/action.tsx'
import { Choices } from '../../parts/choices.tsx'
import { Form } from '../../parts/form.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { ChoosePerson } from '../people/choose-person.tsx'
import parts from './parts.module.css'

interface Named {
  id: string
  name: string
}

/** Asks somebody to answer for it. */
export const OfferForm = ({ solutionKey }: { solutionKey: string }) => {
  const { people: words } = useSolutionTexts()
  const offer = useOffer()
  const [given, setGiven] = useState<{ role: 'owner' | 'backup-owner'; to: Named | null; note: string; requestId: string }>(blank)
  return (
    <>
      <p className={parts.quiet}>{words.offerLead}</p>
      <Form
        prefix="offer-"
        fields={['role', 'to', 'note']}
        check={() => [
          ...(given.to === null ? [{ field: 'to', text: words.toMissing }] : []),
          ...(given.note.trim() === '' ? [{ field: 'note', text: words.noteMissing }] : []),
        ]}
        error={offer.error}
        onSubmit={() => offer.mutate({ ...given, to: given.to?.id ?? '', key: solutionKey }, { onSuccess: () => setGiven(blank()) })}
        buttons={
          <Button type="submit" variant="default" loading={offer.isPending}>
            {words.send}
          </Button>
        }
      >
        {about => (
          <>
            <Choices
              id="offer-role"
              legend={words.as}
              options={[
                { value: 'owner', label: words.owner },
                { value: 'backup-owner', label: words.backup },
              ]}
              chosen={given.role}
              onChoose={role => setGiven({ ...given, role })}
              error={about('role')}
            />
            <ChoosePerson
              id="offer-to"
              label={words.to}
              chosen={given.to}
              onChoose={to => setGiven({ ...given, to })}
              error={about('to')}
            />
            <Textarea
              id="offer-note"
              label={words.note}
              rows={2}
              value={given.note}
              onChange={event => setGiven({ ...given, note: event.currentTarget.value })}
              error={about('note')}
            />
          </>
        )}
      </Form>
      <p role="status">{offer.isSuccess && words.sent}</p>
    </>
  )
}

const blank = () => ({ role: 'owner' as const, to: null, note: '', requestId: crypto.randomUUID() })

/** Says who builds it besides its maker. */
export const MakersForm = ({ solution: { key, version, coMakers } }: { solution: Solution }) => {
  const { people: words } = useSolutionTexts()
  const change = useChangeMakers()
  const [makers, setMakers] = useState<readonly Named[]>(coMakers)
  return (
    <>
      <p className={parts.quiet}>{words.makersLead}</p>
      <Form
        prefix="makers-"
        fields={['coMakers']}
        error={change.error}
        onSubmit={() => change.mutate({ key, version, coMakers: makers.map(({ id }) => id) })}
        buttons={
          <Button type="submit" variant="default" loading={change.isPending}>
            {words.save}
          </Button>
        }
      >
        {about => (
          <>
            <ul>
              {makers.map(({ id, name }) => (
                <li key={id}>
                  {name} <Action onClick={() => setMakers(makers.filter(each => each.id !== id))}>{words.remove(name)}</Action>
                </li>
              ))}
            </ul>
            <ChoosePerson
              id="makers-coMakers"
              label={words.add}
              chosen={null}
              onChoose={person => person && setMakers([...makers.filter(({ id }) => id !== person.id), person])}
              error={about('coMakers')}
            />
          </>
        )}
      </Form>
    </>
  )
}
