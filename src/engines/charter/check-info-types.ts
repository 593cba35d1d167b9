/** Every type of the scanner is in one group, every class exists, and the worked examples come out as they say. */
import { INFO_TYPES } from '#src/kernel/info-types.ts'
import { placeholders } from './because.ts'
import type { Charter } from './charter.ts'
import type { Sources } from './check-documents.ts'
import { LANGUAGES, type Documents } from './documents.ts'
import { ACTIONS } from './info-type-documents.ts'
import { suggest, type Problem } from './problem.ts'
import type { Source } from './source.ts'
import { colleaguesFrom, weigh } from './weigh.ts'

const NAME = 'info-types.yaml'

export const checkInfoTypes = (documents: Documents, sources: Sources): readonly Problem[] => {
  const { groups, unlisted, colleagues, actions, examples } = documents[NAME]
  const source = sources(NAME)
  const problems: Problem[] = []
  const classes = documents['data-classes.yaml'].dataClasses.map(({ id }) => id)
  const isClass = (path: (string | number)[], named: string) => {
    if (!classes.includes(named))
      problems.push(source.problemAtWords(path, named, `There is no data class "${named}".`, suggest(named, classes)))
  }
  isClass(['colleagues'], colleagues.dataClass)
  isClass(['unlisted'], unlisted.dataClass)
  const ids = groups.map(({ id }) => id)
  const placed = new Set<string>()
  groups.forEach(({ id, dataClass, infoTypes }, index) => {
    isClass(['groups', index], dataClass)
    if (ids.indexOf(id) < index || id === unlisted.id)
      problems.push(source.problem(['groups', index, 'id'], `"${id}" is used twice.`, 'Give each group its own id.'))
    infoTypes.forEach((type, place) => {
      if (placed.has(type))
        problems.push(source.problem(['groups', index, 'infoTypes', place], `${type} is in two groups.`, 'Leave it in one.'))
      placed.add(type)
    })
  })
  const missing = INFO_TYPES.filter(type => !placed.has(type))
  if (missing.length > 0)
    problems.push(source.problem(['groups'], `No group has ${missing.join(', ')}.`, 'Add each to the group whose data class it is.'))
  for (const action of ACTIONS)
    for (const language of LANGUAGES)
      for (const name of placeholders(actions[action][language]))
        if (name !== 'tool' && name !== 'dataClass')
          problems.push(
            source.problemAtWords(
              ['actions', action, language],
              `{${name}}`,
              `There is no {${name}} here.`,
              suggest(name, ['tool', 'dataClass']),
            ),
          )
  examples.forEach(({ about }, index) => {
    if (![...ids, unlisted.id].includes(about))
      problems.push(source.problem(['examples', index, 'about'], `There is no group "${about}".`, suggest(about, ids)))
  })
  return problems
}

/** Each example as it comes out, and each group shown where it stops or blacks out and where it does not. */
export const infoTypeExamples = (charter: Charter, source: Source): readonly Problem[] => {
  const { groups, unlisted, examples } = charter.documents[NAME]
  const problems: Problem[] = []
  const shown = new Map<string, Set<boolean>>()
  examples.forEach(({ id, about, tool, directory, found, expect }, index) => {
    let text = ''
    const matches = found.map(({ infoType, value }) => {
      const start = text.length
      text += `${value}\n`
      return { type: infoType, start, end: start + value.length }
    })
    const { action, matches: weighed, counts } = weigh(charter, { text, matches, tool, colleagues: colleaguesFrom(directory ?? []) })
    const differ = (what: string, expected: string, is: string) => {
      if (expected !== is)
        problems.push(
          source.problem(
            ['examples', index, 'expect'],
            `Example ${id}: ${what} is ${is}, not ${expected}.`,
            'Correct the group, or the example if the group is right.',
          ),
        )
    }
    differ('the action', expect.action, action)
    differ('the list of data classes', expect.dataClasses.toSorted().join(', '), [...counts.keys()].toSorted().join(', '))
    for (const each of weighed)
      if (each.group === about) shown.set(about, (shown.get(about) ?? new Set()).add(each.action === 'block' || each.action === 'redact'))
  })
  for (const group of [...groups, unlisted])
    for (const stops of [true, false])
      if (isPossible(charter, group, stops) && shown.get(group.id)?.has(stops) !== true)
        problems.push(
          source.problem(
            ['examples'],
            `No example shows ${group.id} ${stops ? 'stopped or blacked out' : 'let through'}.`,
            `Add an example with about: ${group.id} on that side.`,
          ),
        )
  return problems
}

/** No tool sees passwords, and every tool sees what is public: such groups have one side only. */
const isPossible = (
  { documents }: Charter,
  { dataClass, actsFrom = 1 }: { dataClass: string; actsFrom?: number },
  stops: boolean,
): boolean => {
  const { tools, unlisted } = documents['tools.yaml']
  const passes = [unlisted, ...tools].map(
    tool => tool.approvedFor.includes(dataClass) && !('redact' in tool && tool.redact?.includes(dataClass)),
  )
  return stops ? passes.includes(false) : actsFrom > 1 || passes.includes(true)
}
