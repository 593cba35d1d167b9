import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScanner, createVault, redact, restore } from './index.ts'

const scanner = createScanner()

describe('redaction', () => {
  it('gives one value one placeholder wherever it stands', () => {
    const { text } = scanner.redact('From a@example.com to b@example.com, copy a@example.com.')
    expect(text).toBe('From [EMAIL_ADDRESS_1] to [EMAIL_ADDRESS_2], copy [EMAIL_ADDRESS_1].')
  })

  it('keeps numbering over the messages of a conversation', () => {
    const vault = createVault()
    scanner.redact('a@example.com', vault)
    expect(scanner.redact('b@example.com and a@example.com', vault).text).toBe('[EMAIL_ADDRESS_2] and [EMAIL_ADDRESS_1]')
  })

  it('never takes a placeholder that the text already contains', () => {
    const text = 'The token [EMAIL_ADDRESS_1] stands for a@example.com'
    const redacted = scanner.redact(text)
    expect(redacted.text).toBe('The token [EMAIL_ADDRESS_1] stands for [EMAIL_ADDRESS_2]')
    expect(restore(redacted.text, redacted.originals)).toBe(text)
  })

  it('is undone exactly by restoring, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom(' a@example.com ', ' 4111 1111 1111 1111 ', '[EMAIL_ADDRESS_1]', '$&')), {
          maxLength: 20,
        }),
        parts => {
          const text = parts.join('')
          const redacted = scanner.redact(text)
          expect(restore(redacted.text, redacted.originals)).toBe(text)
        },
      ),
    )
  })

  it('refuses findings of another text', () => {
    expect(() => redact('short', [{ type: 'PERSON', start: 3, end: 99, confidence: 1 }])).toThrow('outside the text')
  })
})
