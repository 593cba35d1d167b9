import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useAddUnit, useChangeUnit, useCloseUnit } from '../../data/people.ts'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { pathsOf, type Unit } from './unit-tree.ts'
import css from './units-page.module.css'

interface UnitFields {
  name: string
  code: string
  parent: string
}

const sendable = ({ name, code, parent }: UnitFields) => ({
  name,
  code: code === '' ? null : code,
  parent: parent === '' ? null : parent,
})

interface FieldsProps {
  /** Two such forms may stand on one page. */
  prefix: string
  unit: UnitFields
  onChange: (unit: UnitFields) => void
  units: readonly Unit[]
  error: Error | null
  onSubmit: () => void
  children: ReactNode
}

const UnitForm = ({ prefix, unit, onChange, units, error, onSubmit, children }: FieldsProps) => {
  const { t } = useTexts()
  const words = t.directory.units
  return (
    <Form prefix={`${prefix}-`} fields={['name', 'code', 'parent']} error={error} onSubmit={onSubmit} buttons={children}>
      {about => (
        <>
          <TextInput
            id={`${prefix}-name`}
            label={words.nameField}
            autoComplete="off"
            value={unit.name}
            onChange={event => onChange({ ...unit, name: event.currentTarget.value })}
            error={about('name')}
          />
          <TextInput
            id={`${prefix}-code`}
            label={words.code}
            description={words.codeHelp}
            autoComplete="off"
            value={unit.code}
            onChange={event => onChange({ ...unit, code: event.currentTarget.value })}
            error={about('code')}
          />
          <NativeSelect
            id={`${prefix}-parent`}
            label={words.parent}
            value={unit.parent}
            onChange={event => onChange({ ...unit, parent: event.currentTarget.value })}
            data={[{ value: '', label: words.top }, ...pathsOf(units).map(({ id, path }) => ({ value: id, label: path }))]}
            error={about('parent')}
          />
        </>
      )}
    </Form>
  )
}

const empty: UnitFields = { name: '', code: '', parent: '' }

export const AddUnit = ({ units }: { units: readonly Unit[] }) => {
  const { t } = useTexts()
  const words = t.directory.units
  const add = useAddUnit()
  const [unit, setUnit] = useState(empty)
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  return (
    <section className={css.add}>
      <h2>{words.add}</h2>
      <UnitForm
        prefix="new"
        unit={unit}
        onChange={setUnit}
        units={units}
        error={add.error}
        onSubmit={() =>
          add.mutate(
            { ...sendable(unit), requestId },
            {
              onSuccess: () => {
                setUnit({ ...empty, parent: unit.parent })
                setRequestId(crypto.randomUUID())
              },
            },
          )
        }
      >
        <Button type="submit" variant="default" loading={add.isPending}>
          {words.add}
        </Button>
      </UnitForm>
    </section>
  )
}

export const ChangeUnit = ({ unit, units, onDone }: { unit: Unit; units: readonly Unit[]; onDone: () => void }) => {
  const { t } = useTexts()
  const words = t.directory.units
  const change = useChangeUnit()
  const close = useCloseUnit()
  const [given, setGiven] = useState<UnitFields>({ name: unit.name, code: unit.code ?? '', parent: unit.parent ?? '' })
  const [into, setInto] = useState('')
  const others = units.filter(({ id }) => id !== unit.id)
  return (
    <div className={css.form}>
      <UnitForm
        prefix={unit.id}
        unit={given}
        onChange={setGiven}
        units={others}
        error={change.error}
        onSubmit={() => change.mutate({ unit: unit.id, version: unit.version, ...sendable(given) }, { onSuccess: onDone })}
      >
        <Button type="submit" loading={change.isPending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t.edit.cancel}
        </Button>
      </UnitForm>
      <div className={css.close}>
        <Form
          prefix={`${unit.id}-`}
          fields={['into']}
          check={() => (into === '' ? [{ field: 'into', text: words.intoMissing }] : [])}
          error={close.error}
          onSubmit={() => close.mutate({ unit: unit.id, version: unit.version, into }, { onSuccess: onDone })}
          buttons={
            <Button type="submit" variant="default" loading={close.isPending}>
              {words.close}
            </Button>
          }
        >
          {about => (
            <NativeSelect
              id={`${unit.id}-into`}
              label={words.closeInto}
              value={into}
              onChange={event => setInto(event.currentTarget.value)}
              data={[{ value: '', label: '' }, ...pathsOf(others).map(({ id, path }) => ({ value: id, label: path }))]}
              error={about('into')}
            />
          )}
        </Form>
      </div>
    </div>
  )
}
