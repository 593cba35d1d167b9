/** What the documents of a charter are made of. */
import { z } from 'zod'
import { text as storable } from '#src/kernel/text.ts'

export const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/)
  .meta({ description: 'A stable id: small letters, digits and hyphens.' })
export const factId = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/)
  .meta({ description: "A fact's id in camelCase." })
export const date = z.iso.date().meta({ description: 'A day, such as 2026-12-02.' })
export const words = storable(2_000, { lines: true })

/** The same words in every language the charter speaks. */
export const text = z.strictObject({ en: words, de: words })
export type Text = z.infer<typeof text>
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

export const tier = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const condition = z.string().trim().min(1).max(2_000).meta({ description: 'A condition over facts, in CEL.' })

/** Where a rule comes from, and when somebody last looked whether it still says so. */
const sourced = {
  source: words.meta({ description: 'The law, standard or company decision behind it.' }),
  checked: date.meta({ description: 'The day somebody last compared it with its source.' }),
  validFrom: date.optional(),
  validUntil: date.optional().meta({ description: 'The first day on which it no longer holds.' }),
}
export const ruleBody = {
  id,
  title: text,
  when: condition,
  because: text.meta({ description: 'One plain sentence. {fact} is replaced by what was answered, as far as the rule looks at it.' }),
  ...sourced,
}
