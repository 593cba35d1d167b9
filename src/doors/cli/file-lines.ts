import { createReadStream } from 'node:fs'
import { refuse } from '#src/kernel/refusal.ts'

/**
 * The lines of a file, one at a time, without their line breaks; memory stays bounded by the longest line allowed.
 * @throws Refusal where the file can't be read or has a longer line.
 */
export const fileLines = async function* (path: string, maxCharacters: number): AsyncGenerator<string> {
  let rest = ''
  try {
    for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
      if (rest.length > maxCharacters)
        throw refuse(
          'too-large',
          'line-too-long',
          `${path} has a line of more than ${maxCharacters} characters.`,
          'Give a file that Guildhall wrote.',
        )
    }
  } catch (error) {
    throw error instanceof Error && 'code' in error && 'syscall' in error
      ? refuse(
          'invalid',
          'file-unreadable',
          `${path} can't be read: ${String(error.code)}.`,
          'Check the name and the permissions of the file.',
        )
      : error
  }
  if (rest !== '') yield rest
}
