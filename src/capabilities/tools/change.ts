import { canonical } from '#src/kernel/canonical.ts'
import type { ToolAbout, ToolListed } from '#src/store/tables.ts'
import type { Tool } from './tool.ts'
import { isUsable } from './tool.ts'

export interface Wished {
  listed: ToolListed
  about: ToolAbout
}

/** What a change of a tool comes to, and which of its parts make it so. */
export interface Consequence {
  /** `review`: two sign-offs come first. `at-once`: it opens nothing. `nothing`: it says what stands there already. */
  does: 'nothing' | 'at-once' | 'review'
  /** What would be opened. */
  opens: readonly Part[]
  /** What would be closed: solutions that rely on it are stopped. */
  closes: readonly Part[]
}

export interface Part {
  what: 'data-class' | 'tier' | 'redaction' | 'models' | 'features' | 'regions' | 'training' | 'vendor' | 'agreement' | 'status'
  /** The class of data, the model, the feature, the region …; null where there is none to name. */
  which: string | null
}

/** From the safest to the least safe; not to know is worse than to know that one can opt out. */
const training = ['no', 'opt-out', 'unknown', 'yes']

/**
 * Whether a change of a tool opens anything: then it takes the same review as the tool itself did. Closing takes none, so
 * that nobody has to wait before stopping something.
 */
export const consequenceOf = (before: Tool, after: Wished): Consequence => {
  const classes = classesThatDiffer(before.listed, after.listed)
  const opens: Part[] = [
    ...(isUsable(before) ? [] : [part('status')]),
    ...classes.opens,
    ...before.listed.redact.filter(id => !after.listed.redact.includes(id)).map(id => part('redaction', id)),
    ...opened(before.about.models, after.about.models).map(which => part('models', which)),
    ...opened(before.about.features, after.about.features).map(which => part('features', which)),
    // Of a tool of the charter's nobody wrote down yet where it works or who sells it; to say it opens nothing.
    ...opened(before.about.regions, after.about.regions).map(which => part('regions', which)),
    ...(rank(after.about) > rank(before.about) ? [part('training', after.about.trainsOnOurData)] : []),
    ...(before.about.vendor !== '' && before.about.vendor !== after.about.vendor ? [part('vendor', after.about.vendor)] : []),
    ...(lost(before.about.contract, after.about.contract) || lost(before.about.dataProcessing, after.about.dataProcessing)
      ? [part('agreement')]
      : []),
  ]
  const closes: Part[] = [
    ...classes.closes,
    ...after.listed.redact.filter(id => !before.listed.redact.includes(id)).map(id => part('redaction', id)),
    ...opened(after.about.models, before.about.models).map(which => part('models', which)),
    ...opened(after.about.features, before.about.features).map(which => part('features', which)),
  ]
  const same = canonical([before.listed, before.about]) === canonical([after.listed, after.about])
  return { does: opens.length > 0 ? 'review' : same ? 'nothing' : 'at-once', opens, closes }
}

const part = (what: Part['what'], which: string | null = null): Part => ({ what, which })

const classesThatDiffer = (before: ToolListed, after: ToolListed) => {
  const tierIn = ({ approvedFor }: ToolListed, id: string) => approvedFor.find(({ dataClass }) => dataClass === id)?.highestTier ?? 0
  const ids = [...new Set([...before.approvedFor, ...after.approvedFor].map(({ dataClass }) => dataClass))]
  const differ = ids.map(id => ({ id, was: tierIn(before, id), is: tierIn(after, id) }))
  return {
    opens: differ.filter(({ was, is }) => is > was).map(({ id, was }) => part(was === 0 ? 'data-class' : 'tier', id)),
    closes: differ.filter(({ was, is }) => is < was).map(({ id, is }) => part(is === 0 ? 'data-class' : 'tier', id)),
  }
}

/** What a list of the only ones permitted comes to permit; an empty list permits any. */
const opened = (before: readonly string[], after: readonly string[]): (string | null)[] => {
  if (before.length === 0) return []
  return after.length === 0 ? [null] : after.filter(each => !before.includes(each))
}

const rank = ({ trainsOnOurData }: ToolAbout): number => training.indexOf(trainsOnOurData)
const lost = (before: string | null, after: string | null): boolean => before !== null && after === null
