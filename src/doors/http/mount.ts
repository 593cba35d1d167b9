import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AnyOperation, Run } from '#src/kernel/operation.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { credentialOf } from './cookie.ts'
import { expectSameOrigin } from './same-origin.ts'
import type { Wait } from './waiting.ts'

const defaultMaxBytes = 64 * 1024

/** Mounts one operation. Path, query, body and two headers together are its input; nothing else of a request counts. */
export const mount = (app: FastifyInstance, operation: AnyOperation, run: Run, wait: Wait): void => {
  if (!operation.http) return
  const { method, path, maxBytes = defaultMaxBytes } = operation.http
  app.route({
    method,
    url: `/api${path.replace(/\{(\w+)\}/g, ':$1')}`,
    bodyLimit: maxBytes,
    handler: async (request, reply) => {
      // Reading may be asked for from anywhere (a read changes nothing, and other sites can't see the answer).
      if (operation.effect !== 'read') expectSameOrigin(request)
      const input = inputOf(operation, request)
      const credential = credentialOf(request)
      const { output, entries } = await wait(
        reply,
        secondsIn(operation, input),
        () => run(operation, input, credential),
        answer => operation.waits?.(answer.output) === true,
      )
      // Whoever a letter was passed on to may have the link: of a change they hear that it happened, and nothing of what it is about.
      const heard = credential.kind === 'answer' && operation.effect !== 'read' ? {} : output
      return operation.file ? handOut(reply, operation.file.type, operation.file.of(output)) : present(reply, heard, entries)
    },
  })
}

/** How long the caller would wait; what the operation's own schema refuses is refused by it. */
const secondsIn = ({ waits }: AnyOperation, { wait }: Record<string, unknown>): number => (waits && Number(wait)) || 0

const present = (reply: FastifyReply, output: unknown, entries: readonly number[]) => {
  if (entries.length > 0) reply.header('guildhall-entry', entries.join(', '))
  if (isVersioned(output)) reply.header('etag', `"${output.version}"`)
  return reply.send(output)
}

const handOut = (reply: FastifyReply, type: string, { name, content }: { name: string; content: string }) =>
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(content)

const isVersioned = (output: unknown): output is { version: number } =>
  typeof output === 'object' && output !== null && 'version' in output && typeof output.version === 'number'

/** @throws Refusal `named-twice` where the body and the address disagree about a field. */
const inputOf = (operation: AnyOperation, request: FastifyRequest): Record<string, unknown> => {
  const body = bodyOf(request.body)
  const around: Record<string, unknown> = { ...fields(request.query), ...fields(request.params), ...headersOf(operation, request) }
  for (const field of Object.keys(around))
    if (field in body && body[field] !== around[field])
      throw refuse(
        'invalid',
        'named-twice',
        'The request says this twice, and differently.',
        'Give it once: in the address or a header, not in the content as well.',
        field,
      )
  return { ...body, ...around }
}

const bodyOf = (body: unknown): Record<string, unknown> => {
  if (body === undefined || body === null) return {}
  if (typeof body === 'object' && !Array.isArray(body)) return fields(body)
  throw refuse('invalid', 'not-an-object', 'The request’s content is JSON, but not an object.', 'Send an object: { "field": value, … }.')
}

const headersOf = ({ input: { shape } }: AnyOperation, { headers }: FastifyRequest): Record<string, unknown> => {
  const requestId = headers['idempotency-key']
  const ifMatch = headers['if-match']
  return {
    ...('requestId' in shape && requestId !== undefined ? { requestId } : {}),
    ...('version' in shape && ifMatch !== undefined ? { version: versionFrom(ifMatch) } : {}),
  }
}

/** `"7"`, `7` or `W/"7"`; what is none of them stays as it is and fails the schema with its field's name. */
const versionFrom = (etag: string): unknown => {
  const digits = /^(?:W\/)?"?(\d{1,15})"?$/.exec(etag.trim())?.[1]
  return digits === undefined ? etag : Number(digits)
}

const fields = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {})
