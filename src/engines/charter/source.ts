import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import type { Problem } from './problem.ts'

/** A charter is read by people: a document far larger than any real one is refused, not parsed. */
const MAX_CHARACTERS = 1_000_000

export type Path = readonly PropertyKey[]

/** One YAML document that still knows on which line each of its parts stands. */
export class Source {
  readonly file: string
  readonly #text: string
  readonly #document: Document
  readonly #lines: LineCounter
  #value: unknown

  private constructor(file: string, text: string, document: Document, lines: LineCounter) {
    this.file = file
    this.#text = text
    this.#document = document
    this.#lines = lines
  }

  static read(file: string, text: string): { source: Source; problems: readonly Problem[] } {
    const lines = new LineCounter()
    const tooLarge = text.length > MAX_CHARACTERS
    const document = parseDocument(tooLarge ? '' : text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, logLevel: 'error' })
    const source = new Source(file, text, document, lines)
    const problems = document.errors.map(error =>
      source.#at(
        error.pos[0],
        `This is not readable as YAML: ${error.message}.`,
        'Check indentation, quotes and colons on this line and the one above.',
      ),
    )
    if (tooLarge)
      problems.push(
        source.#at(0, `The document has ${text.length} characters.`, `Keep a charter document under ${MAX_CHARACTERS} characters.`),
      )
    try {
      // Aliases are bounded, so that a small file cannot unfold into a large one.
      source.#value = document.toJS({ maxAliasCount: 100 })
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error
      problems.push(
        source.#at(0, `An alias can't be followed: ${error.message}.`, 'Write the words out instead of pointing to them with & and *.'),
      )
    }
    return { source, problems }
  }

  /** The document as plain values; undefined where it could not be read. */
  value(): unknown {
    return this.#value
  }

  /** A problem at a value, or at the nearest part around it that exists. */
  problem(path: Path, wrong: string, instead: string): Problem {
    return this.#at(this.#offset(path), wrong, instead)
  }

  /** A problem at a key of a mapping, rather than at its value. */
  problemAtKey(path: Path, key: string, wrong: string, instead: string): Problem {
    const map = this.#document.getIn([...path], true)
    if (isMap(map))
      for (const item of map.items)
        if (isPair(item) && isScalar(item.key) && item.key.value === key && item.key.range)
          return this.#at(item.key.range[0], wrong, instead)
    return this.problem(path, wrong, instead)
  }

  /** A problem at some words inside a text value, such as one name within a condition. */
  problemAtWords(path: Path, words: string, wrong: string, instead: string): Problem {
    const start = this.#offset(path)
    const found = words === '' ? -1 : this.#text.indexOf(words, start)
    return this.#at(found < 0 ? start : found, wrong, instead)
  }

  #offset(path: Path): number {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? this.#document.contents : this.#document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return node.range[0]
    }
    return 0
  }

  #at(offset: number, wrong: string, instead: string): Problem {
    const { line, col } = this.#lines.linePos(offset)
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), wrong, instead }
  }
}
