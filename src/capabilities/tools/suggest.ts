import type { Tool } from './tool.ts'
import { isUsable } from './tool.ts'

export interface Wanted {
  dataClasses: readonly string[]
  tier: number
}

export interface Suggestion {
  tool: Tool
  covers: readonly string[]
  missing: readonly string[]
}

/** A longer list is read by nobody. */
const MOST = 5

/**
 * Approved tools for the classes of data that somebody has in mind, best first: those that may see most of them, and of
 * these the ones that are approved for the least besides, because what isn't needed isn't opened.
 */
export const suggestTools = (tools: readonly Tool[], { dataClasses, tier }: Wanted): Suggestion[] =>
  tools
    .filter(isUsable)
    .map(tool => {
      const seen = new Set(tool.listed.approvedFor.flatMap(({ dataClass, highestTier }) => (highestTier >= tier ? [dataClass] : [])))
      return {
        tool,
        covers: dataClasses.filter(each => seen.has(each)),
        missing: dataClasses.filter(each => !seen.has(each)),
        sees: seen.size,
      }
    })
    .filter(({ covers }) => covers.length > 0)
    .sort((a, b) => b.covers.length - a.covers.length || a.sees - b.sees || (a.tool.id < b.tool.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ tool, covers, missing }) => ({ tool, covers, missing }))
