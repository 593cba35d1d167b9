import { Button, TextInput } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useExport, useRemoveView, useSaveView, useViews } from '../../data/views.ts'
import { Action } from '../../parts/action.tsx'
import { Fold } from '../../parts/fold.tsx'
import { Form } from '../../parts/form.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useRegistryTexts } from '../../texts/registry/use.ts'
import { filterOf, isNarrowed, searchOf } from './filter.ts'
import css from './filters.module.css'

/** Filters kept under a name, and the list as a table for elsewhere. */
export const Views = () => {
  const words = useRegistryTexts()
  const search = useSearch({ from: '/solutions' })
  const { data } = useViews()
  const remove = useRemoveView()
  const exported = useExport()
  const views = data?.views ?? []
  return (
    <>
      <div className={css.views}>
        {views.length > 0 && (
          <ul aria-label={words.views.title}>
            {views.map(view => (
              <li key={view.id}>
                <Link to="/solutions" search={searchOf(view)}>
                  {view.name}
                </Link>
                <Action aria-label={words.views.remove(view.name)} onClick={() => remove.mutate({ view: view.id })}>
                  {words.views.delete}
                </Action>
              </li>
            ))}
          </ul>
        )}
        <Action onClick={() => exported.mutate(filterOf(search))}>{exported.isPending ? words.exporting : words.export}</Action>
        {isNarrowed(search) && <Link to="/solutions">{words.clear}</Link>}
      </div>
      {exported.error && <Trouble title={words.exportFailed} error={exported.error} retry={() => exported.mutate(filterOf(search))} />}
      {isNarrowed(search) && (
        <div className={css.save}>
          <Fold title={words.views.save}>
            <SaveForm />
          </Fold>
        </div>
      )}
    </>
  )
}

const SaveForm = () => {
  const words = useRegistryTexts()
  const search = useSearch({ from: '/solutions' })
  const save = useSaveView()
  const [name, setName] = useState('')
  return (
    <Form
      prefix="view-"
      fields={['name']}
      check={() => (name.trim() === '' ? [{ field: 'name', text: words.views.nameMissing }] : [])}
      error={save.error}
      onSubmit={() => save.mutate({ name, filter: filterOf(search) }, { onSuccess: () => setName('') })}
      buttons={
        <Button type="submit" variant="default" loading={save.isPending}>
          {words.views.save}
        </Button>
      }
    >
      {about => (
        <TextInput
          id="view-name"
          label={words.views.name}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
          error={about('name')}
          autoComplete="off"
        />
      )}
    </Form>
  )
}
