import { expect, it } from 'vitest'
import { z } from 'zod'
import { defineEntry, entryTypes } from './define-entry.ts'

const subject = { kind: 'solution', id: 's1', version: 1, digest: '1:x' }
const registered = defineEntry({ type: 'solution-registered', version: 1, data: z.strictObject({ tier: z.int() }), personal: ['name'] })
const registered2 = defineEntry({
  type: 'solution-registered',
  version: 2,
  data: z.strictObject({ tier: z.int(), unit: z.string() }),
  personal: ['name', 'purpose'],
})

it('an entry carries what its declaration names, personal values apart from the rest', () => {
  expect(registered({ subject, data: { tier: 2 }, personal: { name: 'Ada' } })).toEqual({
    type: 'solution-registered',
    version: 1,
    subject,
    data: { tier: 2 },
    personal: { name: 'Ada' },
  })
})

it("an entry that doesn't fit its declaration is never made", () => {
  // What a compiler would not let pass, as it might arrive from elsewhere.
  const make = (data: object, personal: object) => () => Reflect.apply(registered, undefined, [{ subject, data, personal }])
  expect(make({ tier: 2, name: 'Ada' }, { name: 'Ada' })).toThrow('name')
  expect(make({ tier: 'two' }, { name: 'Ada' })).toThrow('tier')
  expect(make({ tier: 2 }, {})).toThrow('name')
  expect(make({ tier: 2 }, { name: 'Ada', salary: '1' })).toThrow('salary')
})

it('earlier versions of a payload stay readable: a declaration that vanished is noticed', () => {
  expect(
    entryTypes([registered2, registered])
      .get('solution-registered')
      ?.map(({ version }) => version),
  ).toEqual([1, 2])
  expect(entryTypes([registered2, registered]).get('solution-registered')?.[0]?.data.parse({ tier: 3 })).toEqual({ tier: 3 })
  expect(() => entryTypes([registered2])).toThrow('expected version 1')
  expect(() => entryTypes([registered, registered])).toThrow('expected version 2')
})
