import type { Texts } from '../../texts/en.ts'

/** What people call a kind of proposal; a kind that these pages do not know is told by its own name. */
export const kindName = ({ kinds }: Texts['access']['proposals'], kind: string): string => {
  const known: Readonly<Record<string, string>> = kinds
  return known[kind] ?? kind.replaceAll('-', ' ')
}
