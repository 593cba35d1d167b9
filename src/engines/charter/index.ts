/**
 * The charter engine: documents in, decisions with their reasons out. Pure, and usable as a library:
 *
 *     const loaded = loadCharter(files)                       // texts of charter/*.yaml; problems have file, line, remedy
 *     if (!loaded.ok) throw new Error(loaded.problems.map(problemText).join('\n'))
 *     const facts = parseFacts(loaded.charter, { audience: 'my-team', dataClasses: ['customer-pii', 'not-sure'] })
 *     decide(loaded.charter, facts, Temporal.Now.instant())   // { tier: 4, range: [3, 4], verdict: 'clarify', … }
 *
 * What holds: the true outcome of any completion of the facts lies in `range`; a refusal or referral rests on known
 * facts only; a question that is not in `openQuestions` cannot change tier, prohibitions or guardrails whatever the
 * other answers are; each entry of `toLower` is minimal and brings nothing newly prohibited. Searches are bounded; when
 * a bound is reached, the range may be wider and more may be asked than need be, never less.
 *
 * A verdict with open questions is provisional: whoever acts on it must have them answered first.
 */
export { NEVER_WAIVED } from './not-waivable.ts'
export { withTools, type ToolList } from './with-tools.ts'
export { loadCharter, type CharterFile, type Loaded } from './load.ts'
export { calendarOf } from './calendar.ts'
export type { Charter, Contact, Page, TierText } from './charter.ts'
export type { Question, QuestionValue } from './describe-facts.ts'
export { LANGUAGES, VERDICTS, type Documents, type Language, type Text, type Verdict } from './documents.ts'
export { parseFacts, NOT_SURE, type Facts } from './facts.ts'
export { decide, ruling, whatIsOpen, type Decision, type Ruling } from './decide.ts'
export type { Lowering } from './lower.ts'
export { problemText, type Problem } from './problem.ts'
export { TIERS, type Tier } from './space.ts'
export { nextPage, lineAnswer, type Answers, type Asking } from './questionnaire.ts'
export { runExamples, type Example, type ExampleResult } from './examples.ts'
export { changeText, difference, threeWayDifference, type Change, type ThreeWayChange } from './difference.ts'
export { changedParts, type ChangedPart } from './changed-parts.ts'
export { comingEffects, impact, type ComingEffect, type Effect, type Impact, type Solution } from './impact.ts'
export { ACTIONS, colleaguesFrom, weigh, type Action, type Colleagues, type Match, type Weighed, type WeighedMatch } from './weigh.ts'
export type { Rule } from './rules.ts'
