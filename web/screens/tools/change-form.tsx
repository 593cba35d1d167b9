import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Tool } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { useChangeTool } from '../../data/tools.ts'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { useChangeTexts } from '../../texts/tools/change.ts'
import { tierNames } from '../check/sentences.ts'
import { ChoosePerson } from '../people/choose-person.tsx'
import { ChangeCost } from './change-cost.tsx'
import { changeOf, type ChangeWords, type DataClasses, trainings, wordsOfTool } from './change-words.ts'
import css from './tool-page.module.css'

const fields = ['name', 'help', 'approvedFor', 'vendor', 'regions', 'trainsOnOurData', 'models', 'features', 'owner', 'note']

/** The form of a tool: what it may see, what is known of it, and why it is changed. */
export const ChangeToolForm = ({ tool, dataClasses }: { tool: Tool; dataClasses: DataClasses }) => {
  const { t, language } = useTexts()
  const words = useChangeTexts()
  const asked = t.tools.request
  const change = useChangeTool()
  const navigate = useNavigate()
  const [said, setSaid] = useState<ChangeWords>(() => wordsOfTool(tool))
  const [note, setNote] = useState('')
  const wanted = changeOf(tool.id, said, dataClasses)
  const text = (field: 'name' | 'help' | 'vendor' | 'models' | 'features' | 'contract' | 'dataProcessing' | 'regions') => ({
    id: field,
    value: said[field],
    onChange: (event: { currentTarget: { value: string } }) => setSaid({ ...said, [field]: event.currentTarget.value }),
    autoComplete: 'off',
  })
  return (
    <>
      <Form
        fields={fields}
        check={() => (note.trim() === '' ? [{ field: 'note', text: words.noteMissing }] : [])}
        error={change.error}
        onSubmit={() =>
          // Not by a callback of the form: it is made anew as soon as the changed tool has come back.
          void change.mutateAsync({ ...wanted, version: tool.version, note, language }).then(
            ({ review }) => (review === null ? navigate({ to: '/tools/$tool', params: { tool: tool.id } }) : undefined),
            () => undefined,
          )
        }
        buttons={
          <Button type="submit" loading={change.isPending}>
            {words.save}
          </Button>
        }
      >
        {about => (
          <>
            <TextInput {...text('name')} label={asked.toolName} error={about('name')} />
            <TextInput {...text('help')} label={asked.help} error={about('help')} />
            <Uses said={said} dataClasses={dataClasses} error={about('approvedFor')} onChange={setSaid} />
            <TextInput {...text('vendor')} label={asked.vendor} error={about('vendor')} />
            <TextInput {...text('regions')} label={asked.regions} description={asked.regionsHelp} error={about('regions')} />
            <NativeSelect
              id="trainsOnOurData"
              label={asked.training}
              value={said.training}
              onChange={event => setSaid({ ...said, training: trainings.find(each => each === event.currentTarget.value) ?? 'unknown' })}
              data={trainings.map(value => ({
                value,
                label: value === 'unknown' ? asked.trainingUnknown : t.tools.tool.trainings[value],
              }))}
            />
            <TextInput {...text('models')} label={words.models} description={words.anyHelp} error={about('models')} />
            <TextInput {...text('features')} label={words.features} description={words.anyHelp} error={about('features')} />
            <TextInput {...text('contract')} label={words.contract} />
            <TextInput {...text('dataProcessing')} label={words.dataProcessing} />
            <ChoosePerson
              id="owner"
              label={words.owner}
              chosen={said.owner}
              onChoose={owner => setSaid({ ...said, owner })}
              error={about('owner')}
            />
            <ChangeCost change={wanted} dataClasses={dataClasses} />
            <Textarea
              id="note"
              label={words.note}
              rows={2}
              value={note}
              onChange={event => setNote(event.currentTarget.value)}
              error={about('note')}
            />
          </>
        )}
      </Form>
      <p role="status">
        {change.data?.review && words.sent(day(change.data.review.dueAt, language))}{' '}
        {change.data?.review && (
          <Link to="/reviews/$review" params={{ review: change.data.review.key }}>
            {words.toReview}
          </Link>
        )}
      </p>
    </>
  )
}

interface UsesProps {
  said: ChangeWords
  dataClasses: DataClasses
  error: string | undefined
  onChange: (said: ChangeWords) => void
}

/** Each class of data: not at all, or up to which tier, and whether it is blacked out before. */
const Uses = ({ said, dataClasses, error, onChange }: UsesProps) => {
  const words = useChangeTexts()
  const { data: charter } = useCharter()
  const tiers = charter ? tierNames(charter) : []
  const choose = (id: string, tier: string): void => {
    const { [id]: _, ...others } = said.uses
    onChange({ ...said, uses: tier === '' ? others : { ...others, [id]: tier } })
  }
  return (
    <fieldset id="approvedFor" tabIndex={-1} aria-describedby="approvedFor-about" className={css.choices}>
      <legend>{words.data}</legend>
      {error !== undefined && <p id="approvedFor-about">{error}</p>}
      {dataClasses.map(({ id, name }) => (
        <div key={id} className={css.use}>
          <NativeSelect
            label={name}
            value={said.uses[id] ?? ''}
            onChange={event => choose(id, event.currentTarget.value)}
            data={[
              { value: '', label: words.not },
              ...tiers.map((tier, index) => ({ value: String(index + 1), label: index === 3 ? words.every : words.upTo(tier) })),
            ]}
          />
          {said.uses[id] !== undefined && (
            <label>
              <input
                type="checkbox"
                checked={said.redact.includes(id)}
                onChange={event =>
                  onChange({
                    ...said,
                    redact: event.currentTarget.checked ? [...said.redact, id] : said.redact.filter(each => each !== id),
                  })
                }
              />
              {words.blackedOut(name)}
            </label>
          )}
        </div>
      ))}
    </fieldset>
  )
}
