import type { Charters } from '../charter/index.ts'
import { actOnFindings } from './act-job.ts'
import { actOnFinding } from './act-on-finding.ts'
import { assignFinding } from './assign-finding.ts'
import { endNight } from './end-night.ts'
import * as entries from './entries.ts'
import { effectNights, effects, findingRules, findings } from './governed.ts'
import { listEffects } from './list-effects.ts'
import { findingAssigned, findingOpened, findingToActOn } from './messages.ts'
import { listEffectsDue } from './list-effects-due.ts'
import { listFindings } from './list-findings.ts'
import { listMyFindings } from './list-my-findings.ts'
import { listSweepDue, listSweepPage } from './list-sweep-due.ts'
import { previewTonight } from './preview-tonight.ts'
import { listFindingRules, setFindingRule } from './set-finding-rule.ts'
import { showFinding } from './show-finding.ts'
import { snoozeFinding } from './snooze-finding.ts'
import { sweepChanges, sweepEverything } from './sweep-jobs.ts'
import { sweepSubjects } from './sweep-subjects.ts'
import { proposeUndoEffect, proposeUndoNight, undoEffects } from './undo-effects.ts'

export { findingsAbout } from './about-solution.ts'
export { datesAbout } from './dates-about.ts'
export { within as findingsWithin } from './list-store.ts'
export { oversees as overseesFindings } from './permissions.ts'
export { allRules as findingRulesThere } from './rules.ts'

/**
 * What is not as the charter wants it. Pure rules over case files say so; sweeps go by what the ledger says happened, by the time that
 * rules name themselves, and each night over everything. Nothing is enforced by them: operations look for themselves. Where the
 * program lead lets a rule, it stops at night what it goes on finding; two people take that back.
 */
export const findingsCapability = (charters: Charters) => {
  const sweeps = {
    sweepSubjects: sweepSubjects(charters),
    listSweepDue: listSweepDue(charters),
    listSweepPage: listSweepPage(charters),
  }
  const acting = { actOnFinding: actOnFinding(charters), listEffectsDue: listEffectsDue(charters), endNight }
  return {
    operations: [
      listFindings,
      listMyFindings,
      previewTonight(charters),
      showFinding,
      assignFinding(charters),
      snoozeFinding(charters),
      listFindingRules,
      setFindingRule,
      sweeps.sweepSubjects,
      sweeps.listSweepDue,
      sweeps.listSweepPage,
      listEffects,
      proposeUndoEffect,
      proposeUndoNight,
      acting.actOnFinding,
      acting.listEffectsDue,
      acting.endNight,
    ],
    jobs: [sweepChanges(sweeps), sweepEverything(sweeps), actOnFindings(acting)],
    kinds: [undoEffects],
    messages: [findingOpened, findingToActOn, findingAssigned],
    governed: [findings, findingRules, effects, effectNights],
    entries: Object.values(entries),
  }
}
