import type { TablerIcon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMe } from '../../data/me.ts'
import { useWaitingForMe } from '../../data/reviews.ts'
import { useTexts } from '../../texts/language.tsx'
import css from './navigation.module.css'
import { groups, type Place, placesFor } from './places.ts'

/** The rail: pages by group, as far as whoever looks can use them. */
export const Navigation = () => {
  const { t } = useTexts()
  const { data: me } = useMe()
  const reviews = useWaitingForMe(me?.person)
  const waiting: Readonly<Record<string, number>> = { '/reviews': reviews, '/messages': me?.toActOn ?? 0 }
  const places = placesFor(t, me)
  const itemsOf = (group: (typeof groups)[number] | null) =>
    places.flatMap(({ to, name, rail }) =>
      rail !== null && rail.group === group
        ? [<Item key={to} to={to} name={name} icon={rail.icon} exact={rail.exact ?? false} waiting={waiting[to] ?? 0} />]
        : [],
    )
  return (
    <nav aria-label={t.shell.navigation} className={css.nav}>
      {itemsOf(null)}
      {groups.map(group => {
        const items = itemsOf(group)
        return (
          items.length > 0 && (
            <div key={group} className={css.group}>
              <p>{t.shell[group]}</p>
              {items}
            </div>
          )
        )
      })}
    </nav>
  )
}

interface ItemProps extends Pick<Place, 'to' | 'name'> {
  icon: TablerIcon
  exact: boolean
  /** How much of it needs the reader, for the eye and for the ear. */
  waiting: number
}

const Item = ({ to, name, icon: Icon, exact, waiting }: ItemProps) => {
  const { t } = useTexts()
  return (
    <Link to={to} className={css.item} activeOptions={{ exact, includeSearch: false }} activeProps={{ 'data-here': true }}>
      <Icon size={17} stroke={1.6} aria-hidden />
      {name}
      {waiting > 0 && (
        <span className={css.count}>
          <span aria-hidden="true">{waiting}</span>
          <span className={css.spoken}>{t.shell.forYou(waiting)}</span>
        </span>
      )}
    </Link>
  )
}
