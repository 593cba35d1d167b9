import { documentsIn, SHIPPED_CHARTER } from '#src/capabilities/charter-folder.ts'
import type { Shipped } from '#src/capabilities/charter/index.ts'
import { readCharter } from '#src/capabilities/charter/index.ts'

/**
 * The charter that Guildhall ships, in force until a company adopts its own. Read once in a process: it takes a quarter of
 * a second of processor time, and the files do not change under a running program.
 * @throws Refusal `charter-broken`
 */
export const shippedCharter = (): Promise<Shipped> => (shipped ??= read())

let shipped: Promise<Shipped> | undefined

const read = async (): Promise<Shipped> => {
  const documents = await documentsIn(SHIPPED_CHARTER)
  return { charter: readCharter(documents), documents }
}
