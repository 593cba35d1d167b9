/** Those who keep the program going, from the demo's people on; the others are makers. */
export interface Staff {
  id: string
  name: string
  /** What they sign for, in the charter’s word. */
  office: 'coe' | 'it-security' | 'legal' | 'change-management'
  /** How many reviews they get round to on one day. */
  capacity: number
  deputy: string
  /** Weeks away, as month and day of their first and last day. */
  away: readonly (readonly [string, string])[]
}

export const reviewers: readonly Staff[] = [
  {
    id: 'hanna-lindqvist',
    name: 'Hanna Lindqvist',
    office: 'coe',
    capacity: 4,
    deputy: 'luca-ferri',
    away: [
      ['12-22', '01-02'],
      ['05-04', '05-08'],
      ['08-03', '08-14'],
    ],
  },
  {
    id: 'luca-ferri',
    name: 'Luca Ferri',
    office: 'coe',
    capacity: 3,
    deputy: 'hanna-lindqvist',
    away: [
      ['03-16', '03-20'],
      ['08-17', '08-28'],
    ],
  },
  {
    id: 'daniel-okoye',
    name: 'Daniel Okoye',
    office: 'it-security',
    capacity: 2,
    deputy: 'ines-cardoso',
    away: [
      ['12-24', '12-31'],
      ['07-20', '07-31'],
    ],
  },
  {
    id: 'ines-cardoso',
    name: 'Inês Cardoso',
    office: 'it-security',
    capacity: 2,
    deputy: 'daniel-okoye',
    away: [
      ['04-06', '04-10'],
      ['08-10', '08-21'],
    ],
  },
  {
    id: 'mei-lin-chou',
    name: 'Mei-Lin Chou',
    office: 'legal',
    capacity: 2,
    deputy: 'oliver-stein',
    away: [
      ['02-16', '02-20'],
      ['08-03', '08-07'],
    ],
  },
  {
    id: 'oliver-stein',
    name: 'Oliver Stein',
    office: 'legal',
    capacity: 2,
    deputy: 'mei-lin-chou',
    away: [
      ['12-22', '01-02'],
      ['08-17', '08-28'],
    ],
  },
  {
    id: 'tomas-novak',
    name: 'Tomáš Novák',
    office: 'change-management',
    capacity: 2,
    deputy: 'nadia-haddad',
    away: [
      ['12-24', '01-02'],
      ['07-06', '07-17'],
    ],
  },
  {
    id: 'nadia-haddad',
    name: 'Nadia Haddad',
    office: 'change-management',
    capacity: 2,
    deputy: 'tomas-novak',
    away: [
      ['06-01', '06-05'],
      ['08-10', '08-21'],
    ],
  },
]

export const lead = { id: 'amelia-hart', name: 'Amelia Hart' }
export const administrator = { id: 'grace-mbeki', name: 'Grace Mbeki' }
export const auditor = { id: 'yusuf-demir', name: 'Yusuf Demir' }
export const counsel = 'mei-lin-chou'

/** Each absence as two dates, those that touch a span of days. */
export const absencesOf = (
  { away }: Pick<Staff, 'away'>,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): [Temporal.PlainDate, Temporal.PlainDate][] =>
  [first.year - 1, first.year, first.year + 1].flatMap(year =>
    away.flatMap(([from, to]): [Temporal.PlainDate, Temporal.PlainDate][] => {
      const begins = Temporal.PlainDate.from(`${year}-${from}`)
      const ends = Temporal.PlainDate.from(`${to < from ? year + 1 : year}-${to}`)
      return Temporal.PlainDate.compare(ends, first) >= 0 && Temporal.PlainDate.compare(begins, last) <= 0 ? [[begins, ends]] : []
    }),
  )

export const isAway = (person: Pick<Staff, 'away'>, date: Temporal.PlainDate): boolean => absencesOf(person, date, date).length > 0
