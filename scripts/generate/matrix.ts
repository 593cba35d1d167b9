import { roles } from '#src/kernel/actor.ts'
import type { Actor, Role } from '#src/kernel/actor.ts'
import type { AnyOperation } from '#src/kernel/operation.ts'
import { sessionRoutes } from '#src/doors/http/index.ts'
import { program } from './program.ts'

/** Kinds of caller, one column each. A maker appears as the owner of the example solution and as a colleague of theirs. */
export const callers: readonly { name: string; actor: Actor }[] = [
  { name: 'visitor', actor: { kind: 'anonymous' } },
  { name: 'owner', actor: person('owner', ['maker']) },
  { name: 'other maker', actor: person('someone-else', ['maker']) },
  ...roles.filter(role => role !== 'maker').map(role => ({ name: role, actor: person('someone-else', [role]) })),
  { name: 'every role', actor: person('someone-else', [...roles]) },
  { name: 'no role', actor: person('someone-else', []) },
  { name: 'the program', actor: { kind: 'system', job: 'example' } },
]

function person(id: string, held: Role[]): Actor {
  const leads = held.includes('unit-lead') ? ['unit'] : []
  return { kind: 'person', id, human: id, name: id, roles: held, unit: 'unit', leads, access: 'example', may: null }
}

/**
 * What each operation with a target is asked about, one row each. An operation that loads a target and has no examples
 * here has no row, and a route without a row fails the build.
 */
const own = { version: 1, makerId: 'owner', ownerId: 'owner', unitId: 'unit' }
const proposedBy = (person: string) => ({ version: 1, state: 'proposed', proposedBy: person })
const examples: Record<string, Record<string, unknown>> = {
  'show-solution': { 'the owner’s solution': own, 'no such solution': undefined },
  'edit-solution': { 'the owner’s solution': own, 'no such solution': undefined },
  'adopt-charter': {
    'a proposal of somebody else': proposedBy('owner'),
    'a proposal of one’s own': proposedBy('someone-else'),
    'no such proposal': undefined,
  },
  'withdraw-charter-proposal': {
    'a proposal of somebody else': proposedBy('owner'),
    'a proposal of one’s own': proposedBy('someone-else'),
    'no such proposal': undefined,
  },
  'show-charter-version': {
    'the charter in force': { state: 'in-force' },
    'a proposal': proposedBy('owner'),
    'no such version': undefined,
  },
  'prove-entry': {
    'about the owner’s solution': {
      solution: (actor: Actor) => actor.kind === 'person' && (actor.id === 'owner' || actor.roles.some(sees)),
    },
    'about something else': { solution: undefined },
    'no such entry': undefined,
  },
}
/** Roles that see every solution; written out here so that a change of the rule shows as a change of this page. */
const sees = (role: Role): boolean => ['coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead', 'auditor'].includes(role)

export interface Row {
  operation: string
  target: string
  /** By caller, in the order of `callers`: `yes`, or the code of the refusal. */
  answers: readonly string[]
}

/** Every operation asked by every kind of caller. `allows` is pure, so this is the permission itself and no copy of it. */
export const matrix = (operations: readonly AnyOperation[] = program.operations): Row[] =>
  operations.flatMap(operation => {
    const targets = operation.target ? Object.entries(examples[operation.name] ?? {}) : [['', null] as const]
    return targets.map(([target, value]) => ({
      operation: operation.name,
      target,
      answers: callers.map(({ actor }) => operation.allows(actor, value)?.code ?? 'yes'),
    }))
  })

/** Addresses that belong to no operation, each with the reason why anyone may call it. */
export const openRoutes: readonly { method: string; path: string; why: string }[] = [
  { method: 'GET', path: '/api/openapi.json', why: 'says what can be asked, nothing of what is stored' },
  { method: 'GET', path: '/healthz', why: 'says that the process lives' },
  { method: 'GET', path: '/readyz', why: 'says whether the server can do its work' },
  { method: 'GET', path: '/*', why: 'the pages themselves; they get their data from the API' },
]

/** Every address with the operation that decides who may call it. */
export const routeTable = (): { method: string; path: string; operation: string }[] => [
  ...program.operations.flatMap(({ name, http }) => (http ? [{ method: http.method, path: `/api${http.path}`, operation: name }] : [])),
  ...sessionRoutes(program.signIn).map(({ method, path, calls }) => ({ method, path, operation: calls.name })),
]

export const matrixPage = (): string => {
  const head = ['operation', 'about', ...callers.map(({ name }) => name)]
  const cell = (answer: string) => (answer === 'yes' ? '**yes**' : answer)
  return [
    '# Who may do what',
    '',
    'Written by `npm run generate` from the operations’ own permissions; a test fails while it is stale, and another asks the',
    'running server. A cell says **yes** or the code of the refusal. Rows with two lines differ by what is asked about.',
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...matrix().map(({ operation, target, answers }) => `| ${[`\`${operation}\``, target, ...answers.map(cell)].join(' | ')} |`),
    '',
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
}
