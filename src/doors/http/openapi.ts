import type { AnyOperation } from '#src/kernel/operation.ts'
import type { EventParts } from './events.ts'
import { eventsRoute } from './events.ts'
import type { JsonSchema } from './json-schema.ts'
import { jsonSchema, namedSchemas } from './json-schema.ts'
import type { SignInOperations } from './session.ts'
import { fromTheDoor, sessionRoutes } from './session.ts'

/** What HTTP mounts: operations, and what the doors of protocols call. */
export interface Mounted {
  operations: readonly AnyOperation[]
  signIn: SignInOperations
  listChanges: EventParts['listChanges']
}

/** The OpenAPI 3.1 document of everything that HTTP mounts, drawn from the operations themselves. */
export const openApi = ({ operations, signIn, listChanges }: Mounted, version: string) => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    if (!operation.http) continue
    const { method, path } = operation.http
    ;(paths[`/api${path}`] ??= {})[method.toLowerCase()] = describe(operation)
  }
  for (const { method, path, calls } of sessionRoutes(signIn)) (paths[path] ??= {})[method.toLowerCase()] = describeSignIn(calls, method)
  const events = eventsRoute(listChanges)
  ;(paths[events.path] ??= {})['get'] = describeEvents(events.calls)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Guildhall',
      version,
      description:
        'Everything that Guildhall can be asked. Reading needs a sign-in where the summary does not say otherwise; changing also needs the Origin header.',
    },
    paths,
    components: { schemas: { ...namedSchemas(), Problem: problem } },
  }
}

const describe = (operation: AnyOperation) => {
  const { properties = {}, required = [] } = jsonSchema(operation.input, 'input')
  const path = operation.http?.path ?? '/'
  const method = operation.http?.method ?? 'GET'
  const inPath = Object.keys(properties).filter(field => path.includes(`{${field}}`))
  const rest = Object.keys(properties).filter(field => !inPath.includes(field) && field !== 'requestId' && field !== 'version')
  const parameters = [
    ...inPath.map(name => ({ name, in: 'path', required: true, schema: properties[name] })),
    ...('requestId' in properties
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: properties['requestId'],
            description: 'A new random name for each request; the same one when you repeat it.',
          },
        ]
      : []),
    ...('version' in properties
      ? [
          {
            name: 'If-Match',
            in: 'header',
            required: true,
            schema: { type: 'string' },
            description: 'The version that you read, as the ETag said it.',
          },
        ]
      : []),
    ...(method === 'GET' ? rest.map(name => ({ name, in: 'query', required: required.includes(name), schema: properties[name] })) : []),
  ]
  const body: JsonSchema = {
    type: 'object',
    properties: pick(properties, rest),
    required: required.filter(field => rest.includes(field)),
    additionalProperties: false,
  }
  return {
    operationId: operation.name,
    summary: operation.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(method !== 'GET' && rest.length > 0 ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: { ...(operation.file ? handedOut(operation.file.type) : success(jsonSchema(operation.output, 'output'))), default: refusal },
  }
}

/** The sign-in door turns the operation's secret into a cookie, so the answer does not hold it. */
const describeSignIn = (calls: readonly AnyOperation[], method: string) => {
  const [first, ...others] = calls
  if (!first) throw new Error('A route of the sign-in door calls nothing.')
  const inputs = calls.map(operation => withoutField(jsonSchema(operation.input, 'input'), fromTheDoor))
  const { properties = {}, ...output } = withoutField(jsonSchema(first.output, 'output'), 'secret')
  const schema = others.length === 0 ? inputs[0] : { anyOf: inputs }
  return {
    operationId: first.name,
    summary: calls.map(({ summary }) => summary).join(' Or: '),
    ...(method === 'POST' ? { requestBody: { required: true, content: { 'application/json': { schema } } } } : {}),
    responses: {
      ...(method === 'DELETE' ? { 204: { description: 'Done.' } } : success({ ...output, properties, required: Object.keys(properties) })),
      default: refusal,
    },
  }
}

/** An answer without end: the browser's own EventSource reads it. */
const describeEvents = ({ summary }: AnyOperation) => ({
  operationId: 'listen-for-changes',
  summary: `${summary} As server-sent events, for as long as one listens.`,
  parameters: [{ name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string' }, description: 'Where one was.' }],
  responses: {
    200: {
      description: 'Messages as they come: { changes, missed } as data, the place in the ledger as id.',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    },
    default: refusal,
  },
})

const withoutField = ({ properties = {}, required = [], ...schema }: JsonSchema, field: string): JsonSchema => {
  const { [field]: _, ...rest } = properties
  return { ...schema, properties: rest, required: required.filter(name => name !== field) }
}

const success = (schema: JsonSchema) => ({ 200: { description: 'Done.', content: { 'application/json': { schema } } } })

const handedOut = (type: string) => ({ 200: { description: 'A file.', content: { [type]: { schema: { type: 'string' } } } } })

const pick = (properties: Record<string, JsonSchema>, fields: readonly string[]): Record<string, JsonSchema> =>
  Object.fromEntries(fields.map(field => [field, properties[field] ?? {}]))

const refusal = {
  description: 'It was refused; nothing changed.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const line = { type: 'string' }
const blocker = { field: line, reason: line, remedy: line }
const problem: JsonSchema = {
  type: 'object',
  description: 'RFC 9457. Field, reason and remedy repeat the first blocker.',
  required: ['type', 'title', 'status', 'code', 'reason', 'remedy', 'blockers'],
  properties: {
    type: line,
    title: line,
    status: { type: 'integer' },
    code: { ...line, description: 'Stable: programs may branch on it.' },
    ...blocker,
    blockers: { type: 'array', items: { type: 'object', required: ['reason', 'remedy'], properties: blocker } },
  },
}
