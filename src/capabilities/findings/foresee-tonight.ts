import type { z } from 'zod'
import type { effectForeseen } from './contract.ts'
import { actedIn } from './effect-store.ts'
import type { ActingRule } from './effect.ts'
import { foresee, nightOf, sparedByLeave } from './foresee.ts'
import { namedSubjects, subjectIn } from './present.ts'
import { actingRules } from './rules.ts'
import type { Settings } from './settings.ts'
import { effectOf, settingOf } from './settings.ts'
import type { Reading } from './subjects.ts'
import { PAGE } from './subjects.ts'

type Shown = z.input<typeof effectForeseen>

/** What rules would do in the coming night, on, or only previewed: as the night does it, with what their caps hold back. */
export const foreseeTonight = async (reading: Reading, settings: Settings): Promise<{ effects: Shown[]; moreEffects: boolean }> => {
  const { charters, db, now } = reading
  const rules = actingRules.filter(({ id }) => effectOf(settings, id) !== 'off')
  const foreseen = await foresee(reading, rules, null, PAGE)
  const found = new Set(foreseen.map(({ finding }) => `${finding.rule} ${finding.subjectId}`))
  const leave = (await sparedByLeave(reading, rules, PAGE)).filter(({ rule, subject }) => !found.has(`${rule.id} ${subject}`))
  const ids = [...foreseen.map(({ finding }) => finding.subjectId), ...leave.map(({ subject }) => subject)]
  const named = await namedSubjects(
    db,
    ids.map(id => ({ kind: 'solution', id })),
  )
  const acted = new Map(await actedIn(db, nightOf(await charters.inForce(db), now)))
  const stopped = new Set<string>()
  const about = (rule: ActingRule, id: string, finding: string | null) => ({
    rule: rule.id,
    mode: effectOf(settings, rule.id),
    does: rule.effect.does,
    finding,
    subject: subjectIn(named, { kind: 'solution', id }),
  })
  const effects = foreseen.map(({ rule, finding, spared }): Shown => {
    const shown = about(rule, finding.subjectId, finding.id)
    if (spared) return { ...shown, answer: 'spared', spared: { by: spared.by, until: spared.until?.toString() ?? null } }
    if (stopped.has(finding.subjectId)) return { ...shown, answer: 'spared', spared: { by: 'not-running', until: null } }
    const before = acted.get(rule.id) ?? 0
    if (before >= settingOf(settings, rule.id).effectCap) return { ...shown, answer: 'held-back', spared: null }
    acted.set(rule.id, before + 1)
    if (shown.mode === 'on') stopped.add(finding.subjectId)
    return { ...shown, answer: 'act', spared: null }
  })
  const kept = leave.map(({ rule, subject, until }): Shown => ({
    ...about(rule, subject, null),
    answer: 'spared',
    spared: { by: 'leave', until: until.toString() },
  }))
  return { effects: [...effects, ...kept], moreEffects: foreseen.length === PAGE }
}
