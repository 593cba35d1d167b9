import type { Door } from './door.ts'
import type { OverviewDesk } from './plan-lead.ts'
import * as seen from './seen.ts'
import { lead, reviewers } from './staff.ts'

const MOST = 100

/** What the program lead and the center of excellence see of everything. */
export const readOverview = async (
  door: Door,
  { colleagues, weekly }: { colleagues: readonly seen.Colleague[]; weekly: boolean },
): Promise<OverviewDesk> => {
  const { referrals } = await door.look(lead.id, seen.referralList, 'list-referrals')
  const { solutions: stopped } = await door.look(lead.id, seen.solutionList, 'list-solutions', { state: 'suspended', limit: MOST })
  const { solutions: running } = await door.look(lead.id, seen.solutionList, 'list-solutions', { state: 'active', limit: MOST })
  const { proposals } = await door.look(lead.id, seen.proposalList, 'list-proposals', { state: 'open', kind: 'resume-solution' })
  return {
    referrals,
    findings: weekly ? await readFindings(door) : [],
    // A proposal names no key before it is opened; one at a time is enough for each.
    stopped: stopped.map(({ key }) => ({ key, proposed: proposals.length >= stopped.length })),
    running,
    colleagues,
    staff: new Set([lead.id, ...reviewers.map(({ id }) => id)]),
  }
}

const readFindings = async (door: Door): Promise<OverviewDesk['findings']> => {
  const { findings } = await door.look(lead.id, seen.findingList, 'list-findings', { state: 'open', limit: MOST })
  const opened: OverviewDesk['findings'][number][] = []
  for (const finding of findings) {
    if (finding.assignee !== null && finding.rule !== 'owner-gone') continue
    const solution =
      finding.subject.kind === 'solution'
        ? await door.look(lead.id, seen.solutionPage, 'show-solution', { key: finding.subject.key })
        : null
    opened.push({ finding, solution })
  }
  return opened
}
