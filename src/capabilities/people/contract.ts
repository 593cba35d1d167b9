import { z } from 'zod'
import { roles } from '#src/kernel/actor.ts'

export const personView = z
  .object({
    id: z.string(),
    name: z.string(),
    jobTitle: z.string(),
    unit: z.string().describe('The name of the unit they belong to; empty where they belong to none.'),
    roles: z.array(z.enum(roles)),
  })
  .meta({ id: 'Person' })

const named = z.object({ id: z.string(), name: z.string() })

export const states = ['active', 'suspended', 'left'] as const

/** What only administrators, auditors and the person themself see. Left out for everybody else, not emptied. */
const confidential = {
  email: z.string().nullable().optional(),
  employeeNumber: z.string().nullable().optional(),
  state: z.enum(states).optional(),
}

export const personSummary = z
  .object({
    id: z.string(),
    name: z.string(),
    jobTitle: z.string(),
    unit: named.nullable(),
    roles: z.array(z.enum(roles)),
    contact: z.string().nullable().describe('How makers reach them.'),
    ...confidential,
  })
  .meta({
    id: 'PersonSummary',
    description: 'E-mail, employee number and state are there for administrators, auditors and the person alone.',
  })

export const absenceView = z
  .object({
    id: z.string(),
    version: z.int(),
    firstDay: z.string().describe('An ISO 8601 date.'),
    lastDay: z.string().describe('The last day away.'),
    deputy: named.nullable(),
  })
  .meta({ id: 'Absence' })

export const personPage = personSummary
  .extend({
    version: z.int(),
    manager: named.nullable(),
    leads: z.array(named).describe('The open units that they lead.'),
    away: z
      .object({ lastDay: z.string(), deputy: named.nullable() })
      .nullable()
      .describe('Whether they are away today (UTC), until when, and who stands in for them.'),
    stateSince: z.string().optional(),
    absences: z.array(absenceView).optional().describe('Absences that are not over; for those who may change them, and auditors.'),
    units: z
      .array(z.object({ id: z.string(), name: z.string(), from: z.string(), to: z.string().nullable() }))
      .optional()
      .describe('The units that they belonged to, newest first.'),
    accounts: z
      .array(z.object({ id: z.string(), name: z.string(), email: z.string().nullable(), state: z.enum(states) }))
      .optional()
      .describe('Further accounts of the same human being.'),
  })
  .meta({ id: 'PersonPage' })

export const unitView = z
  .object({
    id: z.string(),
    version: z.int(),
    code: z.string().nullable(),
    name: z.string(),
    parent: z.string().nullable().describe('The id of the unit that it is part of.'),
    lead: named.nullable(),
    people: z.int().describe('How many belong to it directly.'),
  })
  .meta({ id: 'Unit' })
