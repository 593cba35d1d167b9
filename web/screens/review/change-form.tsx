import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Review } from '../../client.generated.ts'
import { useRecordChange } from '../../data/reviews.ts'
import { Form } from '../../parts/form.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'

const needed = ['from', 'to', 'back', 'affected'] as const

/** The window, the way back and who is affected; what was written down before stands in it. */
export const ChangeForm = ({ review: { key, version, change }, zone }: { review: Review; zone: string }) => {
  const words = useReviewTexts()
  const record = useRecordChange()
  const [given, setGiven] = useState({
    from: change === null ? '' : localTime(change.from),
    to: change === null ? '' : localTime(change.to),
    back: change?.back ?? '',
    affected: change?.affected ?? '',
    link: change?.link ?? '',
  })
  const set = (field: keyof typeof given) => (event: { currentTarget: { value: string } }) =>
    setGiven({ ...given, [field]: event.currentTarget.value })
  return (
    <Form
      prefix="change-"
      fields={[...needed, 'link']}
      check={() =>
        needed.flatMap(field => (given[field].trim() === '' ? [{ field, text: `${labelOf(words, field)}: ${words.change.missing}` }] : []))
      }
      error={record.error}
      onSubmit={() =>
        record.mutate({
          review: key,
          version,
          back: given.back,
          affected: given.affected,
          from: new Date(given.from).toISOString(),
          to: new Date(given.to).toISOString(),
          link: given.link.trim() === '' ? null : given.link.trim(),
        })
      }
      buttons={
        <Button type="submit" variant="default" loading={record.isPending}>
          {words.change.save}
        </Button>
      }
    >
      {about => (
        <>
          <TextInput
            id="change-from"
            type="datetime-local"
            label={words.change.from}
            description={words.change.zone(zone)}
            value={given.from}
            onChange={set('from')}
            error={about('from')}
          />
          <TextInput
            id="change-to"
            type="datetime-local"
            label={words.change.to}
            value={given.to}
            onChange={set('to')}
            error={about('to')}
          />
          <Textarea
            id="change-back"
            label={words.change.back}
            description={words.change.backHelp}
            rows={2}
            value={given.back}
            onChange={set('back')}
            error={about('back')}
          />
          <Textarea
            id="change-affected"
            label={words.change.affected}
            description={words.change.affectedHelp}
            rows={2}
            value={given.affected}
            onChange={set('affected')}
            error={about('affected')}
          />
          <TextInput
            id="change-link"
            type="url"
            label={words.change.linkLabel}
            description={words.change.linkHelp}
            value={given.link}
            onChange={set('link')}
            error={about('link')}
          />
        </>
      )}
    </Form>
  )
}

const labelOf = ({ change }: ReturnType<typeof useReviewTexts>, field: (typeof needed)[number]): string => change[field]

/** A moment as a field for local times has it. */
const localTime = (iso: string): string => {
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
