import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import { text } from '#src/kernel/text.ts'

/** What people type into a search field. */
export const searchText = () => text(100).describe('Words, or how they begin, in any order; accents and capitals make no difference.')

/**
 * Whether a text in SQL holds every word of a search, or one that begins with it. Uses the index on `words(text)`: the SQL
 * function folds a text as `folded` folds the search.
 */
export const holdsWords = (text: RawBuilder<string>, search: string) => foundBy(sql`words(${text})`, search)

/** The same for words that are kept with the row, as `words` made them. */
export const foundBy = (words: RawBuilder<unknown>, search: string) => {
  const typed = folded(search).split(/\s+/).filter(Boolean)
  if (typed.length === 0) return sql<boolean>`false`
  const query = typed.map(word => `'${word}':*`).join(' & ')
  return sql<boolean>`${words} @@ to_tsquery('simple', ${query})`
}

/** Without accents (combining marks after NFKD, Unicode TR #15) and with ASCII punctuation as gaps. */
const folded = (search: string): string =>
  search
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[!-/:-@[-`{-~]+/g, ' ')

/** True or false in an address, where everything is text. */
export const flag = () => z.union([z.boolean(), z.enum(['true', 'false']).transform(value => value === 'true')])
