import type { ShowProposalOutput } from '../../client.generated.ts'
import type { Texts } from '../../texts/en.ts'
import type { Language } from '../../texts/language.tsx'
import { list } from '../../texts/moments.ts'
import { isRole } from '../people/roles.ts'

type Preview = NonNullable<ShowProposalOutput['preview']>

/** What an adoption would do, in the reader's language where these pages know the kind, else in the server's own words. */
export const effectOf = (t: Texts, language: Language, kind: string, { words, details }: Preview): readonly string[] => {
  const said = t.access.proposals
  if (kind === 'change-roles')
    return peopleIn(details).flatMap(({ name, gets, loses }) => {
      const named = (roles: readonly string[]) =>
        list(
          roles.map(role => roleNamed(t, role)),
          language,
        )
      return [...(gets.length > 0 ? [said.gets(name, named(gets))] : []), ...(loses.length > 0 ? [said.loses(name, named(loses))] : [])]
    })
  const name = kind === 'reset-sign-in' && isRecord(details) ? nameOf(details['person']) : undefined
  return name === undefined ? words : [said.reset(name)]
}

/** The lead of a unit comes as `unit-lead: Claims`. */
const roleNamed = (t: Texts, written: string): string => {
  const [role = '', unit] = written.split(': ', 2)
  const name = isRole(role) ? t.directory.roles[role] : role
  return unit === undefined ? name : `${name} (${unit})`
}

const peopleIn = (details: unknown) =>
  isRecord(details) && Array.isArray(details['people'])
    ? details['people']
        .filter(isRecord)
        .map(({ person, gets, loses }) => ({ name: nameOf(person) ?? '', gets: textsIn(gets), loses: textsIn(loses) }))
    : []

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const nameOf = (value: unknown): string | undefined => (isRecord(value) && typeof value['name'] === 'string' ? value['name'] : undefined)
const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(each => typeof each === 'string') : [])
