import { Button } from '@mantine/core'
import { useKeys, useRotateKeys } from '../../data/health.ts'
import { AskFirst } from '../../parts/ask-first.tsx'
import { Note } from '../../parts/note.tsx'
import { Table } from '../../parts/table.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { useSettingsTexts } from '../../texts/settings/use.ts'
import css from './settings.module.css'

/** Under what stored secrets lie, by number and age; and the way to a new key. */
export const DataKeys = () => {
  const { language } = useTexts()
  const { keys: words, failed } = useSettingsTexts()
  const keys = useKeys(true)
  const rotate = useRotateKeys()
  const { columns } = words
  return (
    <section className={css.part}>
      <h2>{words.title}</h2>
      <p className={css.lead}>{words.lead}</p>
      <p role="status" className={css.done}>
        {rotate.isSuccess && words.rotated}
      </p>
      {keys.error ? (
        <Trouble title={words.title} error={keys.error} retry={() => void keys.refetch()} />
      ) : keys.data?.keys.length === 0 ? (
        <Note empty title={words.none} />
      ) : (
        <>
          <Table
            caption={words.caption}
            columns={[columns.key, columns.state, columns.since, columns.values, columns.opens]}
            rows={(keys.data?.keys ?? []).map(({ id, state, createdAt, values, opens }) => ({
              key: id,
              cells: [
                <code key="id">{id.slice(0, 8)}</code>,
                words.states[state],
                day(createdAt, language),
                String(values),
                words.opens[opens ? 'true' : 'false'],
              ],
            }))}
          />
          <AskFirst
            act={words.rotate}
            button={ask => (
              <Button variant="default" className={css.act ?? ''} onClick={ask}>
                {words.rotate}
              </Button>
            )}
            title={`${words.rotate}?`}
            leave={words.keep}
            step={rotate}
            failed={failed}
            onTake={close => rotate.mutate(undefined, { onSettled: close })}
          >
            {words.rotateText}
          </AskFirst>
        </>
      )}
    </section>
  )
}
