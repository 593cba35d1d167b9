import { Button } from '@mantine/core'
import type { ShowMyAccessOutput } from '../../client.generated.ts'
import { useEndAccess, useEndAllAccess } from '../../data/access.ts'
import { Action } from '../../parts/action.tsx'
import { Table } from '../../parts/table.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import css from './my-access-page.module.css'

export const SignIns = ({ access }: { access: ShowMyAccessOutput }) => {
  const { t, language } = useTexts()
  const words = t.access.mine
  const end = useEndAccess()
  const endAll = useEndAllAccess()
  const failed = end.error ?? endAll.error
  const methods: Readonly<Record<string, string>> = words.methods
  return (
    <section>
      <h2>{words.signIns}</h2>
      {failed && (
        <Trouble
          title={words.signIns}
          error={failed}
          retry={() => {
            end.reset()
            endAll.reset()
          }}
        />
      )}
      <Table
        caption={words.signIns}
        columns={[words.columns.how, words.columns.since, words.columns.used, words.columns.action]}
        rows={access.signIns.map(({ id, method, startedAt, usedAt, here }) => ({
          key: id,
          cells: [
            <>
              {methods[method] ?? method} {here && <small>{words.thisOne}</small>}
            </>,
            moment(startedAt, language),
            usedAt === null ? words.never : moment(usedAt, language),
            <Action
              key="end"
              aria-label={words.endNamed(`${methods[method] ?? method}, ${moment(startedAt, language)}`)}
              onClick={() => end.mutate({ access: id })}
            >
              {words.end}
            </Action>,
          ],
        }))}
      />
      <div className={css.buttons}>
        <Button variant="default" loading={endAll.isPending} onClick={() => endAll.mutate()}>
          {words.endAll}
        </Button>
      </div>
      <p>{words.endAllNote}</p>
    </section>
  )
}
