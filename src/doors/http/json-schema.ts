import { z } from 'zod'

export type JsonSchema = { [key: string]: unknown; properties?: Record<string, JsonSchema>; required?: string[] }

/** Shapes that have a name (`.meta({ id })`), once for the whole document. */
export const namedSchemas = (): Record<string, JsonSchema> => {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { target: 'draft-2020-12', io: 'output', uri: referTo })
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, tidy(schema) as JsonSchema]))
}

const referTo = (id: string) => `#/components/schemas/${id}`

/** One schema as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is; named parts become references. */
export const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const whole = z.toJSONSchema(schema, { target: 'draft-2020-12', io, reused: 'inline' }) as JsonSchema & { $defs?: Record<string, JsonSchema> }
  return tidy(refer(whole)) as JsonSchema
}

/** A schema inside another carries its name as `id`: there the reference stands instead of a copy. */
const refer = (value: unknown, top = true): unknown => {
  if (Array.isArray(value)) return value.map(item => refer(item, false))
  if (typeof value !== 'object' || value === null) return value
  const { id, $ref } = value as { id?: unknown; $ref?: unknown }
  if (typeof $ref === 'string') return { $ref: referTo($ref.replace(/^#\/\$defs\//, '')) }
  if (typeof id === 'string') return { $ref: referTo(id) }
  return Object.fromEntries(Object.entries(value).filter(([key]) => !(top && key === '$defs')).map(([key, item]) => [key, refer(item, false)]))
}

/**
 * Zod spells a date's format out as a regular expression of 200 characters; where `format` says it, that is enough. Its
 * own names go too: they are text, whereas a property that happens to be called `id` is a schema.
 */
const tidy = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tidy)
  if (typeof value !== 'object' || value === null) return value
  const superfluous = ([key, item]: [string, unknown]) => typeof item === 'string' && (['$schema', '$id', 'id'].includes(key) || (key === 'pattern' && 'format' in value))
  return Object.fromEntries(Object.entries(value).filter(entry => !superfluous(entry)).map(([key, item]) => [key, tidy(item)]))
}
