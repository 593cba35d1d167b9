import { Malformed } from './malformed.ts'

/** Reads a size or index as C2SP writes it: ASCII digits, no leading zero, at most 2^53 − 1. */
export const parseDecimal = (text: string, what: string): number => {
  const value = Number(text)
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text) || !Number.isSafeInteger(value)) {
    throw new Malformed(`${what} should be a whole number from 0 to 2^53 − 1 without leading zeroes`)
  }
  return value
}
