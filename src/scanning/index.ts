/** The scanner in a thread of its own, for long texts and for patterns that somebody else wrote. */
export { createAside, SHORT, type Aside, type AsideOptions } from './aside.ts'
