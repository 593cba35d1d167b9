import { fromBase64, toBase64 } from '../base64.ts'
import { SALT_BYTES, commitment } from '../commitment.ts'
import { Malformed } from '../malformed.ts'
import { commitmentsOf } from './format.ts'
import type { Disclosure, EntryLine } from './format.ts'

/** Compares the values that an entry line shows with the commitments in its body. */
export const checkDisclosures = ({ body, personal = {} }: EntryLine): { disclosed: number; erased: number; wrong: string[] } => {
  const commitments = commitmentsOf(body)
  const shown = Object.entries(personal)
  const wrong = shown.flatMap(([field, disclosure]) => {
    const committed = commitments.get(field)
    if (committed === undefined) return [`a value for "${field}" is shown that was never recorded`]
    return fits(disclosure, committed) ? [] : [`the value shown for "${field}" is not the one that was recorded`]
  })
  return {
    disclosed: shown.length - wrong.length,
    erased: [...commitments.keys()].filter(field => !Object.hasOwn(personal, field)).length,
    wrong,
  }
}

const fits = ({ salt, value }: Disclosure, committed: string): boolean => {
  try {
    return toBase64(commitment(fromBase64(salt, 'a salt', SALT_BYTES), value)) === committed
  } catch (error) {
    if (error instanceof Malformed) return false
    throw error
  }
}
