import { fromTheDoor, jsonSchema, namedSchemas } from '#src/doors/http/index.ts'
import type { JsonSchema } from '#src/doors/http/index.ts'
import type { AnyOperation } from '#src/kernel/operation.ts'
import { program } from './program.ts'
import { fieldsOf, typeOf } from './types-from-schema.ts'

/** The browser's client: one function an operation, typed from the operations' own schemas. */
export const clientSource = (): string => {
  const { operations, signIn } = program
  // A file is no answer to a page: a link leads to it.
  const mounted = operations.filter(({ http, file }) => http && !file)
  return [
    '// Written by `npm run generate` from the operations in src/program.ts. Do not edit.',
    '',
    ...Object.entries(namedSchemas()).map(([name, schema]) => `export interface ${name} ${fieldsOf(schema)}`),
    '',
    ...mounted.flatMap(operation => [
      `export type ${typeName(operation)}Input = ${fieldsOf(jsonSchema(operation.input, 'input'))}`,
      `export type ${typeName(operation)}Output = ${typeOf(jsonSchema(operation.output, 'output'))}`,
    ]),
    '',
    runtime,
    'const clientWith = (send: Send) => ({',
    ...mounted.map(method),
    ...entering('signIn', '/api/session', signIn.startSession),
    ...entering('startDemoSession', '/api/session', signIn.startDemoSession),
    ...entering('acceptLink', '/api/session/link', signIn.acceptLink),
    '  /** Sign out. */',
    "  endSession: () => send<undefined>('DELETE', '/api/session'),",
    '  /** From the first page of a new Guildhall: look around in the made-up company, or begin with one’s own. */',
    "  start: (input: { what: 'demo' | 'ours' }) => send<{ stage: 'set-up' | 'ready' }>('POST', '/api/start', input),",
    ...entering('openAnswerLink', '/api/answers', signIn.openAnswerLink, []),
    '})',
    '',
    'export const client = clientWith(sendWith({}))',
    '/** The same for somebody who answers a letter, with the secret that its link opened. */',
    'export const answeringWith = (secret: string) => clientWith(sendWith({ authorization: `Answer ${secret}` }))',
    '',
  ].join('\n')
}

/** The sign-in door moves the secret into a cookie, out of the pages' reach, and says itself where a request comes from. */
const entering = (
  name: string,
  path: string,
  { summary, input, output }: AnyOperation,
  hidden: readonly string[] = ['secret'],
): string[] => [
  `  /** ${summary} */`,
  `  ${name}: (input: ${typeOf(without(jsonSchema(input, 'input'), fromTheDoor))}) => send<${typeOf(hidden.reduce(without, jsonSchema(output, 'output')))}>('POST', '${path}', input),`,
]

const without = ({ properties = {}, required = [], ...schema }: JsonSchema, field: string): JsonSchema => {
  const { [field]: _, ...shown } = properties
  return { ...schema, properties: shown, required: required.filter(name => name !== field) }
}

const typeName = ({ name }: AnyOperation): string => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
const functionName = ({ name }: AnyOperation): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const method = (operation: AnyOperation): string => {
  const { method: verb, path } = operation.http ?? { method: 'GET', path: '/' }
  const fields = Object.keys(operation.input.shape)
  const inPath = fields.filter(field => path.includes(`{${field}}`))
  const inHeaders = fields.filter(field => ['requestId', 'version'].includes(field))
  const rest = fields.filter(field => !inPath.includes(field) && !inHeaders.includes(field))
  const url = `\`/api${path.replace(/\{(\w+)\}/g, (_, field: string) => `\${encodeURIComponent(input.${field})}`)}\``
  const content = rest.length === 0 ? 'undefined' : `{ ${rest.map(field => `${field}: input.${field}`).join(', ')} }`
  const headers =
    inHeaders.length === 0
      ? ''
      : `, { ${inHeaders.map(field => (field === 'requestId' ? "'idempotency-key': input.requestId" : '\'if-match\': `"${input.version}"`')).join(', ')} }`
  const optional = fields.every(field => operation.input.shape[field]?.safeParse(undefined).success)
  const parameter = fields.length === 0 ? '' : `input: ${typeName(operation)}Input${optional ? ' = {}' : ''}`
  return [
    `  /** ${operation.summary} */`,
    `  ${functionName(operation)}: (${parameter}) => send<${typeName(operation)}Output>('${verb}', ${url}, ${content}${headers}),`,
  ].join('\n')
}

const runtime = `/** A refusal as the server words it: what is wrong, where, and what to do. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly title: string
  readonly blockers: { field?: string; reason: string; remedy: string }[]

  constructor(status: number, problem: { code: string; title: string; blockers: { field?: string; reason: string; remedy: string }[] }) {
    super(problem.title)
    this.status = status
    this.code = problem.code
    this.title = problem.title
    this.blockers = problem.blockers
  }
}

const noAnswer = { code: 'no-answer', title: 'Guildhall did not answer.', blockers: [{ reason: 'The connection failed or the answer was no JSON.', remedy: 'Check your connection and try again.' }] }

type Send = <T>(method: string, path: string, content?: Record<string, unknown>, headers?: Record<string, string>) => Promise<T>

const sendWith = (always: Record<string, string>): Send => async <T>(method: string, path: string, content?: Record<string, unknown>, headers: Record<string, string> = {}): Promise<T> => {
  const asked = method === 'GET' && content !== undefined ? Object.entries(content).filter(([, value]) => value !== undefined) : []
  const query = asked.length > 0 ? \`?\${new URLSearchParams(asked.map(([field, value]) => [field, String(value)])).toString()}\` : ''
  const body = method === 'GET' || content === undefined ? {} : { body: JSON.stringify(content) }
  const response = await fetch(\`\${path}\${query}\`, { method, headers: { accept: 'application/json', ...('body' in body ? { 'content-type': 'application/json' } : {}), ...always, ...headers }, ...body }).catch(() => null)
  if (response === null) throw new ApiProblem(0, noAnswer)
  if (response.status === 204) return undefined as T
  const answer: unknown = await response.json().catch(() => noAnswer)
  if (!response.ok) throw new ApiProblem(response.status, answer as typeof noAnswer)
  return answer as T
}
`
