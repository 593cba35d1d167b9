import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type AskedByLetter, useAnswer, useStandardsToAccept } from '../../data/answers.ts'
import { Form } from '../../parts/form.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useAnswerTexts } from '../../texts/answers/use.ts'
import { useTexts } from '../../texts/language.tsx'

export const AcceptStandards = ({ asked: { secret }, onDone }: { asked: AskedByLetter; onDone: () => void }) => {
  const { t } = useTexts()
  const { standards: words } = useAnswerTexts()
  const { data, error, refetch } = useStandardsToAccept(secret)
  const [name, setName] = useState('')
  const reply = useAnswer(secret, (by, input: { name: string; standards: string }) => by.acceptStandards(input))
  if (error) return <Trouble title={t.trouble.partTitle(words.about)} error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} busy={t.loading} title={words.about} />
  return (
    <>
      <h2>{words.about}</h2>
      <p lang="">{data.intro}</p>
      <ul lang="">
        {data.standards.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <p>{words.again(data.acceptedAgainWhen)}</p>
      <Form
        fields={['name', 'standards']}
        check={() => (name.trim() === '' ? [{ field: 'name', text: words.missing }] : [])}
        error={reply.error}
        onSubmit={() => reply.mutate({ name, standards: data.digest }, { onSuccess: onDone })}
        buttons={
          <Button type="submit" size="lg" loading={reply.isPending}>
            {words.submit}
          </Button>
        }
      >
        {about => (
          <TextInput
            id="name"
            label={words.name}
            autoComplete="name"
            value={name}
            onChange={event => setName(event.currentTarget.value)}
            error={about('name')}
          />
        )}
      </Form>
    </>
  )
}
