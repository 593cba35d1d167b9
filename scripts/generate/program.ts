import type { Surroundings } from '#src/capabilities/health/index.ts'
import { readExitSettings } from '#src/outbound/index.ts'
import { createProgram } from '#src/program.ts'
import { shippedCharter } from '#src/shipped-charter.ts'

/** Of a server that is not there. */
export const nowhere: Surroundings = {
  version: '0',
  node: '0',
  platform: 'any',
  store: 'embedded',
  address: null,
  encrypted: 'this-machine-only',
  demo: true,
  secondFactor: false,
  masterKey: 'own-file',
  memory: () => 0,
  disk: () => Promise.resolve(null),
}

/** The program as it is documented: with the shipped charter, as the demo has it. */
export const program = createProgram({
  shipped: await shippedCharter(),
  demo: true,
  trust: () => Promise.resolve({ vkey: '', known: [] }),
  sign: () => Promise.reject(new Error('not asked')),
  masterKey: () => {
    throw new Error('What is only documented seals nothing.')
  },
  exit: () => readExitSettings({}),
  surroundings: nowhere,
})
