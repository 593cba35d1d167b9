import { z } from 'zod'

const schemaShape = z.looseObject({
  properties: z.record(z.string(), z.looseObject({})).optional(),
  required: z.array(z.string()).optional(),
})
export type JsonSchema = z.infer<typeof schemaShape>

/** Shapes that have a name (`.meta({ id })`), once for the whole document, by name: which file was read first says nothing. */
export const namedSchemas = (): Record<string, JsonSchema> => {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { target: 'draft-2020-12', io: 'output', uri: referTo })
  return Object.fromEntries(
    Object.keys(schemas)
      .toSorted()
      .map(name => [name, schemaShape.parse(tidy(schemas[name]))]),
  )
}

const referTo = (id: string) => `#/components/schemas/${id}`

/** One schema as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is; named parts become references. */
export const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $defs: _, ...whole } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, reused: 'inline' })
  return schemaShape.parse(tidy(refer(whole)))
}

/** A schema inside another carries its name as `id`: there the reference stands instead of a copy. */
const refer = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(refer)
  if (typeof value !== 'object' || value === null) return value
  if ('$ref' in value && typeof value.$ref === 'string') return { $ref: referTo(value.$ref.replace(/^#\/\$defs\//, '')) }
  if ('id' in value && typeof value.id === 'string') return { $ref: referTo(value.id) }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, refer(item)]))
}

/**
 * Zod spells a date's format out as a regular expression of 200 characters; where `format` says it, that is enough. Its
 * own names go too: they are text, whereas a property that happens to be called `id` is a schema.
 */
const tidy = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tidy)
  if (typeof value !== 'object' || value === null) return value
  const superfluous = ([key, item]: [string, unknown]) =>
    typeof item === 'string' && (['$schema', '$id', 'id'].includes(key) || (key === 'pattern' && 'format' in value))
  return Object.fromEntries(
    Object.entries(value)
      .filter(entry => !superfluous(entry))
      .map(([key, item]) => [key, tidy(item)]),
  )
}
