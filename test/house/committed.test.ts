import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, sourcesIn } from './sources.ts'

test.runIf(existsSync(join(root, '.git')))('git ignores none of the sources, so that a clone has what its author had', () => {
  const paths = ['src', 'web', 'test', 'scripts'].flatMap(sourcesIn).map(({ path }) => path)
  expect(paths.length).toBeGreaterThan(100)
  const { stdout, status } = spawnSync('git', ['check-ignore', '--no-index', '--stdin'], {
    cwd: root,
    input: paths.join('\n'),
    encoding: 'utf8',
  })
  expect(stdout.trim()).toBe('')
  expect(status).toBe(1) // git's word for "none of them"
})
