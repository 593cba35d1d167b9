import { createProgram } from '#src/program.ts'
import { shippedCharter } from '#src/shipped-charter.ts'

/** The program as it is documented: with the shipped charter, as the demo has it. */
export const program = createProgram({
  shipped: await shippedCharter(),
  demo: true,
  trust: () => Promise.resolve({ vkey: '', known: [] }),
  masterKey: () => {
    throw new Error('What is only documented seals nothing.')
  },
})
