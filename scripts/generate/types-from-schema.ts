import { z } from 'zod'
import type { JsonSchema } from '#src/doors/http/index.ts'

/** A JSON Schema, as our own API document holds them, as a TypeScript type. Throws for what none of them uses. */
export const typeOf = (schema: JsonSchema): string => {
  const { $ref, type, enum: values, const: only, anyOf, oneOf, prefixItems, items, properties, additionalProperties } = parts.parse(schema)
  if ($ref !== undefined) return $ref.replace('#/components/schemas/', '')
  if (only !== undefined) return JSON.stringify(only)
  if (values !== undefined) return values.map(value => JSON.stringify(value)).join(' | ')
  const choices = anyOf ?? oneOf
  if (choices !== undefined) return [...new Set(choices.map(typeOf))].join(' | ')
  if (Array.isArray(type)) return type.map(each => typeOf({ type: each })).join(' | ')
  if (prefixItems !== undefined) return `[${prefixItems.map(typeOf).join(', ')}]`
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type
    case 'integer':
    case 'number':
      return 'number'
    case 'array':
      return arrayOf(typeOf(typeof items === 'object' ? items : {}))
    case 'object':
      return properties === undefined
        ? `Record<string, ${typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown'}>`
        : fieldsOf(schema)
    case undefined:
      return 'unknown'
    default:
      throw new Error(`No TypeScript type is known for the schema type ${type}.`)
  }
}

const inner = z.looseObject({})
const parts = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(inner).optional(),
  oneOf: z.array(inner).optional(),
  prefixItems: z.array(inner).optional(),
  items: z.union([z.boolean(), inner]).optional(),
  properties: z.record(z.string(), inner).optional(),
  additionalProperties: z.union([z.boolean(), inner]).optional(),
})

const arrayOf = (item: string): string => (/[|&{]/.test(item) ? `Array<${item}>` : `${item}[]`)

/** The body of an object type: `{ a: string; b?: number }`, with descriptions as comments. */
export const fieldsOf = ({ properties = {}, required = [] }: JsonSchema): string => {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const described = typeof schema['description'] === 'string' ? `/** ${schema['description']} */ ` : ''
    return `${described}${/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`
  })
  return fields.length === 0 ? 'Record<string, never>' : `{ ${fields.join('; ')} }`
}
