import { actsSource } from './acts.ts'
import { clientSource } from './client.ts'
import { dependenciesPage } from './dependencies.ts'
import { findingsPage } from './findings.ts'
import { lifecyclePage } from './lifecycle.ts'
import { matrixPage } from './matrix/index.ts'

/** A file that is written from the code and committed, so that a review shows what changed. */
export interface Generated {
  /** From the root of the checkout. */
  path: string
  /** Its whole content; the same for the same code, on any machine at any time. */
  produce: () => Promise<string> | string
}

/** All there are. `npm run generate` writes them; test/house/generated.test.ts fails while one is stale. */
export const generated: readonly Generated[] = [
  { path: 'docs/dependencies.md', produce: dependenciesPage },
  { path: 'docs/authorization.md', produce: matrixPage },
  { path: 'docs/lifecycle.md', produce: lifecyclePage },
  { path: 'docs/findings.md', produce: findingsPage },
  { path: 'web/client.generated.ts', produce: clientSource },
  { path: 'src/capabilities/endpoints/acts.generated.ts', produce: actsSource },
]
