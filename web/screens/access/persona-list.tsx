import type { Person } from '../../client.generated.ts'
import { useBecome, useMe, usePersonas } from '../../data/me.ts'
import { Avatar } from '../../parts/avatar.tsx'
import { Fold } from '../../parts/fold.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './persona-list.module.css'

/** How many of those who may do the same stand in sight: in a large company makers and unit leads would bury everybody else. */
const ALIKE_SHOWN = 3

/** The people of the demo company; one click speaks as one of them. */
export const PersonaList = ({ onChosen }: { onChosen?: () => void }) => {
  const { t } = useTexts()
  const personas = usePersonas()
  const become = useBecome()
  if (personas.data === undefined)
    return personas.error === null ? (
      <SkeletonRows rows={6} busy={t.loading} />
    ) : (
      <Trouble title={t.trouble.partTitle(t.welcome.lookAround)} error={personas.error} retry={() => void personas.refetch()} />
    )
  const choose = (id: string) => become.mutate(id, onChosen && { onSuccess: onChosen })
  const alike = Map.groupBy(personas.data.personas, ({ roles }) => roles.toSorted().join())
  const [shown, more] = [...alike.values()].reduce<[Person[], Person[]]>(
    ([inSight, folded], people) => [
      [...inSight, ...people.slice(0, ALIKE_SHOWN)],
      [...folded, ...people.slice(ALIKE_SHOWN)],
    ],
    [[], []],
  )
  return (
    <>
      {become.error && <Trouble title={t.trouble.partTitle(t.welcome.lookAround)} error={become.error} retry={() => become.reset()} />}
      <Personas people={shown} choose={choose} />
      {more.length > 0 && (
        <Fold title={t.welcome.moreMakers(more.length)}>
          <Personas people={more} choose={choose} />
        </Fold>
      )}
    </>
  )
}

const Personas = ({ people, choose }: { people: readonly Person[]; choose: (id: string) => void }) => {
  const { t } = useTexts()
  const { data: me } = useMe()
  return (
    <ul className={css.list}>
      {people.map(({ id, name, jobTitle, unit, roles }) => {
        const here = me?.person?.id === id
        return (
          <li key={id}>
            <button type="button" className={css.person} aria-current={here || undefined} onClick={() => choose(id)}>
              <Avatar name={name} own={here} />
              <span className={css.who}>
                <b>{name}</b>
                <span>
                  {jobTitle}, {unit}
                </span>
              </span>
              <span className={css.may}>{here ? t.welcome.here : roles.map(role => mayOf(t.welcome.may, role)).join('. ')}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

const mayOf = (words: Readonly<Record<string, string>>, role: string): string => words[role] ?? role
