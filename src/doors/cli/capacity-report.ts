import type { Outlook, PromiseDate, Remedy, Scenario, TierOutlook, Verdict } from '#src/engines/planning/index.ts'

/** What the simulation found, for people. */
export interface CapacityAnswer {
  verdict: Verdict
  wanted: number
  outlook: Outlook
  remedies: readonly Remedy[]
  dates: readonly PromiseDate[]
  dateConfidence: number
}

export const capacityReport = (scenario: Scenario, answer: CapacityAnswer, columns: number): string =>
  [
    ...verdictLines(scenario, answer),
    '',
    ...tierTable(scenario, answer.outlook),
    ...remedyLines(answer),
    ...weekChart(answer, columns),
    ...dateLines(scenario, answer),
    '',
    `Seed ${answer.outlook.seed}, ${answer.outlook.replications} simulated courses, ${percent(answer.outlook.confidence)} intervals. Luck is in them; wrong assumptions are not.`,
    '',
  ].join('\n')

const verdictLines = (scenario: Scenario, { verdict, wanted, outlook }: CapacityAnswer): string[] => {
  const worst = outlook.tiers.filter(({ requests }) => requests > 0).toSorted((a, b) => (a.inTime?.value ?? 0) - (b.inTime?.value ?? 0))[0]
  if (!worst) return ['No new requests are expected, so there is no promise to judge.']
  const promise = promiseText(scenario, worst.tier)
  const share = worst.inTime ? `${percent(worst.inTime.value)} of ${worst.tier} (${range(worst.inTime)})` : ''
  switch (verdict) {
    case 'kept':
      return ['The promise can be kept.', `  ${share} answered in ${promise}; wanted ${percent(wanted)}.`]
    case 'close':
      return ['Too close to call.', `  ${share} answered in ${promise}; the wanted ${percent(wanted)} lies inside the interval.`]
    case 'broken':
      return ['The promise can’t be kept.', `  ${share} answered in ${promise}; wanted ${percent(wanted)}.`]
    case 'unreachable': {
      const hardest = outlook.tiers.filter(({ ceiling }) => ceiling !== null && ceiling.high < wanted)
      return [
        'The promise is out of reach for any number of people.',
        ...hardest.map(
          ({ tier, ceiling }) =>
            `  ${tier}: even if nobody ever waited, only ${percent(ceiling?.value ?? 0)} would be answered in ${promiseText(scenario, tier)}; wanted ${percent(wanted)}.`,
        ),
        '  Shorten the reviews and the waiting for answers; more people alone won’t do.',
      ]
    }
    default: {
      const growth = outlook.load.steady ? 0 : outlook.load.daysPerDay
      return [
        'The team can’t keep up: the backlog grows.',
        `  It grows by ${days(growth)} of work every working day, so there is no share to promise, only each week’s own below.`,
      ]
    }
  }
}

const promiseText = ({ tiers }: Scenario, name: string): string => {
  const promise = tiers.find(tier => tier.name === name)?.promise
  return promise ? `${promise.orEqual ? 'at most' : 'under'} ${promise.days} working ${promise.days === 1 ? 'day' : 'days'}` : ''
}

const tierTable = (scenario: Scenario, { tiers, load, weeks }: Outlook): string[] => [
  `${number(load.minutesComing / 60)} hours of review${load.tiers.length < scenario.tiers.length ? ` of ${load.tiers.join(' and ')}` : ''} come in each working day, ` +
    `${number(load.minutesThere / 60)} are there${load.steady ? `: ${percent(load.utilisation)} busy` : ''}.`,
  ...tiers
    .filter(({ requests }) => requests > 0)
    .flatMap(tier => [
      '',
      `${tier.tier}: ${number(tier.requests / weeks.length)} requests a week, promised in ${promiseText(scenario, tier.tier)}`,
      ...(tier.inTime ? [`  in time                 ${percent(tier.inTime.value).padStart(5)}  (${range(tier.inTime)})`] : []),
      ...(tier.inOurHands && waitsForSubmitter(scenario, tier)
        ? [`  … by our clock alone    ${percent(tier.inOurHands.value).padStart(5)}  (without the time that submitters take)`]
        : []),
      ...(tier.ceiling
        ? [`  … if nobody ever waited ${percent(tier.ceiling.value).padStart(5)}  (what no number of people can beat)`]
        : []),
      ...(tier.within
        ? [`  half within ${days(tier.within.half)}, nine in ten within ${days(tier.within.p90)}, 95 % within ${days(tier.within.p95)}`]
        : []),
    ]),
]

