/** From what the scanner found in a text to data classes and actions: values in, a decision with reasons out. */
import type { Charter } from './charter.ts'
import type { Text } from './documents.ts'
import { ACTIONS, type Action } from './info-type-documents.ts'

export { ACTIONS, type Action } from './info-type-documents.ts'

/** One finding of the scanner; offsets into the text. */
export interface Match {
  type: string
  start: number
  end: number
}

/** Names and e-mail addresses of colleagues, as `colleaguesFrom` makes them of a directory. */
export type Colleagues = ReadonlySet<string>

export interface WeighedMatch<M extends Match> {
  match: M
  /** The charter's group that speaks of its type. */
  group: string
  dataClass: string
  colleague: boolean
  action: Action
  /** Why it is of this class, then why this is done. */
  because: readonly [Text, Text]
}

export interface Weighed<M extends Match> {
  /** The strictest of all: block, redact, allow, report. `allow` where nothing was found. */
  action: Action
  matches: readonly WeighedMatch<M>[]
  /** How many matches there are of each data class, for counting what is allowed. */
  counts: ReadonlyMap<string, number>
}

/** Whoever is in it is a colleague, in whatever order, case and spacing the name is written. */
export const colleaguesFrom = (namesAndAddresses: Iterable<string>): Colleagues => new Set(Array.from(namesAndAddresses, keyOf))

const keyOf = (value: string): string => {
  const low = value.normalize('NFKC').trim().toLowerCase()
  return low.includes('@') ? low : (low.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).toSorted().join(' ')
}

/**
 * A value that stands encoded in the text is nobody's name or address here, and so is never taken for a colleague's.
 * @param tool the id of a tool; any other is treated as one that is not on the list
 */
export const weigh = <M extends Match>(
  { documents }: Charter,
  { text, matches, tool, colleagues }: { text: string; matches: readonly M[]; tool: string; colleagues: Colleagues },
): Weighed<M> => {
  const { groups, unlisted, colleagues: ours, actions } = documents['info-types.yaml']
  const { tools, unlisted: anyTool } = documents['tools.yaml']
  const classes = new Map(documents['data-classes.yaml'].dataClasses.map(({ id, phrase, text: name }) => [id, phrase ?? name]))
  const listed = tools.find(({ id }) => id === tool)
  const sees = listed === undefined ? anyTool.approvedFor : listed.status === 'approved' ? listed.approvedFor : []
  const blackensOut = listed?.status === 'approved' ? (listed.redact ?? []) : []

  const sorted = matches.map(match => {
    const value = text.slice(match.start, match.end)
    const group = groups.find(({ infoTypes }) => infoTypes.includes(match.type)) ?? { ...unlisted, actsFrom: 1, perContact: undefined }
    const colleague = isColleague(match.type, value, ours.domains, colleagues)
    return { match, value, group, colleague, dataClass: colleague ? ours.dataClass : group.dataClass }
  })

  const weighed = sorted.map(({ match, group, colleague, dataClass }): WeighedMatch<M> => {
    const peers = sorted.filter(each => each.group.id === group.id && each.colleague === colleague)
    const action: Action =
      contactsIn(peers, group.perContact ?? {}) < group.actsFrom
        ? 'report'
        : blackensOut.includes(dataClass)
          ? 'redact'
          : sees.includes(dataClass)
            ? 'allow'
            : 'block'
    const reason = actions[action]
    const said = (language: 'en' | 'de'): string =>
      reason[language]
        .replaceAll('{tool}', listed?.name[language] ?? anyTool.phrase[language])
        .replaceAll('{dataClass}', classes.get(dataClass)?.[language] ?? dataClass)
    return {
      match,
      group: group.id,
      dataClass,
      colleague,
      action,
      because: [colleague ? ours.because : group.because, { en: said('en'), de: said('de') }],
    }
  })

  const counts = new Map<string, number>()
  for (const { dataClass } of weighed) counts.set(dataClass, (counts.get(dataClass) ?? 0) + 1)
  return { action: ACTIONS.find(action => weighed.some(each => each.action === action)) ?? 'allow', matches: weighed, counts }
}

const isColleague = (type: string, value: string, domains: readonly string[], colleagues: Colleagues): boolean => {
  if (type !== 'EMAIL_ADDRESS' && type !== 'PERSON') return false
  const key = keyOf(value)
  return colleagues.has(key) || (type === 'EMAIL_ADDRESS' && domains.includes(key.slice(key.lastIndexOf('@') + 1)))
}

/** How many contacts there are at least: one person's name, address and three telephone numbers are one. */
const contactsIn = (peers: readonly { match: Match; value: string }[], perContact: Readonly<Partial<Record<string, number>>>): number => {
  const values = new Map<string, Set<string>>()
  for (const { match, value } of peers) values.set(match.type, (values.get(match.type) ?? new Set()).add(keyOf(value)))
  return Math.max(0, ...Array.from(values, ([type, different]) => Math.ceil(different.size / (perContact[type] ?? 1))))
}
