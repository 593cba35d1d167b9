import { hash } from 'node:crypto'

/**
 * Whether something is among those that are looked at once more. It follows from the id alone: nobody can draw again, and two
 * servers draw the same. Over many ids the share is as asked for.
 * @param percent from 0 to 100.
 */
export const isDrawn = (id: string, percent: number): boolean => {
  const lot = Number.parseInt(hash('sha256', `second-look\n${id}`, 'hex').slice(0, 8), 16)
  return lot / 2 ** 32 < percent / 100
}
