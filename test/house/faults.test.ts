import { join } from 'node:path'
import { test } from 'vitest'
import { expectApplicable } from '../faults/changed-tree.ts'
import { otherGuards, refusalsIn } from '../faults/guards.ts'
import { mutations } from '../faults/mutations.ts'

const root = join(import.meta.dirname, '../..')

test('what the long programmes take out of the source or break in it stands there still, as they name it', () => {
  expectApplicable([...otherGuards, ...refusalsIn(root), ...mutations])
})
