/** SOL-0042 from 42. Keys sort by number, not by letters, once there are more than 9,999. */
export const keyOf = (number: number): string => `SOL-${String(number).padStart(4, '0')}`
export const numberOf = (key: string): number => Number(key.slice('SOL-'.length))

/** What somebody looks for who typed this: one solution by its key, else those with these words. */
export const wantedBy = (q: string | undefined): { q?: string; number?: number } => {
  const typed = q?.trim() ?? ''
  if (/^sol-\d{1,15}$/i.test(typed)) return { number: Number(typed.slice('SOL-'.length)) }
  return q === undefined ? {} : { q }
}
