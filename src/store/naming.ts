import { PostgresDialect, PostgresQueryCompiler } from 'kysely'

/*
 * Code says `changedAt` where the database says `changed_at`. Names change as a query is written out and as its rows are read (`batch.ts`): Kysely's
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
export const inCode = remembered(name => name.replace(/(?<=.)_+(.)/g, (_, letter: string) => letter.toUpperCase()))

export class Compiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(name: string): string {
    return super.sanitizeIdentifier(inDatabase(name))
  }
}

export class Dialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new Compiler()
  }
}
