import type { Read } from './open-answer-link.ts'
import { openAnswerLink } from './open-answer-link.ts'

/** Answers from a letter, by people who do not sign in for it. */
export const answersCapability = (read: Read) => {
  const open = openAnswerLink(read)
  return { operations: [open], open }
}
