import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ListWaiversOutput } from '../../client.generated.ts'
import { useRequestWaiver, useWaivable } from '../../data/stewardship.ts'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import parts from './parts.module.css'

/** Asks for time to meet one of its duties. */
export const WaiverForm = ({ solutionKey }: { solutionKey: string }) => {
  const { data } = useWaivable()
  return data && <AskForm solutionKey={solutionKey} known={data} />
}

const AskForm = ({ solutionKey, known: { atMostDays, waivable } }: { solutionKey: string; known: ListWaiversOutput }) => {
  const { language } = useTexts()
  const { waivers: words } = useSolutionTexts()
  const request = useRequestWaiver()
  const [given, setGiven] = useState(blank)
  const decides = waivable.find(({ id }) => id === given.what)?.byName
  const write = (field: 'what' | 'reason' | 'endsOn') => (event: { currentTarget: { value: string } }) =>
    setGiven({ ...given, [field]: event.currentTarget.value })
  return (
    <>
      <p className={parts.quiet}>{words.lead(atMostDays)}</p>
      <Form
        prefix="waiver-"
        fields={['what', 'reason', 'endsOn']}
        check={() => [
          ...(given.what === '' ? [{ field: 'what', text: words.whatMissing }] : []),
          ...(given.reason.trim() === '' ? [{ field: 'reason', text: words.reasonMissing }] : []),
          ...(given.endsOn === '' ? [{ field: 'endsOn', text: words.untilMissing }] : []),
        ]}
        error={request.error}
        onSubmit={() => request.mutate({ ...given, solution: solutionKey, language }, { onSuccess: () => setGiven(blank()) })}
        buttons={
          <Button type="submit" variant="default" loading={request.isPending}>
            {words.send}
          </Button>
        }
      >
        {about => (
          <>
            <NativeSelect
              id="waiver-what"
              label={words.what}
              description={decides === undefined ? undefined : words.decides(decides)}
              value={given.what}
              onChange={write('what')}
              data={[{ value: '', label: words.choose }, ...waivable.map(({ id, title }) => ({ value: id, label: title }))]}
              error={about('what')}
            />
            <TextInput
              id="waiver-endsOn"
              type="date"
              label={words.until}
              value={given.endsOn}
              onChange={write('endsOn')}
              error={about('endsOn')}
            />
            <Textarea
              id="waiver-reason"
              label={words.reason}
              rows={2}
              value={given.reason}
              onChange={write('reason')}
              error={about('reason')}
            />
          </>
        )}
      </Form>
    </>
  )
}

const blank = () => ({ what: '', reason: '', endsOn: '', requestId: crypto.randomUUID() })
