import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ListToolsOutput, RequestToolInput, Tool } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { useRequestTool } from '../../data/tools.ts'
import { Form } from '../../parts/form.tsx'
import { Option, Options } from '../../parts/option.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { tierNames } from '../check/sentences.ts'
import { Alternatives } from './alternatives.tsx'
import css from './tool-page.module.css'

type Training = RequestToolInput['trainsOnOurData']
const trainings: readonly Training[] = ['no', 'opt-out', 'yes', 'unknown']
const fields = ['approvedFor', 'noneFits', 'name', 'help', 'vendor', 'regions', 'trainsOnOurData', 'note']

/** What it should see comes first, because the answer may be a tool that is there. */
export const RequestForm = ({ list, known }: { list: ListToolsOutput; known?: Tool }) => {
  const { t, language } = useTexts()
  const words = t.tools.request
  const charter = useCharter()
  const request = useRequestTool()
  const [requestId] = useState(() => crypto.randomUUID())
  const [data, setData] = useState<readonly string[]>(known?.approvedFor.map(({ dataClass }) => dataClass) ?? [])
  const [tier, setTier] = useState('2')
  const [said, setSaid] = useState({
    name: known?.name ?? '',
    help: known?.help ?? '',
    vendor: known?.vendor ?? '',
    regions: known?.regions.join(', ') ?? '',
    note: '',
    noneFits: '',
  })
  const [training, setTraining] = useState<Training>(known?.trainsOnOurData ?? 'unknown')
  const names = charter.data ? tierNames(charter.data) : ['1', '2', '3', '4']
  if (request.data)
    return (
      <div role="status" className={css.part}>
        <p>{words.done(request.data.name, request.data.dueAt === null ? '' : day(request.data.dueAt, language))}</p>
        <Link to="/tools">{words.doneLink}</Link>
      </div>
    )
  const write = (field: keyof typeof said) => (event: { currentTarget: { value: string } }) =>
    setSaid({ ...said, [field]: event.currentTarget.value })
  const submit = () =>
    request.mutate({
      ...(known && { tool: known.id, redact: known.redact, models: known.models, features: known.features }),
      ...(known && { contract: known.contract, dataProcessing: known.dataProcessing }),
      name: said.name,
      help: said.help,
      vendor: said.vendor,
      note: said.note,
      ...(said.noneFits.trim() !== '' && { noneFits: said.noneFits }),
      regions: said.regions
        .split(',')
        .map(region => region.trim())
        .filter(Boolean),
      trainsOnOurData: training,
      approvedFor: data.map(dataClass => ({ dataClass, highestTier: Number(tier) })),
      language,
      requestId,
    })
  return (
    <Form
      fields={fields}
      check={() => (data.length === 0 ? [{ field: 'approvedFor', text: words.missing.data }] : [])}
      error={request.error}
      onSubmit={submit}
      buttons={
        <Button type="submit" loading={request.isPending}>
          {words.submit}
        </Button>
      }
    >
      {about => (
        <>
          <fieldset id="approvedFor" tabIndex={-1} aria-describedby="approvedFor-about" className={css.choices}>
            <legend>{words.data}</legend>
            <p id="approvedFor-about">{about('approvedFor') ?? words.dataHelp}</p>
            <Options>
              {list.dataClasses.map(({ id, name }) => (
                <Option
                  key={id}
                  type="checkbox"
                  name="data"
                  value={id}
                  checked={data.includes(id)}
                  onChange={() => setData(data.includes(id) ? data.filter(each => each !== id) : [...data, id])}
                  label={name}
                />
              ))}
            </Options>
          </fieldset>
          <NativeSelect
            id="tier"
            label={words.tier}
            value={tier}
            onChange={event => setTier(event.currentTarget.value)}
            data={names.map((name, index) => ({ value: String(index + 1), label: `${index + 1} ${name}` }))}
          />
          <Alternatives data={data} tier={Number(tier)} dataClasses={list.dataClasses} except={known?.id} />
          <Textarea
            id="noneFits"
            label={words.noneFits}
            rows={2}
            value={said.noneFits}
            onChange={write('noneFits')}
            error={about('noneFits')}
          />
          <TextInput
            id="name"
            label={words.toolName}
            value={said.name}
            onChange={write('name')}
            error={about('name')}
            readOnly={known !== undefined}
          />
          <TextInput id="help" label={words.help} value={said.help} onChange={write('help')} error={about('help')} />
          <TextInput id="vendor" label={words.vendor} value={said.vendor} onChange={write('vendor')} error={about('vendor')} />
          <TextInput
            id="regions"
            label={words.regions}
            description={words.regionsHelp}
            value={said.regions}
            onChange={write('regions')}
            error={about('regions')}
          />
          <NativeSelect
            id="trainsOnOurData"
            label={words.training}
            value={training}
            onChange={event => setTraining(trainings.find(each => each === event.currentTarget.value) ?? 'unknown')}
            data={trainings.map(value => ({ value, label: value === 'unknown' ? words.trainingUnknown : t.tools.tool.trainings[value] }))}
          />
          <Textarea id="note" label={words.note} rows={3} value={said.note} onChange={write('note')} error={about('note')} />
        </>
      )}
    </Form>
  )
}
