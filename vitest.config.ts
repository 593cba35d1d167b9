import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const database = ['test/db/**/*.test.ts', 'test/postgres/**/*.test.ts']

/**
 * Programmes over many random cases of rules that no store has a part in. `npm test` runs them on PostgreSQL; on the embedded store they
 * are long programmes, like `faults`: there they take a quarter of their ring.
 */
const ofRules = [
  'test/db/scope.test.ts',
  'test/db/simulation.test.ts',
  'test/db/findings-walks.test.ts',
  'test/db/effects-walks.test.ts',
  'test/db/charter-impact.test.ts',
  'test/db/second-factor.test.ts',
]
const embedded = {
  globalSetup: ['test/embedded/for-tests.ts'],
  provide: { engine: 'pglite' as const },
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

/**
 * Rings of tests, fastest first. `unit` needs nothing; `pg` and `pglite` run the same files on the two stores;
 * `browser` drives a real browser against a real server; `faults` and `pglite-rules` hold the long programmes, which
 * `npm test` leaves out. A database test learns where it runs by `inject('engine')` and gets its database from test/postgres/fresh.ts.
 */
export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    // More than there are cores: most of a database or browser test is waiting for another process, or for a page to rest.
    maxWorkers: 2 * availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'web/**/*.test.ts', 'test/house/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pg',
          include: database,
          globalSetup: ['test/postgres/for-tests.ts', 'test/embedded/for-tests.ts'],
          provide: { engine: 'pg' },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pglite',
          include: ['test/db/**/*.test.ts'],
          exclude: ['test/db/locking/**', ...ofRules],
          ...embedded,
        },
      },
      { extends: true, test: { name: 'pglite-rules', include: ofRules, ...embedded } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/for-tests.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: ['test/postgres/for-tests.ts', 'test/embedded/for-tests.ts'],
          provide: { engine: 'pg' },
          testTimeout: 7_200_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