const waitsForSubmitter = ({ tiers }: Scenario, { tier }: TierOutlook): boolean =>
  tiers.some(({ name, rework }) => name === tier && rework !== undefined)

const remedyLines = ({ remedies }: CapacityAnswer): string[] => {
  if (remedies.length === 0) return []
  return [
    '',
    'What would fix it, each alone:',
    ...remedies.map(({ lever, dose, most, outlook }) => {
      const shares = outlook.tiers
        .filter(({ inTime }) => inTime !== null)
        .map(({ tier, inTime }) => `${tier} ${percent(inTime?.value ?? 0)}`)
        .join(', ')
      return dose === null
        ? `  no   ${leverText(lever, most)} would not be enough${shares ? ` (${shares})` : ''}`
        : `  yes  ${leverText(lever, dose)}${shares ? ` (${shares})` : ''}`
    }),
  ]
}

const leverText = (lever: Remedy['lever'], dose: number): string => {
  switch (lever) {
    case 'people':
      return dose === 1 ? '1 more full-time reviewer' : `${dose} more full-time reviewers`
    case 'effort':
      return `reviews ${percent(dose)} shorter`
    case 'requests':
      return `${percent(dose)} fewer requests`
    case 'rework':
      return `${percent(dose)} fewer returned with questions`
    case 'answers':
      return `submitters’ answers ${percent(dose)} sooner`
    default:
      return 'always the nearest promised date first'
  }
}

const weekChart = ({ outlook, wanted }: CapacityAnswer, columns: number): string[] => {
  const width = Math.max(10, Math.min(40, columns - 40))
  return outlook.tiers.flatMap(({ tier, requests }, index) =>
    requests === 0
      ? []
      : [
          '',
          `${tier}, by week of request: share in time, and how many are open at the week’s end`,
          ...outlook.weeks.map(({ from, tiers }) => {
            const { inTime, open } = tiers[index] ?? {}
            const bar = inTime ? '█'.repeat(Math.round(inTime.value * width)).padEnd(width, '·') : ' '.repeat(width)
            const mark = inTime && inTime.high < wanted ? '!' : ' '
            return `  ${from} ${bar} ${(inTime ? percent(inTime.value) : '–').padStart(5)} ${mark} ${number(open?.value ?? 0).padStart(7)}`
          }),
        ],
  )
}

const dateLines = ({ calendar }: Scenario, { dates, dateConfidence }: CapacityAnswer): string[] => {
  if (dates.length === 0) return []
  const local = (at: Temporal.Instant | null) =>
    at?.toZonedDateTimeISO(calendar.timeZone).toString().slice(0, 16).replace('T', ' ') ?? 'beyond the weeks simulated'
  const width = Math.max(...dates.map(({ id }) => id.length))
  return [
    '',
    `The queue as it stands: dates that hold with ${percent(dateConfidence)} (${calendar.timeZone})`,
    ...dates.map(
      ({ id, tier, by, half, kept }) =>
        `  ${id.padEnd(width)}  ${tier}  by ${local(by)}, as likely as not by ${local(half)}; promise kept ${percent(kept)}`,
    ),
  ]
}

/** Never rounds up to all or down to none. */
const percent = (share: number): string => {
  const rounded = Math.abs(share * 100 - Math.round(share * 100)) < 1e-9 ? Math.round(share * 100) : Math.round(share * 1000) / 10
  return `${share < 1 && rounded === 100 ? 99.9 : share > 0 && rounded === 0 ? 0.1 : rounded} %`
}
const range = ({ low, high }: { low: number; high: number }): string => `${percent(low)} to ${percent(high)}`
const number = (value: number): string => (Math.round(value * 10) / 10).toString()
const days = (value: number | null): string =>
  value === null ? 'more than was simulated' : `${number(value)} ${number(value) === '1' ? 'day' : 'days'}`
