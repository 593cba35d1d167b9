/**
 * JSON with one spelling for one value: keys sorted by UTF-16 code units, no white space (RFC 8785 for the values that we
 * store: text, safe integers, finite numbers, booleans, null, lists, plain objects). Equal values, equal bytes, equal digest.
 * @throws TypeError for anything else, `undefined` inside a list included; a key whose value is undefined is left out.
 */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form.`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (isPlain(value)) {
    let fields = ''
    for (const key of Object.keys(value).sort()) {
      const content = value[key]
      if (content !== undefined) fields += `${fields === '' ? '' : ','}${JSON.stringify(key)}:${canonical(content)}`
    }
    return `{${fields}}`
  }
  throw new TypeError(`A ${typeof value} has no canonical form.`)
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
