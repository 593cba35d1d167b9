import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { DETECTORS } from './index.ts'
import type { InfoType } from '../types.ts'

/**
 * The check formulas against a second, independent implementation: all numbers one and two characters away from a
 * valid one, and a block of consecutive ones. Where the other library knowingly checks something else, it is left out.
 */
const cases: readonly (readonly [InfoType, string, (value: string) => boolean, skip?: RegExp])[] = [
  ['DE_TAX_ID', '36574261809', (value) => stdnum.DE.idnr.validate(value).isValid, /^(?!\d*(\d)\d*\1\d*\d$)/],
  ['FR_NIR', '255081416802538', (value) => stdnum.FR.nir.validate(value).isValid, /^[^12]|^\d{3}(?:[2-9]|1[3-9]|00)|^.{5}(?:00|9[6-9]|97)/],
  ['NL_BSN', '111222333', (value) => stdnum.NL.bsn.validate(value).isValid],
  ['IT_FISCAL_CODE', 'RSSMRA85T10A562S', (value) => stdnum.IT.codicefiscale.validate(value).isValid, /^.{8}.(?:0[0-9]|[3-9])|^.{9}(?:[3-9]|00)/],
  ['PL_PESEL', '44051401359', (value) => stdnum.PL.pesel.validate(value).isValid, /^..[2-9]/],
  ['CH_AHV', '7569217076985', (value) => stdnum.CH.ssn.validate(value).isValid],
  ['BR_CPF', '52998224725', (value) => stdnum.BR.cpf.validate(value).isValid],
  ['AU_TFN', '123456782', (value) => stdnum.AU.tfn.validate(value).isValid],
  ['CA_SIN', '130692544', (value) => stdnum.CA.sin.validate(value).isValid, /^[08]/],
  ['IN_AADHAAR', '234567890124', (value) => stdnum.IN.aadhaar.validate(value).isValid],
  ['BR_CNPJ', '11222333000181', (value) => stdnum.BR.cnpj.validate(value).isValid],
]

const neighbours = (value: string): string[] => {
  const changed: string[] = []
  for (let i = 0; i < value.length; i++)
    for (let j = i; j < value.length; j++)
      for (let digit = 0; digit < 10; digit++) {
        if (!/\d/.test(value.charAt(i)) || !/\d/.test(value.charAt(j))) continue
        const chars = [...value]
        chars[i] = String(digit)
        chars[j] = String((digit * 7 + j) % 10)
        changed.push(chars.join(''))
      }
  return changed
}

describe('check formulas agree with an independent implementation', () => {
  it.each(cases)('%s around %s', (type, value, reference, skip) => {
    const checks = DETECTORS.flatMap(({ forms }) => forms ?? []).filter((form) => form.type === type && form.written.some((written) => written.length === value.length && !/[^#A]/.test(written)))
    const ours = (text: string): boolean => checks.some((form) => form.check?.(text, text) ?? true)
    const tried = [value, ...neighbours(value)].filter((text) => !skip?.test(text))
    const differing = tried.filter((text) => ours(text) !== reference(text) && !/^(\d)\1+$/.test(text))
    expect(ours(value)).toBe(true)
    expect(differing).toEqual([])
  })
})
