import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Solution } from '../../client.generated.ts'
import { useConfirmReceipt, useReferral } from '../../data/stewardship.ts'
import { Fold } from '../../parts/fold.tsx'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day, moment } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import parts from './parts.module.css'

/** What went to the central team, and whether they have it. */
export const Referral = ({ solution: { key, you } }: { solution: Solution }) => {
  const { language } = useTexts()
  const { referral: words } = useSolutionTexts()
  const { data } = useReferral(key)
  if (!data) return null
  const { contains, received, receiptDueAt } = data
  return (
    <section id="referral" className={parts.part}>
      <h2 tabIndex={-1}>{words.title}</h2>
      <p className={parts.text}>
        {received === null
          ? words.waits(moment(receiptDueAt, language))
          : words.received(received.by.name, day(received.at, language), received.reference)}
      </p>
      <h3>{words.contains}</h3>
      <ul className={parts.bullets}>
        {contains.map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {received === null && you.may.includes('confirm-receipt') && (
        <Fold title={words.confirm}>
          <Receipt solutionKey={key} />
        </Fold>
      )}
    </section>
  )
}

const Receipt = ({ solutionKey }: { solutionKey: string }) => {
  const { referral: words } = useSolutionTexts()
  const confirm = useConfirmReceipt()
  const [reference, setReference] = useState('')
  return (
    <Form
      prefix="receipt-"
      fields={['reference']}
      check={() => (reference.trim() === '' ? [{ field: 'reference', text: words.referenceMissing }] : [])}
      error={confirm.error}
      onSubmit={() => confirm.mutate({ key: solutionKey, reference })}
      buttons={
        <Button type="submit" variant="default" loading={confirm.isPending}>
          {words.confirm}
        </Button>
      }
    >
      {about => (
        <TextInput
          id="receipt-reference"
          label={words.reference}
          value={reference}
          onChange={event => setReference(event.currentTarget.value)}
          error={about('reference')}
          autoComplete="off"
        />
      )}
    </Form>
  )
}
