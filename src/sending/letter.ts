/** What one person is told, before it takes the form of a channel. Each text is plain; none is markup anywhere. */
export interface Letter {
  /** Names it wherever it goes; a repeated attempt carries the same one. */
  readonly id: string
  readonly language: Language
  readonly subject: string
  readonly greeting: string
  readonly lines: readonly (string | Linked)[]
  /** What the reader can do about it, and where. */
  readonly action: { readonly label: string; readonly url: string } | null
  /** Why this reader gets it, as a sentence. */
  readonly reason: string
  /** A date to take into one's own calendar, as a file; mail alone carries it. */
  readonly calendar?: string
}

/** A line that leads somewhere, as each item of a digest does. */
export interface Linked {
  readonly text: string
  readonly url: string
}

export type Language = 'en' | 'de'

export const lineText = (line: string | Linked): string => oneLine(typeof line === 'string' ? line : line.text)

/**
 * Text that stays on its line. What people typed comes into subjects and lists, where a line break could begin a header or
 * forge an item, and a bidirectional override could turn the rest around (Unicode TR #36 §2.10).
 */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()

/** A line cut to a length in UTF-16 units, never within a character. */
export const cut = (text: string, most: number): string => {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/**
 * A letter with as many of its lines as fit, and a last one that says how many more there are.
 * @param most the most lines that are ever tried
 * @param fits whether a form with these lines keeps its channel's limits; more lines never fit better
 */
export const fitted = (letter: Letter, most: number, fits: (letter: Letter) => boolean): Letter => {
  if (letter.lines.length <= most && fits(letter)) return letter
  for (let kept = Math.min(letter.lines.length, most) - 1; kept > 0; kept -= 1) {
    const shorter = { ...letter, lines: [...letter.lines.slice(0, kept), more[letter.language](letter.lines.length - kept)] }
    if (fits(shorter)) return shorter
  }
  return { ...letter, lines: [more[letter.language](letter.lines.length)] }
}

const more: Readonly<Record<Language, (count: number) => string>> = {
  en: count => `And ${count} more.`,
  de: count => `Und ${count} weitere.`,
}
