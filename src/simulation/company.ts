import type { Chance } from './chance.ts'
import type { Idea } from './idea.ts'
import { customerService, plantMaintenance } from './ideas-service.ts'
import { finance, humanResources } from './ideas-office.ts'
import { logistics, procurement } from './ideas-goods.ts'

/** How somebody answers the charter's questions, and how soon they do what they are asked. */
export interface Traits {
  /** Careless people name the harmless half of the data; optimistic ones think that only they will use it. */
  care: 'honest' | 'careless' | 'optimistic'
  /** The share of days on which they get round to something. */
  pace: number
  /** Forgetful people let entries run out. */
  forgetful: boolean
}

/** Somebody who makes things, and joins through the directory. */
export interface Maker extends Traits {
  name: string
  jobTitle: string
  department: string
  place: string
  /** The name of their unit. */
  unit: string
  /** The days, counted from the first one, on which they come and go. */
  joins: number
  leaves: number | null
  ideas: readonly { day: number; idea: Idea }[]
}

interface Department {
  name: string
  parent: string
  jobTitles: readonly string[]
  ideas: readonly Idea[]
}

const departments: readonly Department[] = [
  {
    name: 'Finance',
    parent: 'Aldermoor Foods',
    jobTitles: ['Accounts receivable clerk', 'Controller', 'Treasury analyst', 'Accountant'],
    ideas: finance,
  },
  {
    name: 'Human resources',
    parent: 'Aldermoor Foods',
    jobTitles: ['Recruiter', 'Payroll clerk', 'HR partner', 'Training coordinator'],
    ideas: humanResources,
  },
  {
    name: 'Procurement',
    parent: 'Operations',
    jobTitles: ['Buyer, packaging', 'Buyer, raw materials', 'Contract manager', 'Buyer, services'],
    ideas: procurement,
  },
  {
    name: 'Logistics',
    parent: 'Operations',
    jobTitles: ['Dispatcher', 'Warehouse planner', 'Customs clerk', 'Shift lead, goods receipt'],
    ideas: logistics,
  },
  {
    name: 'Customer service',
    parent: 'Aldermoor Foods',
    jobTitles: ['Service adviser', 'Team lead, service', 'Complaints specialist', 'Service planner'],
    ideas: customerService,
  },
  {
    name: 'Plant maintenance',
    parent: 'Operations',
    jobTitles: ['Maintenance planner', 'Automation fitter', 'Reliability engineer', 'Safety officer'],
    ideas: plantMaintenance,
  },
]

const regions: Readonly<Record<string, string>> = { Hamburg: 'Europe', Lyon: 'Europe', Łódź: 'Europe', Columbus: 'Americas', Osaka: 'Asia' }
const places = Object.keys(regions)

const names: Readonly<Record<string, readonly string[]>> = {
  Hamburg: ['Annika Petersen', 'Malte Harms', 'Svenja Clausen', 'Torben Lührs', 'Frauke Meinders'],
  Lyon: ['Camille Fournier', 'Julien Mercier', 'Élodie Chevalier', 'Bastien Roux', 'Nadège Perrin'],
  Łódź: ['Agnieszka Wójcik', 'Paweł Nowicki', 'Katarzyna Zielińska', 'Marek Kaczmarek', 'Ewa Sikora'],
  Columbus: ['Denise Carter', 'Marcus Bell', 'Rachel Nguyen', 'Tyler Brooks', 'Monica Alvarez'],
  Osaka: ['Haruka Nishimura', 'Daichi Fujita', 'Yui Okamoto', 'Kenta Morioka', 'Ayaka Shimizu'],
}

/** The wave in which somebody joins: most at once, others as their units are admitted. */
const waves = [1, 1, 36, 92]
export const waveDays = [...new Set(waves)]

export interface UnitToAdd {
  name: string
  parent: string
}

export const unitsToAdd: readonly UnitToAdd[] = departments.flatMap(({ name, parent }, at) => [
  { name, parent },
  ...[...new Set([0, 1, 2, 3].map(n => regionOf(at, n)))].map(region => ({ name: `${name} ${region}`, parent: name })),
])

/** Four makers of each department sit in four of the five places. */
function placeOf(department: number, n: number): string {
  return places[(department + n) % places.length] ?? ''
}
function regionOf(department: number, n: number): string {
  return regions[placeOf(department, n)] ?? ''
}

/** Who makes things in this company, and when which idea comes to them; it follows from the seed alone. */
export const makersOf = (chance: Chance, isSlow: (day: number) => boolean): Maker[] =>
  departments.flatMap(({ name: department, jobTitles, ideas }, at) =>
    jobTitles.map((jobTitle, n): Maker => {
      const place = placeOf(at, n)
      const name = nameOf(at, place)
      const who = `${department} ${n}`
      const roll = chance.of('care', who)
      const joins = waves[n] ?? 1
      const had = chance.shuffled(ideas, 'ideas', who).slice(0, 6 + Math.floor(chance.of('many', who) * 4))
      return {
        name,
        jobTitle,
        department,
        place,
        unit: `${department} ${regions[place] ?? ''}`,
        joins,
        leaves: departures[who] ?? null,
        care: roll < 0.55 ? 'honest' : roll < 0.78 ? 'careless' : 'optimistic',
        pace: 0.35 + 0.6 * chance.of('pace', who),
        forgetful: chance.happens(0.3, 'forgetful', who),
        ideas: had
          .map((idea, i) => ({ day: ideaDay(chance, `${who} ${i}`, joins, isSlow), idea: placed(idea, place) }))
          .toSorted((a, b) => a.day - b.day),
      }
    }),
  )

/** No place has five departments of the first five, so that the sixth takes the name that one of them left. */
const nameOf = (department: number, place: string): string =>
  names[place]?.[department < 5 ? department : (places.indexOf(place) + 1) % places.length] ?? ''

/** Three of them leave the company during the year. */
const departures: Readonly<Record<string, number>> = { 'Finance 1': 133, 'Logistics 0': 211, 'Customer service 2': 287 }

/** Ideas come all through the year, hardly any in slow weeks, and a little sooner to whoever has just joined. */
const ideaDay = (chance: Chance, who: string, joins: number, isSlow: (day: number) => boolean): number => {
  const day = joins + 2 + Math.floor(chance.of('idea', who) ** 1.15 * (355 - joins))
  return isSlow(day) && chance.happens(0.8, 'later', who) ? day + 16 : day
}

const placed = (idea: Idea, place: string): Idea => ({
  ...idea,
  name: `${idea.name}, ${place}`,
  purpose: idea.purpose.replaceAll('{place}', place),
})

const all: readonly Idea[] = departments.flatMap(({ ideas }) => ideas)

/** What a reader who knows the work understands by a purpose: the facts that it implies. Null for words of somebody else. */
export const understood = (purpose: string): Readonly<Record<string, unknown>> | null =>
  all.find(idea => places.some(place => placed(idea, place).purpose === purpose))?.facts ?? null
