import { defineConfig } from 'vitest/config'

/**
 * Four rings of tests, fastest first. `unit` needs nothing; `pg` and `pglite` run the same files on the two stores;
 * `browser` drives a real browser against a real server.
 */
export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts', 'test/house/**/*.test.ts'] } },
    ],
  },
})
