import { z } from 'zod'
import type { Maker, UnitToAdd } from './company.ts'
import { unitsToAdd, waveDays } from './company.ts'
import type { Door } from './door.ts'
import { readDirectory } from './desk.ts'
import { absencesOf, administrator, counsel, lead, reviewers } from './staff.ts'

/** What happens to a company on certain days, whatever else its people do; each step through the same door as theirs. */
export interface Happening {
  day: number
  what: string
  happens(): Promise<void>
}

interface Given {
  door: Door
  makers: readonly Maker[]
  first: Temporal.PlainDate
  days: number
}

const made = z.object({ id: z.string(), version: z.int(), digest: z.string() })
const units = z.object({
  units: z.array(
    z.object({ id: z.string(), version: z.int(), name: z.string(), parent: z.string().nullable(), code: z.string().nullable() }),
  ),
})
const person = z.object({ id: z.string(), version: z.int() })

export const agendaOf = ({ door, makers, first, days }: Given): Happening[] => {
  const must = async (who: string, operation: string, input: Record<string, unknown>): Promise<unknown> => {
    const answer = await door.act(who, operation, input)
    if (!answer.ok) throw new Error(`${who} could not ${operation}: ${answer.code}, ${answer.title}`)
    return answer.output
  }
  /** One proposes, another adopts what was shown. */
  const byTwo = async (one: string, operation: string, input: Record<string, unknown>, other: string): Promise<void> => {
    const { id, version, digest } = made.parse(await must(one, operation, input))
    await must(other, 'adopt-proposal', { proposal: id, version, digest })
  }
  const unitNamed = async (name: string) => {
    const found = (await door.look(administrator.id, units, 'list-units')).units.find(unit => unit.name === name)
    if (!found) throw new Error(`There is no unit ${name}.`)
    return found
  }
  const addUnit = async ({ name, parent }: UnitToAdd) => must(administrator.id, 'add-unit', { name, parent: (await unitNamed(parent)).id })
  const idOf = async (name: string): Promise<string> => {
    const found = (await readDirectory(door, administrator.id)).find(each => each.name === name)
    if (!found) throw new Error(`${name} is not in the directory.`)
    return found.id
  }
  /** Whoever comes first to a unit leads it. */
  const led = new Set<string>()
  const join = async (day: number) => {
    const changes: { person: string; role: string; unit?: string; give: boolean }[] = []
    for (const { name, jobTitle, unit } of makers.filter(({ joins }) => joins === day)) {
      const { id: theirs } = await unitNamed(unit)
      const { id } = person.parse(await must(administrator.id, 'add-person', { name, jobTitle, email: mailOf(name), unit: theirs }))
      changes.push({ person: id, role: 'maker', give: true })
      if (!led.has(theirs)) changes.push({ person: id, role: 'unit-lead', unit: theirs, give: true })
      led.add(theirs)
    }
    await byTwo(administrator.id, 'propose-role-change', { changes, note: 'Their units were admitted to the program.' }, lead.id)
  }
  const leave = async (name: string) => {
    const id = await idOf(name)
    const { version } = await door.look(administrator.id, person, 'show-person', { person: id })
    await must(administrator.id, 'record-departure', { person: id, version })
  }
  const changeUnit = async (name: string, change: { name?: string; parent?: string }) => {
    const { id, version, code, ...unit } = await unitNamed(name)
    const parent = change.parent === undefined ? unit.parent : (await unitNamed(change.parent)).id
    await must(administrator.id, 'change-unit', { unit: id, version, name: change.name ?? name, code, parent })
  }
  const closeUnit = async (name: string, into: string) => {
    const { id, version } = await unitNamed(name)
    await must(administrator.id, 'close-unit', { unit: id, version, into: (await unitNamed(into)).id })
  }

  const fixed: Happening[] = [
    {
      day: 0,
      what: 'units are added, and those who review plan their year',
      async happens() {
        for (const unit of unitsToAdd) await addUnit(unit)
        for (const { id, deputy, ...staff } of reviewers)
          for (const [from, to] of absencesOf(staff, first, first.add({ days })))
            await must(id, 'add-absence', { person: id, firstDay: from.toString(), lastDay: to.toString(), deputy })
      },
    },
    ...waveDays.map(day => ({ day, what: 'makers join', happens: () => join(day) })),
    {
      day: 3,
      what: 'two people adopt a charter by which entries are confirmed each half-year',
      happens: () => newCharter('2026-01', halfYear),
    },
    { day: 197, what: 'two people adopt a charter with more second looks', happens: () => newCharter('2026-07', moreLooks) },
    { day: 14, what: 'a tool is requested', happens: () => request(0) },
    { day: 52, what: 'a tool is requested', happens: () => request(1) },
    { day: 80, what: 'a tool is requested', happens: () => request(2) },
    {
      day: 170,
      what: 'a tool is withdrawn by two people',
      happens: () =>
        byTwo(
          'daniel-okoye',
          'propose-tool-withdrawal',
          {
            tool: 'code-assistant',
            replacedBy: ['company-assistant'],
            note: 'Its maker moves where data are kept; the company assistant does the same.',
          },
          lead.id,
        ),
    },
    {
      day: 149,
      what: 'a reorganisation',
      async happens() {
        await changeUnit('Procurement', { name: 'Procurement and contracts', parent: 'Finance' })
        await changeUnit('Customer service Europe', { name: 'Customer care Europe' })
        await closeUnit('Finance Americas', 'Finance')
      },
    },
    ...makers.flatMap(({ name, leaves }) =>
      leaves === null ? [] : [{ day: leaves, what: 'somebody leaves', happens: () => leave(name) }],
    ),
  ]
  return fixed.filter(({ day }) => day < days)

  async function newCharter(version: string, change: (documents: Record<string, string>) => Record<string, string>) {
    const { charter, documents } = await currentCharter(door)
    const renamed = { ...documents, 'charter.yaml': replaced(documents['charter.yaml'] ?? '', /^version: .*$/m, `version: "${version}"`) }
    await byTwo(lead.id, 'propose-charter', { documents: change(renamed), note: `What we learned from ${charter}.` }, counsel)
  }
  async function request(place: number) {
    const wanted = toolRequests[place]
    if (wanted) await must(await idOf(makers[wanted.by]?.name ?? ''), 'request-tool', wanted.input)
  }
}

