import type { Charters } from '../charter/index.ts'
import { assignFinding } from './assign-finding.ts'
import * as entries from './entries.ts'
import { findingRules, findings } from './governed.ts'
import { listFindings } from './list-findings.ts'
import { listSweepDue, listSweepPage } from './list-sweep-due.ts'
import { previewTonight } from './preview-tonight.ts'
import { listFindingRules, setFindingRule } from './set-finding-rule.ts'
import { showFinding } from './show-finding.ts'
import { snoozeFinding } from './snooze-finding.ts'
import { sweepChanges, sweepEverything } from './sweep-jobs.ts'
import { sweepSubjects } from './sweep-subjects.ts'

export { allRules as findingRulesThere } from './rules.ts'

/**
 * What is not as the charter wants it. Pure rules over case files say so; sweeps go by what the ledger says happened, by the time that
 * rules name themselves, and each night over everything. Nothing is enforced by them: operations look for themselves.
 */
export const findingsCapability = (charters: Charters) => {
  const sweeps = {
    sweepSubjects: sweepSubjects(charters),
    listSweepDue: listSweepDue(charters),
    listSweepPage: listSweepPage(charters),
  }
  return {
    operations: [
      listFindings,
      previewTonight(charters),
      showFinding,
      assignFinding,
      snoozeFinding(charters),
      listFindingRules,
      setFindingRule,
      sweeps.sweepSubjects,
      sweeps.listSweepDue,
      sweeps.listSweepPage,
    ],
    jobs: [sweepChanges(sweeps), sweepEverything(sweeps)],
    governed: [findings, findingRules],
    entries: Object.values(entries),
  }
}
