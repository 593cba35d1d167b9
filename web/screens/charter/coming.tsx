import { Button } from '@mantine/core'
import type { ComingRule } from '../../client.generated.ts'
import { useComingRules } from '../../data/charter-change.ts'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useCharterChangeTexts } from '../../texts/charter/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { Effects } from './reach.tsx'
import css from './versions.module.css'

/** Rules of the charter in force that begin or end soon, and whom they will reach. */
export const Coming = () => {
  const { t, language } = useTexts()
  const words = useCharterChangeTexts().coming
  const coming = useComingRules()
  const [first] = coming.data?.pages ?? []
  if (!first)
    return coming.error === null ? (
      <SkeletonRows rows={2} busy={t.loading} />
    ) : (
      <Trouble title={t.trouble.partTitle(words.title)} error={coming.error} retry={() => void coming.refetch()} />
    )
  return (
    <section className={css.part}>
      <h2>{words.title}</h2>
      {first.rules.length === 0 ? (
        <p className={css.quiet}>{words.none}</p>
      ) : (
        <>
          <ComingRules rules={first.rules} />
          {first.reached !== null && <p className={css.quiet}>{words.reached(first.reached)}</p>}
          <Effects
            caption={words.title}
            effects={coming.data?.pages.flatMap(page => page.solutions) ?? []}
            parts={[]}
            when={({ on }) => day(on, language)}
          />
          {coming.hasNextPage && (
            <Button variant="default" loading={coming.isFetchingNextPage} onClick={() => void coming.fetchNextPage()}>
              {words.more}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

/** What begins or ends when, in a sentence each. */
export const ComingRules = ({ rules }: { rules: readonly ComingRule[] }) => {
  const { language } = useTexts()
  const words = useCharterChangeTexts().coming
  return (
    <ul className={css.rules}>
      {rules.map(({ rule, title, does, on }) => (
        <li key={`${rule} ${does}`}>{does === 'begin' ? words.begins(title, day(on, language)) : words.ends(title, day(on, language))}</li>
      ))}
    </ul>
  )
}
