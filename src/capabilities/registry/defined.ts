/** Without the fields that were not given. */
export const defined = <T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } => {
  const result: { [K in keyof T]?: Exclude<T[K], undefined> } = {}
  for (const key in given) if (given[key] !== undefined) Object.assign(result, { [key]: given[key] })
  return result
}
