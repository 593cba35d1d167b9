/** What changed between two texts, in words, and how much of it. */
export { differenceOf } from './difference.ts'
export type { Part } from './difference.ts'
export { sizeOf } from './size.ts'
export type { Size } from './size.ts'
