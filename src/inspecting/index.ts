/** The readers of artifacts in a thread of their own, for files that somebody uploads. */
export { createInspecting } from './inspecting.ts'
