import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useUnits } from '../../data/people.ts'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { ChoosePerson } from './choose-person.tsx'
import { pathsOf } from './unit-tree.ts'

export interface PersonFields {
  name: string
  email: string
  jobTitle: string
  unit: string
  manager: { id: string; name: string } | null
  employeeNumber: string
  contact: string
}

export const emptyPerson: PersonFields = { name: '', email: '', jobTitle: '', unit: '', manager: null, employeeNumber: '', contact: '' }

/** Left empty means that there is none. */
export const sendablePerson = ({ name, email, jobTitle, unit, manager, employeeNumber, contact }: PersonFields) => ({
  name,
  email,
  jobTitle,
  unit: unit === '' ? null : unit,
  manager: manager?.id ?? null,
  employeeNumber: employeeNumber === '' ? null : employeeNumber,
  contact: contact === '' ? null : contact,
})

interface PersonFormProps {
  person: PersonFields
  onChange: (person: PersonFields) => void
  error: Error | null
  onSubmit: () => void
  children: ReactNode
}

export const PersonForm = ({ person, onChange, error, onSubmit, children }: PersonFormProps) => {
  const { t } = useTexts()
  const words = t.directory.person
  const units = useUnits()
  const text = (field: 'name' | 'email' | 'jobTitle' | 'employeeNumber' | 'contact') => ({
    id: field,
    value: person[field],
    autoComplete: 'off',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onChange({ ...person, [field]: event.currentTarget.value }),
  })
  return (
    <Form
      fields={['name', 'email', 'jobTitle', 'unit', 'manager', 'employeeNumber', 'contact']}
      error={error}
      onSubmit={onSubmit}
      buttons={children}
    >
      {about => (
        <>
          <TextInput label={words.nameField} {...text('name')} error={about('name')} />
          <TextInput label={words.email} type="email" {...text('email')} error={about('email')} />
          <TextInput label={words.jobTitle} {...text('jobTitle')} error={about('jobTitle')} />
          <NativeSelect
            id="unit"
            label={words.unit}
            value={person.unit}
            onChange={event => onChange({ ...person, unit: event.currentTarget.value })}
            data={[
              { value: '', label: words.noUnit },
              ...pathsOf(units.data?.units ?? []).map(({ id, path }) => ({ value: id, label: path })),
            ]}
            error={about('unit')}
          />
          <ChoosePerson
            id="manager"
            label={words.manager}
            chosen={person.manager}
            onChoose={manager => onChange({ ...person, manager })}
            error={about('manager')}
          />
          <TextInput label={words.number} {...text('employeeNumber')} error={about('employeeNumber')} />
          <TextInput label={words.contact} description={words.contactHelp} {...text('contact')} error={about('contact')} />
        </>
      )}
    </Form>
  )
}
