import { Button, FileInput } from '@mantine/core'
import { useState } from 'react'
import type { PreviewImportOutput } from '../../client.generated.ts'
import { useImport, usePreviewImport } from '../../data/people.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Form } from '../../parts/form.tsx'
import { Option } from '../../parts/option.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { Table } from '../../parts/table.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './import-page.module.css'

/** A list of people: what would happen is shown first, and only then done. */
export const ImportPage = () => {
  const { t } = useTexts()
  const words = t.directory.import
  const preview = usePreviewImport()
  const apply = useImport()
  const [file, setFile] = useState<File | null>(null)
  const [whole, setWhole] = useState(false)
  const [requestId] = useState(() => crypto.randomUUID())
  return (
    <Page
      title={words.name}
      crumbs={[{ label: t.shell.admin }, { label: t.directory.people.name, to: '/people' }, { label: words.name }]}
      step={apply.data ? 'done' : preview.data ? 'preview' : 'file'}
    >
      <Sheet width={preview.data ? 'full' : 'reading'}>
        {apply.data ? (
          <>
            <h1 tabIndex={-1}>{words.done(apply.data.added, apply.data.changed, apply.data.left)}</h1>
            <div className={css.buttons}>
              <ButtonLink to="/people">{t.directory.person.toList}</ButtonLink>
            </div>
          </>
        ) : preview.data && preview.variables ? (
          <Preview
            preview={preview.data}
            pending={apply.isPending}
            error={apply.error}
            onApply={() => apply.mutate({ ...preview.variables, requestId })}
            onAnother={() => preview.reset()}
          />
        ) : (
          <>
            <h1 tabIndex={-1}>{words.title}</h1>
            <p className={css.lead}>{words.lead}</p>
            <p className={css.columns}>{words.columns}</p>
            <Form
              fields={['csv', 'whole']}
              check={() => (file === null ? [{ field: 'csv', text: words.file }] : [])}
              error={preview.error}
              onSubmit={() => void file?.text().then(csv => preview.mutate({ csv, whole }))}
              buttons={
                <Button type="submit" size="lg" loading={preview.isPending}>
                  {words.preview}
                </Button>
              }
            >
              {about => (
                <>
                  <FileInput
                    id="csv"
                    label={words.file}
                    placeholder={words.choose}
                    accept=".csv,text/csv"
                    value={file}
                    onChange={setFile}
                    error={about('csv')}
                  />
                  <Option
                    type="checkbox"
                    name="whole"
                    value="whole"
                    checked={whole}
                    onChange={() => setWhole(!whole)}
                    label={words.whole}
                  />
                </>
              )}
            </Form>
          </>
        )}
      </Sheet>
    </Page>
  )
}

interface PreviewProps {
  preview: PreviewImportOutput
  pending: boolean
  error: Error | null
  onApply: () => void
  onAnother: () => void
}

const Preview = ({ preview, pending, error, onApply, onAnother }: PreviewProps) => {
  const { t } = useTexts()
  const words = t.directory.import
  const { counts, problems, rows } = preview
  return (
    <>
      <h1 tabIndex={-1}>{words.counts(counts.added, counts.changed, counts.left, counts.same)}</h1>
      {error && <Trouble title={words.name} error={error} retry={onApply} />}
      {problems.length > 0 && (
        <section className={css.problems}>
          <h2>{words.problems(problems.length)}</h2>
          <ul>
            {problems.map(({ line, reason, remedy }) => (
              <li key={`${line} ${reason}`}>
                <b>{words.line(line)}</b> {reason} {remedy}
              </li>
            ))}
          </ul>
        </section>
      )}
      {rows.length > 0 && (
        <Table
          caption={words.would}
          columns={[words.columnsOf.name, words.columnsOf.line, words.columnsOf.what]}
          rows={rows.map(({ line, name, what }) => ({ key: `${line} ${name}`, cells: [name, line, what] }))}
        />
      )}
      <div className={css.buttons}>
        {problems.length === 0 && (
          <Button size="lg" loading={pending} onClick={onApply}>
            {words.apply}
          </Button>
        )}
        <Button size="lg" variant="default" onClick={onAnother}>
          {words.another}
        </Button>
      </div>
    </>
  )
}
