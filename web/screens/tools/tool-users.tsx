import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCharter } from '../../data/charter.ts'
import { useToolUsers } from '../../data/tools.ts'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Table } from '../../parts/table.tsx'
import { TierMark } from '../../parts/tier-mark.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { asTier, tierNames } from '../check/sentences.ts'
import css from './tool-page.module.css'

/** The solutions that use a tool, by name, under a heading that counts all of them. */
export const ToolUsers = ({ tool, title }: { tool: string; title: (total: number) => string }) => {
  const { t } = useTexts()
  const words = t.tools.tool
  const users = useToolUsers(tool)
  const charter = useCharter()
  const names = charter.data ? tierNames(charter.data) : []
  const rows = users.data?.pages.flatMap(page => page.users) ?? []
  const total = users.data?.pages[0]?.total ?? 0
  if (users.data === undefined)
    return users.error === null ? (
      <SkeletonRows rows={3} busy={t.loading} />
    ) : (
      <Trouble title={t.trouble.partTitle(words.usersCaption)} error={users.error} retry={() => void users.refetch()} />
    )
  return (
    <section className={css.part}>
      <h2>{title(total)}</h2>
      {rows.length > 0 && (
        <Table
          caption={words.usersCaption}
          columns={[words.userColumns.name, words.userColumns.tier, words.userColumns.owner]}
          rows={rows.map(({ key, name, tier, owner }) => ({
            key,
            cells: [
              <>
                <Link to="/solutions/$key" params={{ key }}>
                  {name}
                </Link>
                <small>{key}</small>
              </>,
              <span className={css.tier}>
                <TierMark tier={asTier(tier)} size={18} /> {names[tier - 1]}
              </span>,
              owner.name,
            ],
          }))}
        />
      )}
      {users.hasNextPage && (
        <Button variant="default" loading={users.isFetchingNextPage} onClick={() => void users.fetchNextPage()}>
          {words.more(total - rows.length)}
        </Button>
      )}
    </section>
  )
}
