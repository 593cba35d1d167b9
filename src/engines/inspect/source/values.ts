/** Looking into values that nobody has checked: each answers with an empty value instead of failing. */

export type Json = Record<string, unknown>

export const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

export const record = (value: unknown): Json => (isRecord(value) ? value : {})
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The value under a path of own keys, or undefined. Inherited names (`constructor`) are never found. */
export const at = (value: unknown, ...path: (string | number)[]): unknown => {
  let here = value
  for (const key of path) {
    if (Array.isArray(here)) here = typeof key === 'number' ? here[key] : undefined
    else if (isRecord(here) && Object.hasOwn(here, key)) here = here[key]
    else return undefined
  }
  return here
}

/** Every string below a value, with the key it stands under, depth first. The source is already bounded in depth. */
export function* strings(value: unknown, key = ''): Generator<{ key: string; value: string }> {
  if (typeof value === 'string') yield { key, value }
  else if (Array.isArray(value)) for (const item of value) yield* strings(item, key)
  else if (isRecord(value)) for (const [name, item] of Object.entries(value)) yield* strings(item, name)
}

/** `x` or `{mode, value: x}`: the two ways in which builders store a choice. */
export const choice = (value: unknown): string => text(isRecord(value) ? value['value'] : value)
