import type { Choice, Stage } from '#src/doors/http/index.ts'
import { refuse } from '#src/kernel/refusal.ts'

/**
 * The one choice of what a new Guildhall begins as. However many ask at once, it is made once: whoever asks for the same
 * waits for the same opening, whoever asks for the other is refused. An opening that fails leaves the choice open.
 */
export const createChoice = (open: (what: Choice) => Promise<Stage>) => {
  let made: { what: Choice; opened: Promise<Stage> } | null = null
  return (what: Choice): Promise<Stage> => {
    if (made === null) {
      const opened = open(what)
      made = { what, opened }
      opened.catch(() => {
        made = null
      })
    }
    if (made.what === what) return made.opened
    throw refuse(
      'conflict',
      'already-chosen',
      made.what === 'demo' ? 'The demo has been chosen here already.' : 'Your own installation has been chosen here already.',
      'Stop the server and start it again to choose anew.',
      'what',
    )
  }
}
