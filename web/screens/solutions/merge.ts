import type { Words } from './solution-form.tsx'

/** What was changed here stands; what was left alone follows the other change. */
export const merge = (mine: Words, read: Words, theirs: Words): Words => ({
  name: mine.name === read.name ? theirs.name : mine.name,
  purpose: mine.purpose === read.purpose ? theirs.purpose : mine.purpose,
})
