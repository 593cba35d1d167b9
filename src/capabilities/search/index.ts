import type { ReviewParts } from '../review/index.ts'
import { searchEverything } from './search-everything.ts'

/** Jumping to anything that has a page of its own. */
export const searchCapability = (parts: ReviewParts) => ({ operations: [searchEverything(parts)] })
