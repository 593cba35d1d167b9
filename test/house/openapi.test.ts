import { validate } from '@readme/openapi-parser'
import { expect, test } from 'vitest'
import { openApi } from '#src/doors/http/index.ts'
import { program } from '../../scripts/generate/program.ts'

const document = openApi(program, '0.0.0')

test('the API document is valid OpenAPI 3.1', async () => {
  // The parser follows references in place, so it gets a copy.
  const result = await validate(JSON.parse(JSON.stringify(document)))
  expect(result).toMatchObject({ valid: true })
})

test('every operation that HTTP mounts is in it, under its own name', () => {
  const names = Object.values(document.paths).flatMap(methods =>
    Object.values(methods).map(operation => (operation as { operationId: string }).operationId),
  )
  const mounted = program.operations.filter(({ http }) => http).map(({ name }) => name)
  // The sign-in door's addresses bear the name of the first operation that each calls.
  expect(names.toSorted()).toEqual(
    [...mounted, 'start-session', 'accept-link', 'end-session', 'open-answer-link', 'listen-for-changes'].toSorted(),
  )
})

test('whatever a schema refers to is defined', () => {
  const referred = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '')
  expect(referred.length).toBeGreaterThan(5)
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(referred)]))
})
