/** What an entry's text says, for reading; the text itself is what was sealed. */
export interface Body {
  operation: string
  data: readonly [string, string][]
  personal: readonly string[]
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const recordIn = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})
const textIn = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

export const readBody = (body: string): Body => {
  const read: unknown = JSON.parse(body)
  const { operation, data, personal } = recordIn(read)
  return {
    operation: textIn(operation),
    data: Object.entries(recordIn(data)).map(([name, value]) => [name, textIn(value)]),
    personal: Object.keys(recordIn(personal)),
  }
}
