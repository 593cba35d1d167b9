import { z } from 'zod'
import { text } from '#src/kernel/text.ts'

/** What people write about people and units, read the same wherever it comes in: a page, the API, a file. */
export const personName = () => text(120).describe('The name that colleagues know them by.')
export const jobTitle = () => z.union([z.literal(''), text(120)], 'Write a job title of at most 120 characters on one line.')
export const contact = () =>
  text(200).describe('How makers reach them: a chat address, a telephone number, office hours. Everybody who signs in sees it.')
export const employeeNumber = () => text(40).describe('The same number on two accounts says that both belong to one human being.')

/** One address as RFC 5321 §4.5.3.1.3 bounds it, without the quoted and commented forms that no directory hands out. */
export const email = () =>
  z
    .string()
    .trim()
    .max(254, 'Use at most 254 characters.')
    .regex(/^[^\s@"(),:;<>[\\\]\p{Cc}]{1,64}@[^\s@"(),:;<>[\\\]\p{Cc}]+$/u, 'Write one address, such as name@company.example.')

/** A path through the tree is written `A / B / C`, so no name may hold that separator. */
export const unitName = () =>
  text(120).refine(name => !name.includes(' / '), 'Write it without “ / ”: that stands between a unit and the next in a path.')
export const unitCode = () => text(40).describe('What your own directory calls it, such as a cost centre; imports recognise a unit by it.')

export const personId = () => z.string().regex(/^[a-z0-9-]{1,60}$/, 'Use the id as the list of people shows it.')
export const unitId = () => z.string().regex(/^[a-z0-9-]{1,60}$/, 'Use the id as the list of units shows it.')

type Stated = { [field in keyof ReturnType<typeof personFields>]: z.output<ReturnType<typeof personFields>[field]> }

/** What was said about a person, as their row has it. */
export const statedValues = ({ name, email, employeeNumber, jobTitle, contact, unit, manager }: Stated) => ({
  name,
  email,
  employeeNumber,
  jobTitle,
  contact,
  unitId: unit,
  managerId: manager,
})

/** What is said about a person, whole: a field left out is said to be empty. */
export const personFields = () => ({
  name: personName(),
  email: email().nullable().default(null),
  employeeNumber: employeeNumber().nullable().default(null),
  jobTitle: jobTitle().default(''),
  contact: contact().nullable().default(null),
  unit: unitId().nullable().default(null).describe('The id of the unit they belong to.'),
  manager: personId().nullable().default(null).describe('The id of the person they report to.'),
})