const mailOf = (name: string): string =>
  `${name
    .normalize('NFKD')
    .replaceAll('Ł', 'L')
    .replaceAll('ł', 'l')
    .replaceAll(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.')}@aldermoor.example`

const inForce = z.object({
  versions: z.array(z.object({ digest: z.string(), label: z.string(), state: z.string() })),
  shipped: z.object({ digest: z.string(), label: z.string() }),
})
const written = z.object({ label: z.string(), documents: z.record(z.string(), z.string()) })

/** The charter as it counts, as files. */
const currentCharter = async (door: Door): Promise<{ charter: string; documents: Record<string, string> }> => {
  const { versions, shipped } = await door.look(lead.id, inForce, 'list-charter-versions')
  const digest = versions.find(({ state }) => state === 'in-force')?.digest ?? shipped.digest
  const { label, documents } = await door.look(lead.id, written, 'show-charter-version', { digest })
  return { charter: label, documents }
}

/** @throws Error where the charter no longer says what is to be changed. */
const replaced = (text: string, what: RegExp, by: string): string => {
  const after = text.replace(what, by)
  if (after === text) throw new Error(`The charter’s documents do not say ${String(what)} any more.`)
  return after
}

const halfYear = (documents: Record<string, string>) => ({
  ...documents,
  'calendar.yaml': replaced(documents['calendar.yaml'] ?? '', /validMonths: \d+/, 'validMonths: 6'),
  'scope.yaml': replaced(documents['scope.yaml'] ?? '', /recertifyEveryMonths: \d+/g, 'recertifyEveryMonths: 6'),
})

const moreLooks = (documents: Record<string, string>) => ({
  ...documents,
  'audit.yaml': replaced(documents['audit.yaml'] ?? '', /tier2Percent: \d+/, 'tier2Percent: 15'),
})

const reads = (dataClass: string, highestTier: number) => ({ dataClass, highestTier })

/** One is approved, one within limits, one refused. */
const toolRequests: readonly { by: number; input: Record<string, unknown> }[] = [
  {
    by: 0,
    input: {
      name: 'Translation desk',
      help: 'Translates texts and keeps our own words for products.',
      vendor: 'Brackwater Language',
      approvedFor: [reads('public', 4), reads('internal', 4)],
      regions: ['European Union'],
      contract: 'Contract folder, number 2207',
      trainsOnOurData: 'no',
      note: 'Standard answers and operating instructions in five languages.',
      noneFits: 'The assistant forgets how we call our products.',
    },
  },
  {
    by: 16,
    input: {
      name: 'Call recorder',
      help: 'Writes down what was said in a call with a supplier, for those who took part.',
      vendor: 'Fernhill Software',
      approvedFor: [reads('internal', 2)],
      features: ['Notes'],
      regions: ['European Union'],
      trainsOnOurData: 'opt-out',
      note: 'Calls with haulers: today one of us types along.',
      noneFits: 'The assistant that we have does not listen.',
    },
  },
  {
    by: 8,
    input: {
      name: 'Market crawler',
      help: 'Collects prices from public shops.',
      vendor: 'Unknown, a free web tool',
      approvedFor: [reads('public', 4), reads('confidential', 2)],
      trainsOnOurData: 'yes',
      note: 'To compare what we pay with what others ask.',
      noneFits: 'None of the tools visits shops by itself.',
    },
  },
]
