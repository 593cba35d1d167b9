/** What the scanner recognises, as data classes of the charter, and what follows. */
import { z } from 'zod'
import { id, text } from './document-parts.ts'

export const ACTIONS = ['block', 'redact', 'allow', 'report'] as const
export type Action = (typeof ACTIONS)[number]

const type = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{1,40}$/)
  .meta({ description: "An info type of the scanner, or the id of a detector of the company's own." })
const domain = z
  .string()
  .regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/)
  .meta({ description: 'A domain in small letters; subdomains are listed by themselves.' })
const group = {
  id,
  title: text,
  dataClass: id,
  because: text,
}

export const infoTypesDocument = z.strictObject({
  colleagues: z.strictObject({
    domains: z.array(domain).max(200).meta({ description: 'Whoever has an e-mail address here is a colleague.' }),
    dataClass: id,
    because: text,
  }),
  groups: z
    .array(
      z.strictObject({
        ...group,
        infoTypes: z.array(type).min(1).max(80),
        actsFrom: z.int().min(1).max(100).meta({ description: 'From so many in one text on it acts; fewer are reported.' }),
        perContact: z
          .partialRecord(type, z.int().min(1).max(10))
          .optional()
          .meta({ description: 'So many different values of a type belong to one contact; 1 where nothing is said.' }),
      }),
    )
    .min(1)
    .max(60),
  unlisted: z.strictObject(group).meta({ description: "What detectors of the company's own find, where no group names them." }),
  actions: z
    .strictObject({ block: text, redact: text, allow: text, report: text })
    .meta({ description: '{tool} and {dataClass} are filled in.' }),
  examples: z
    .array(
      z.strictObject({
        id,
        title: text,
        about: id.meta({ description: 'The group it shows.' }),
        tool: z.string().min(1).max(120),
        directory: z.array(z.string().min(1).max(200)).max(20).optional(),
        found: z
          .array(z.strictObject({ infoType: type, value: z.string().min(1).max(200) }))
          .min(1)
          .max(20),
        expect: z.strictObject({ action: z.enum(ACTIONS), dataClasses: z.array(id).min(1) }),
      }),
    )
    .min(1)
    .max(400),
})
