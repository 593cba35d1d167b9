import { createContext, type RefObject, useContext, useEffect, useRef } from 'react'

/** Something that the page which is shown can do; the command menu lists it. */
export interface Command {
  name: string
  run: () => void
  /** The key that does the same on this page. */
  key?: string
}

/** Where pages put what they offer, and the way to open the menu that lists it. */
interface Offers {
  add(commands: RefObject<readonly Command[]>): () => void
  open(): void
}

export const OfferedCommands = createContext<Offers | null>(null)

/** Offers commands for as long as the part is shown that calls this. */
export const useCommands = (commands: readonly Command[]): void => {
  const offers = useContext(OfferedCommands)
  const now = useRef(commands)
  useEffect(() => {
    now.current = commands
  })
  useEffect(() => offers?.add(now), [offers])
}
