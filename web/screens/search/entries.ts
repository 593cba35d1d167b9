import { useNavigate, useRouter } from '@tanstack/react-router'
import { useMe } from '../../data/me.ts'
import { type Found, keepRecent, recentOf, useSearchEverything } from '../../data/search.ts'
import type { Command } from '../../parts/commands.ts'
import { useTexts } from '../../texts/language.tsx'
import { useSearchTexts } from '../../texts/search/use.ts'
import { placesFor } from '../shell/places.ts'

/** One line of the menu. What has an address is a real link. */
export interface Entry {
  id: string
  name: string
  /** What it is, for the sign before it. */
  kind: Found['kind'] | 'command' | 'page'
  /** At the end of the line: a key, a person's work, the key on the keyboard. */
  end: string | null
  isKey?: true
  tier?: number | null
  href?: string
  run: () => void
}

export interface Group {
  title: string
  entries: Entry[]
}

/** Whether people know it by a key. */
export const hasKey = ({ kind }: { kind: Entry['kind'] }): boolean => ['solution', 'review', 'stop', 'incident'].includes(kind)

/** Whether every word that was typed is somewhere in a name. */
const fits = (name: string, typed: string): boolean => {
  const said = name.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every(word => said.includes(word))
}

/** What the menu lists for what is typed: commands of the page first, then what was gone to lately or what is found, then pages. */
export const useEntries = (typed: string, offered: readonly Command[]) => {
  const { t } = useTexts()
  const words = useSearchTexts()
  const { data: me } = useMe()
  const navigate = useNavigate()
  const { buildLocation } = useRouter()
  const person = me?.person?.id ?? null
  const search = useSearchEverything(typed, person !== null)
  const nothing = typed.trim() === ''

  const toFound = (found: Found): Entry => {
    const way = wayTo(found)
    return {
      id: `${found.kind}-${found.id}`,
      name: found.kind === 'review' ? words.reviewOf(found.name) : found.name,
      kind: found.kind,
      end: hasKey(found) ? found.id : found.note,
      tier: found.tier,
      href: buildLocation(way).href,
      run() {
        if (person !== null) keepRecent(person, found)
        void navigate(way)
      },
    }
  }
  const groups: Group[] = [
    {
      title: words.groups.commands,
      entries: offered
        .filter(({ name }) => fits(name, typed.trim()))
        .map(({ name, run, key }, at) => ({
          id: `command-${at}`,
          name,
          kind: 'command',
          end: key ?? null,
          ...(key !== undefined && { isKey: true }),
          run,
        })),
    },
    nothing
      ? { title: words.groups.recent, entries: person === null ? [] : recentOf(person).map(toFound) }
      : { title: words.groups.found, entries: search.found.filter(({ kind }) => kind !== 'rule').map(toFound) },
    {
      title: words.groups.pages,
      entries: placesFor(t, me)
        .filter(({ name }) => fits(name, typed.trim()))
        .map(({ to, name }) => ({
          id: `page-${to.replaceAll('/', '-')}`,
          name,
          kind: 'page',
          end: null,
          href: buildLocation({ to }).href,
          run: () => void navigate({ to }),
        })),
    },
    { title: words.groups.rules, entries: search.found.filter(({ kind }) => kind === 'rule').map(toFound) },
  ]
  return { groups: groups.filter(({ entries }) => entries.length > 0), search, signedIn: person !== null }
}

const wayTo = ({ kind, id }: Found) =>
  (
    ({
      solution: { to: '/solutions/$key', params: { key: id } },
      review: { to: '/reviews/$review', params: { review: id } },
      tool: { to: '/tools/$tool', params: { tool: id } },
      person: { to: '/people/$person', params: { person: id } },
      stop: { to: '/stops/$stop', params: { stop: id } },
      incident: { to: '/incidents/$incident', params: { incident: id } },
      rule: { to: '/charter/guardrails', hash: id },
    }) as const
  )[kind]
