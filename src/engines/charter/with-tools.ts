/** A charter whose list of tools is kept elsewhere than in its documents. */
import { assembleCharter } from './assemble.ts'
import type { Charter } from './charter.ts'
import type { Documents } from './documents.ts'

export type ToolList = Documents['tools.yaml']

/**
 * The same charter under another tool list: its label and digest stay, `toolsDigest` says by which list it decides, and no
 * example is run, because examples show the rules and not the list. Classes of data that the charter doesn't know are left
 * out, so that a list made under another charter approves nothing by them.
 * @returns what is told apart too finely, where the list has more sorts of tools than the engine tells apart.
 */
export const withTools = (charter: Charter, list: ToolList): { charter: Charter } | { tooMany: string } => {
  const known = new Set(charter.documents['data-classes.yaml'].dataClasses.map(({ id }) => id))
  const tools = list.tools.map(({ highestTiers, redact, ...tool }) => {
    const approvedFor = tool.approvedFor.filter(id => known.has(id))
    const limits = highestTiers?.filter(({ dataClass }) => approvedFor.includes(dataClass))
    const blackedOut = redact?.filter(id => known.has(id))
    return { ...tool, approvedFor, ...(limits ? { highestTiers: limits } : {}), ...(blackedOut ? { redact: blackedOut } : {}) }
  })
  const assembled = assembleCharter({ ...charter.documents, 'tools.yaml': { ...list, tools } }, charter.digest)
  return 'charter' in assembled ? assembled : { tooMany: assembled.errors.map(({ text }) => text).join(' ') }
}
