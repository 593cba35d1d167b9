import { hash } from 'node:crypto'

/**
 * SHA-256 (hex) of a value's canonical JSON: keys in code-unit order, no white space, as RFC 8785 orders them. Two
 * charters that differ only in layout, comments or the order of fields have one digest.
 */
export const digestOf = (value: unknown): string => hash('sha256', canonical(value), 'hex')

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`)
  return `{${fields.join(',')}}`
}
