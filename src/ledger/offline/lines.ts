import { createReadStream } from 'node:fs'
import { MAX_LINE_CHARACTERS } from './format.ts'

/** A line that is longer than any of ours: reading on would only fill the memory. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong'
}

/** The lines of a file, one at a time, without their line breaks; memory stays bounded by the longest line. */
export const fileLines = async function* (path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (rest.length > MAX_LINE_CHARACTERS) throw new LineTooLong(`a line has more than ${MAX_LINE_CHARACTERS} characters`)
  }
  if (rest !== '') yield rest
}
