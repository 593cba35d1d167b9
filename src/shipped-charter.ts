import { documentsIn, SHIPPED_CHARTER } from '#src/capabilities/charter-folder.ts'
import type { Shipped } from '#src/capabilities/charter/index.ts'
import { readCharter } from '#src/capabilities/charter/index.ts'

/** The charter that Guildhall ships, in force until a company adopts its own. @throws Refusal `charter-broken` */
export const shippedCharter = async (): Promise<Shipped> => {
  const documents = await documentsIn(SHIPPED_CHARTER)
  return { charter: readCharter(documents), documents }
}
