import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../harness.ts'

/** One cell of docs/authorization.md as somebody who reads the page understands it: `yes`, or the code of the refusal. */
export interface Cell {
  operation: string
  about: string
  caller: string
  answer: string
}

/**
 * Every cell of the page as it stands in the repository. It is what people reviewed, so the running server is compared
 * with it, and not with the functions that both come from.
 */
export const cellsOfPage = (page = readFileSync(join(root, 'docs', 'authorization.md'), 'utf8')): Cell[] => {
  const [before = '', ...parts] = page.split(/^## /m)
  const turnedAway = parts.flatMap(part => rowsIn(part).filter(cells => cells.length === 3 && /^`[\w-]+`$/.test(cells[2] ?? '')))
  const asked = parts.flatMap(cellsOfPart)
  const rows = new Map(asked.map(cell => [`${cell.operation}\n${cell.about}`, cell]))
  if (before === '' || asked.length === 0) throw new Error('docs/authorization.md has no tables.')
  return [
    ...asked,
    ...[...rows.values()].flatMap(({ operation, about }) =>
      turnedAway.map(([caller = '', , told = '']) => ({ operation, about, caller, answer: told.replaceAll('`', '') })),
    ),
  ]
}

const cellsOfPart = (part: string): Cell[] => {
  const letters = new Map([...part.matchAll(/(?:^|· )([a-z]{1,2}) `([\w-]+)`/gm)].map(([, letter = '', code = '']) => [letter, code]))
  let columns: string[] = []
  return rowsIn(part).flatMap(([first = '', ...cells]) => {
    if (first === 'operation') columns = cells
    const [, operation, about = ''] = /^`([\w-]+)`(?: (.+))?$/.exec(first) ?? []
    if (operation === undefined || cells.length !== columns.length) return []
    return cells.map((cell, i) => ({
      operation,
      about,
      caller: columns[i] ?? '',
      answer: cell === '●' ? 'yes' : (letters.get(cell) ?? cell),
    }))
  })
}

const rowsIn = (part: string): string[][] =>
  part
    .split('\n')
    .filter(line => line.startsWith('| '))
    .map(line =>
      line
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim()),
    )
