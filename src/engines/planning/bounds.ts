import { refuse, type Refusal } from '#src/kernel/refusal.ts'

/** Every input of this engine passes one of these: a number out of its range is refused by name, never computed with. */
export const bounded = (field: string, value: number, { min = 0, max = 1e9, above, below }: Range): number => {
  const fits = value >= min && value <= max && (above === undefined || value > above) && (below === undefined || value < below)
  if (fits) return value
  const low = above === undefined ? `at least ${min}` : `more than ${above}`
  const high = below === undefined ? `at most ${max}` : `less than ${below}`
  throw invalid(field, `${value} is out of range.`, `Give a number of ${low} and ${high}.`)
}

export const whole = (field: string, value: number, range: Range): number => {
  if (!Number.isInteger(value)) throw invalid(field, `${value} is not a whole number.`, 'Give a whole number.')
  return bounded(field, value, range)
}

/** A probability strictly between 0 and 1, such as a confidence. */
export const probability = (field: string, value: number): number => bounded(field, value, { above: 0, below: 1 })

/** A list of finite numbers with at least `least` of them. */
export const numbers = (
  field: string,
  values: readonly number[],
  least: number,
  range: Range = { min: -1e15, max: 1e15 },
): readonly number[] => {
  sized(field, values, least)
  values.forEach((value, index) => bounded(`${field}.${index}`, value, range))
  return values
}

export const sized = <T>(field: string, values: readonly T[], least: number, most = 1_000_000): readonly T[] => {
  if (values.length < least) throw invalid(field, `It has ${values.length} values.`, `Give at least ${least}.`)
  if (values.length > most) throw invalid(field, `It has ${values.length} values.`, `Give at most ${most}.`)
  return values
}

export const invalid = (field: string, reason: string, remedy: string): Refusal =>
  refuse('invalid', 'planning-input', reason, remedy, field)

/** Inclusive `min` and `max`, or exclusive `above` and `below`. */
export interface Range {
  min?: number
  max?: number
  above?: number
  below?: number
}
