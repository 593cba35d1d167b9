import { useBecome, useMe, usePersonas } from '../../data/me.ts'
import { Avatar } from '../../parts/avatar.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './persona-list.module.css'

/** The people of the demo company; one click speaks as one of them. */
export const PersonaList = ({ onChosen }: { onChosen?: () => void }) => {
  const { t } = useTexts()
  const { data: me } = useMe()
  const personas = usePersonas()
  const become = useBecome()
  if (personas.data === undefined)
    return personas.error === null ? (
      <SkeletonRows rows={6} busy={t.loading} />
    ) : (
      <Trouble title={t.trouble.partTitle(t.welcome.lookAround)} error={personas.error} retry={() => void personas.refetch()} />
    )
  return (
    <>
      {become.error && <Trouble title={t.trouble.partTitle(t.welcome.lookAround)} error={become.error} retry={() => become.reset()} />}
      <ul className={css.list}>
        {personas.data.personas.map(({ id, name, jobTitle, unit, roles }) => {
          const here = me?.person?.id === id
          return (
            <li key={id}>
              <button
                type="button"
                className={css.person}
                aria-current={here || undefined}
                onClick={() => become.mutate(id, onChosen && { onSuccess: onChosen })}
              >
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
    </>
  )
}

const mayOf = (words: Readonly<Record<string, string>>, role: string): string => words[role] ?? role
