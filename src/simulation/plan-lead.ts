import type { Intent, Today } from './intent.ts'
import { onSolution } from './intent.ts'
import type { Colleague, Finding, SolutionPage } from './seen.ts'

/** What those see who keep the whole program in view. */
export interface OverviewDesk {
  referrals: readonly { key: string }[]
  /** Findings that nobody works on, looked at once a week, with the solution where they are about one. */
  findings: readonly { finding: Finding; solution: SolutionPage | null }[]
  /** What was stopped, with whether its resumption was proposed. */
  stopped: readonly { key: string; proposed: boolean }[]
  running: readonly { key: string; tier: number }[]
  colleagues: readonly Colleague[]
  /** Who holds a role of the program: nobody of them is handed a solution. */
  staff: ReadonlySet<string>
}

/** The program lead's day: referred ideas, findings, and what nobody answers for. */
export const leadPlan = (desk: OverviewDesk, today: Today): Intent[] => [
  ...desk.referrals.map(({ key }) => ({ does: 'acknowledge-referral', with: { key, reference: `ENG-${key.slice(4)}` } })),
  ...desk.findings.flatMap(each => aboutFinding(desk, each, today)),
]

const aboutFinding = (
  desk: OverviewDesk,
  { finding, solution }: OverviewDesk['findings'][number],
  { chance, day, date }: Today,
): Intent[] => {
  const { id, version, rule, severity } = finding
  if (rule === 'owner-gone' && solution && !solution.standing.handoverOpen) {
    const heir = heirOf(desk, solution, chance.of(solution.key, day, 'heir'))
    return heir === null
      ? []
      : [
          {
            does: 'offer-handover',
            with: { key: solution.key, role: 'owner', to: heir, note: 'Its owner has left; you know what it does.' },
          },
        ]
  }
  if (finding.assignee === null && severity !== 'low' && solution && solution.standing.ownerGoneSince === null)
    return [{ does: 'assign-finding', with: { finding: id, version, to: solution.owner.id } }]
  if (severity === 'low' && finding.state === 'open' && chance.happens(0.06, id, day, 'puts off'))
    return [
      {
        does: 'snooze-finding',
        with: {
          finding: id,
          version,
          until: date.add({ days: 21 }).toZonedDateTime('UTC').toInstant().toString(),
          reason: 'After the quarter; other things come first.',
        },
      },
    ]
  return []
}

const heirOf = ({ colleagues, staff }: OverviewDesk, { unit, owner, backupOwner }: SolutionPage, roll: number): string | null => {
  if (backupOwner !== null && colleagues.some(({ id }) => id === backupOwner.id)) return backupOwner.id
  const free = colleagues.filter(({ id }) => id !== owner.id && !staff.has(id))
  const near = free.filter(each => each.unit?.id === unit)
  const among = near.length > 0 ? near : free
  return among[Math.floor(roll * among.length)]?.id ?? null
}

/** IT security stops something now and then. */
export const securityPlan = (desk: Pick<OverviewDesk, 'running'>, { chance, day }: Today): Intent[] => {
  const teams = desk.running.filter(({ tier }) => tier >= 2)
  return teams.length > 4 && chance.happens(0.03, day, 'stops')
    ? [
        {
          does: 'stop-solution',
          with: {
            key: chance.pick(teams, day, 'which').key,
            because: 'It signed in with a person’s account; that has to be changed first.',
          },
        },
      ]
    : []
}

/** The center of excellence proposes that something may run again, some days after it was stopped. */
export const resumptionPlan = (desk: Pick<OverviewDesk, 'stopped'>, { chance, day }: Today): Intent[] =>
  desk.stopped
    .filter(({ key, proposed }) => !proposed && chance.happens(0.85, key, 'mended') && chance.happens(0.2, key, day, 'proposes'))
    .map(({ key }) => ({ does: 'propose-resumption', with: { key, note: 'It has an account of its own now.' } }))

/** The center of excellence names what others should build on. */
export const recommendationPlan = (desk: Pick<OverviewDesk, 'running'>, { chance, day }: Today): Intent[] =>
  desk.running.length > 0 && chance.happens(0.05, day, 'recommends')
    ? [onSolution('recommend-solution', chance.pick(desk.running, day, 'template').key, { reusable: true })]
    : []
