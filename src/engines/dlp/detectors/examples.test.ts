import { describe, expect, it } from 'vitest'
import { createScanner } from '../index.ts'
import { DETECTORS } from './index.ts'

const scanner = createScanner()

/** Text and span of an example whose value stands between « and ». */
const read = (example: string) => {
  const start = example.indexOf('«')
  const end = example.indexOf('»') - 1
  return { text: example.replace('«', '').replace('»', ''), start, end }
}

for (const { family, examples, types } of DETECTORS)
  describe(`the ${family} family proves itself`, () => {
    it.each(examples.flatMap(({ type, found }) => found.map(example => [type, example] as const)))('%s is found in %s', (type, example) => {
      const { text, start, end } = read(example)
      const findings = scanner.scan(text)
      expect(findings.map(f => `${f.type} ${text.slice(f.start, f.end)}`)).toContain(`${type} ${text.slice(start, end)}`)
    })
    it.each(examples.flatMap(({ type, ignored }) => ignored.map(text => [type, text] as const)))('%s is not seen in %s', (type, text) => {
      expect(scanner.scan(text).filter(finding => finding.type === type)).toEqual([])
    })
    it('has examples on both sides for each of its types', () => {
      for (const type of types)
        expect(
          examples.some(example => example.type === type && example.found.length > 0 && example.ignored.length > 0),
          type,
        ).toBe(true)
    })
  })
