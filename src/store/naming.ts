import { PostgresDialect, PostgresQueryCompiler } from 'kysely'
import type { KyselyPlugin, PluginTransformResultArgs, QueryResult, UnknownRow } from 'kysely'

/*
 * Code says `changedAt` where the database says `changed_at`. Names change as a query is written out and as its rows come in: Kysely's
 * own plugin copies the whole query first, which is a third of what making one costs.
 */

const remembered = (change: (name: string) => string) => {
  const known = new Map<string, string>()
  return (name: string): string => {
    const before = known.get(name)
    if (before !== undefined) return before
    const changed = change(name)
    known.set(name, changed)
    return changed
  }
}

const inDatabase = remembered(name => name.replace(/(?<![A-Z])[A-Z]/g, '_$&').toLowerCase())
const inCode = remembered(name => name.replace(/(?<=.)_+(.)/g, (_, letter: string) => letter.toUpperCase()))

class Compiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(name: string): string {
    return super.sanitizeIdentifier(inDatabase(name))
  }
}

export class Dialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new Compiler()
  }
}

export const namesOfCode: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => Promise.resolve(renamed(result)),
}

/** Within a value, as in a column of JSON, names stay what they are. */
const renamed = (result: QueryResult<UnknownRow>): QueryResult<UnknownRow> => {
  const names = Object.keys(result.rows[0] ?? {})
  if (names.every(name => inCode(name) === name)) return result
  const [from, to] = [names, names.map(inCode)]
  const rows = result.rows.map(row => {
    const mapped: Record<string, unknown> = {}
    for (let i = 0; i < from.length; i += 1) mapped[to[i] ?? ''] = row[from[i] ?? '']
    return mapped
  })
  return { ...result, rows }
}
