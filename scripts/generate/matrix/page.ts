import type { AnyOperation } from '#src/kernel/operation.ts'
import { program } from '../program.ts'
import { callers } from './callers.ts'
import type { Caller } from './frame.ts'
import { openRoutes, routeTable } from './routes.ts'
import type { Row } from './rows.ts'
import { rowsOf } from './rows.ts'

/** docs/authorization.md: every operation, every kind of caller, every answer. */
export const matrixPage = (): string =>
  [
    '# Who may do what',
    '',
    'Written by `npm run generate` from the operations’ own permissions; a test fails while it is stale, and another asks the',
    'running server for every cell of it. A dot (●) means **yes**; a letter is the refusal that stands below the table. What an',
    'operation is asked about stands behind its name: the owner’s solution is one that the column *owner* made and owns.',
    '',
    '## Who asks',
    '',
    '| caller | who that is |',
    '|---|---|',
    ...callers.filter(isAsked).map(({ name, who }) => `| ${name} | ${who} |`),
    '',
    'These are turned away before any permission is asked, whatever they ask for:',
    '',
    '| caller | who that is | told |',
    '|---|---|---|',
    ...callers.flatMap(caller => ('turnedAway' in caller ? [`| ${caller.name} | ${caller.who} | \`${caller.turnedAway}\` |`] : [])),
    '',
    ...Object.entries(program.capabilities).flatMap(([name, { operations }]) => partFor(name, operations)),
    '## Addresses',
    '',
    '| address | decided by |',
    '|---|---|',
    ...routeTable().map(({ method, path, operation }) => `| \`${method} ${path}\` | \`${operation}\` |`),
    ...openRoutes.map(({ method, path, why }) => `| \`${method} ${path}\` | open to anyone: ${why} |`),
    '',
    'Operations without an address can be asked for by the program alone: ' +
      program.operations
        .filter(({ name }) => !routeTable().some(route => route.operation === name))
        .map(({ name }) => `\`${name}\``)
        .join(', ') +
      '.',
    '',
  ].join('\n')

const isAsked = (caller: Caller | undefined): boolean => caller !== undefined && !('turnedAway' in caller)

/** One capability: its rows twice, for people and for other ways in, and what its letters mean. */
const partFor = (capability: string, operations: readonly AnyOperation[]): string[] => {
  const rows = rowsOf(operations)
  const codes = [...new Set(rows.flatMap(({ answers }) => answers.filter((answer, i) => answer !== 'yes' && isAsked(callers[i]))))].sort()
  const letters = new Map(codes.map((code, i) => [code, letterOf(i)]))
  return [
    `## ${capability.charAt(0).toUpperCase()}${capability.slice(1)}`,
    '',
    ...tableOf(rows, letters, 'people'),
    ...tableOf(rows, letters, 'ways in'),
    codes.map(code => `${letters.get(code) ?? ''} \`${code}\``).join(' · '),
    '',
  ]
}

const tableOf = (rows: readonly Row[], letters: ReadonlyMap<string, string>, group: Caller['group']): string[] => {
  const columns = callers.flatMap((caller, i) => (isAsked(caller) && caller.group === group ? [{ name: caller.name, i }] : []))
  return [
    `| operation | ${columns.map(({ name }) => name).join(' | ')} |`,
    `|---|${columns.map(() => ':-:').join('|')}|`,
    ...rows.map(({ operation, about, answers }) => {
      const cells = columns.map(({ i }) => (answers[i] === 'yes' ? '●' : (letters.get(answers[i] ?? '') ?? '')))
      return `| \`${operation}\`${about === '' ? '' : ` ${about}`} | ${cells.join(' | ')} |`
    }),
    '',
  ]
}

/** a … z, then aa, ab … */
const letterOf = (i: number): string => (i < 26 ? '' : letterOf(Math.floor(i / 26) - 1)) + String.fromCharCode(97 + (i % 26))
