import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Review } from '../../client.generated.ts'
import { Action } from '../../parts/action.tsx'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import { ChoosePerson } from '../people/choose-person.tsx'

interface AssignProps {
  signOff: Review['signOffs'][number]
  onAssign: (person: { id: string; name: string }) => void
}

/** Hands a sign-off to somebody; who may not give it is refused by the server, with the reason. */
export const Assign = ({ signOff: { role, roleName }, onAssign }: AssignProps) => {
  const { t } = useTexts()
  const words = useReviewTexts()
  const [open, setOpen] = useState(false)
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null)
  const id = `assign-${role}`
  if (!open)
    return (
      <Action aria-label={words.doesTo(words.signOffs.assign, roleName)} onClick={() => setOpen(true)}>
        {words.signOffs.assign}
      </Action>
    )
  return (
    <Form
      fields={[id]}
      check={() => (person === null ? [{ field: id, text: words.signOffs.person }] : [])}
      error={null}
      onSubmit={() => {
        if (person) onAssign(person)
        setOpen(false)
      }}
      buttons={
        <>
          <Button type="submit" variant="default">
            {words.signOffs.assignSubmit}
          </Button>
          <Button variant="subtle" onClick={() => setOpen(false)}>
            {t.edit.cancel}
          </Button>
        </>
      }
    >
      {about => <ChoosePerson id={id} label={words.signOffs.person} chosen={person} onChoose={setPerson} error={about(id)} />}
    </Form>
  )
}
