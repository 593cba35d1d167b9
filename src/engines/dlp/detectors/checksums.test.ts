import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import type { InfoType } from '../types.ts'
import { DETECTORS } from './index.ts'

/** A valid number, where the other library keeps its check, and numbers on which it knowingly differs. */
interface Case {
  type: InfoType
  valid: string
  reference: [country: string, id: string]
  apart?: RegExp
}

const CASES: readonly Case[] = [
  // The other library accepts bodies in which no digit, or one digit four times, repeats; the tax office issues none.
  { type: 'DE_TAX_ID', valid: '36574261809', reference: ['DE', 'idnr'], apart: /^(?!\d*(\d)\d*\1\d*\d$)|^\d*(\d)(?:\d*\2){3}/ },
  { type: 'FR_NIR', valid: '255081416802538', reference: ['FR', 'nir'], apart: /^[^12]|^\d{3}(?:[2-9]|1[3-9]|00)|^.{5}(?:00|9[6-9]|97)/ },
  { type: 'NL_BSN', valid: '111222333', reference: ['NL', 'bsn'] },
  {
    type: 'IT_FISCAL_CODE',
    valid: 'RSSMRA85T10A562S',
    reference: ['IT', 'codicefiscale'],
    apart: /^.{8}.(?:0[0-9]|[3-9])|^.{9}(?:[3-9]|00)/,
  },
  { type: 'PL_PESEL', valid: '44051401359', reference: ['PL', 'pesel'], apart: /^..[2-9]/ },
  { type: 'CH_AHV', valid: '7569217076985', reference: ['CH', 'ssn'] },
  { type: 'BR_CPF', valid: '52998224725', reference: ['BR', 'cpf'] },
  { type: 'BR_CNPJ', valid: '11222333000181', reference: ['BR', 'cnpj'] },
  { type: 'AU_TFN', valid: '123456782', reference: ['AU', 'tfn'] },
  { type: 'CA_SIN', valid: '130692544', reference: ['CA', 'sin'], apart: /^[08]/ },
  { type: 'IN_AADHAAR', valid: '234567890124', reference: ['IN', 'aadhaar'] },
]

/** Every number that differs from a valid one in one or two digits. */
const neighbours = (value: string): string[] => {
  const changed: string[] = []
  for (let i = 0; i < value.length; i++)
    for (let j = i; j < value.length; j++)
      for (let digit = 0; digit < 10; digit++) {
        if (!/\d/.test(value.charAt(i)) || !/\d/.test(value.charAt(j))) continue
        const chars = value.split('')
        chars[i] = String(digit)
        chars[j] = String((digit * 7 + j) % 10)
        changed.push(chars.join(''))
      }
  return changed
}

const accepts = ([country, id]: [string, string]) => {
  const validator = stdnum[country]?.[id]
  if (!validator) throw new Error(`stdnum has no ${country}.${id}`)
  return (value: string): boolean => validator.validate(value).isValid
}

describe('check formulas agree with an independent implementation', () => {
  it.each(CASES)('$type around $valid', ({ type, valid, reference, apart }) => {
    const forms = DETECTORS.flatMap(({ forms }) => forms ?? []).filter(
      form => form.type === type && form.written.some(written => written.length === valid.length && !/[^#A]/.test(written)),
    )
    const ours = (text: string): boolean => forms.some(form => form.check?.(text, text) ?? true)
    const theirs = accepts(reference)
    const tried = neighbours(valid).filter(text => !apart?.test(text) && !/^(\d)\1+$/.test(text))
    expect(ours(valid)).toBe(true)
    expect(tried.length).toBeGreaterThan(50)
    expect(tried.filter(text => ours(text) !== theirs(text))).toEqual([])
  })
})
