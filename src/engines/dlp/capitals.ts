/**
 * Runs of capitalised words: the only places where names of people, places and organisations are looked for. Scanned
 * by hand, because a pattern with Unicode classes over the whole text costs more than all other detectors together.
 */
export interface CapitalWord {
  text: string
  start: number
  end: number
}

const UPPER = 1
const LOWER = 2
const letters = new Uint8Array(0x530)
for (let code = 65; code < letters.length; code++) {
  const char = String.fromCharCode(code)
  if (/\p{Lu}/u.test(char)) letters[code] = UPPER
  else if (/[\p{Ll}\p{Lo}\p{Lm}\p{M}]/u.test(char)) letters[code] = LOWER
}

const kindOf = (code: number): number => (code < letters.length ? (letters[code] ?? 0) : 0)

/** Small words that stand inside names: "van der", "de la", "bin", "and" is not one of them. */
const PARTICLES = new Set(
  'van von der den de del della di da do dos das du la le les el al bin ben ibn ter ten zu zum zur af av y e ap ua'.split(' '),
)
const MAX_WORDS = 8

/** A superset of the capitals in `letters`, so that everything between them is skipped at the engine's own speed. */
const MAYBE_UPPER = /[A-Z\u00c0-\u00de\u0100-\u024f\u0370-\u03ff\u0400-\u042f\u0460-\u052f]/g

/** Calls `visit` for each run that begins at or behind `from` and before `to`, its words separated by one space (or an initial's point and a space). */
export const eachCapitalRun = (text: string, from: number, to: number, visit: (words: readonly CapitalWord[]) => void): void => {
  let i = from
  for (;;) {
    MAYBE_UPPER.lastIndex = i
    const candidate = MAYBE_UPPER.exec(text)
    if (!candidate || candidate.index >= to) return
    i = candidate.index
    if (kindOf(text.charCodeAt(i)) !== UPPER || (i > 0 && kindOf(text.charCodeAt(i - 1)) !== 0) || isInside(text, i)) {
      i = wordEnd(text, i)
      continue
    }
    const words: CapitalWord[] = []
    let at = i
    let end = i
    while (words.length < MAX_WORDS) {
      const stop = wordEnd(text, at)
      words.push({ text: text.slice(at, stop), start: at, end: stop })
      end = stop
      const next = nextWord(text, stop)
      if (next < 0) break
      if (kindOf(text.charCodeAt(next)) === UPPER) {
        at = next
        continue
      }
      const after = pastParticles(text, next, words)
      if (after < 0) break
      at = after
    }
    while (words.length > 0 && PARTICLES.has(words.at(-1)?.text ?? '')) words.pop()
    visit(words)
    i = Math.max(end, i + 1)
  }
}

/** Part of an identifier, an address or a path. */
const isInside = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1)
  return (
    (before >= 48 && before <= 57) ||
    before === 95 ||
    before === 64 ||
    (before === 47 && text.charCodeAt(at - 2) !== 32) ||
    before === 92 ||
    before === 35
  )
}

const wordEnd = (text: string, from: number): number => {
  let i = from + 1
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (kindOf(code) !== 0) continue
    const joins = code === 45 || code === 39 || code === 0x2019
    if (!joins || kindOf(text.charCodeAt(i + 1)) === 0) break
    if (code !== 45 && text.charCodeAt(i + 1) === 115 && kindOf(text.charCodeAt(i + 2)) === 0) break
  }
  return i
}

/** Where the next word of the run begins: one space on, or a point and a space after one or two letters. */
const nextWord = (text: string, end: number): number => {
  const code = text.charCodeAt(end)
  if (code === 32) return kindOf(text.charCodeAt(end + 1)) !== 0 ? end + 1 : -1
  if (code !== 46 || !isAbbreviation(text, end)) return -1
  if (text.charCodeAt(end + 1) === 32) return kindOf(text.charCodeAt(end + 2)) === UPPER ? end + 2 : -1
  return kindOf(text.charCodeAt(end + 1)) === UPPER ? end + 1 : -1
}

const ABBREVIATIONS = /(?:^|[^\p{L}])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Sr|Sra|Jr|Ing|Dott|Mme|Mlle|Hr|Fr|Capt|Lt|Sgt|Rev|Hon|Gen|Col)$/u
const isAbbreviation = (text: string, point: number): boolean => ABBREVIATIONS.test(text.slice(Math.max(0, point - 5), point))

/** "al-Mansouri": the small article belongs to the name behind it. */
const ARABIC_ARTICLE = /^(?:al|el|ad|as|ar|an|at|ben|bin)-\p{Lu}/u

const pastParticles = (text: string, from: number, words: CapitalWord[]): number => {
  let at = from
  const taken: CapitalWord[] = []
  for (let n = 0; n < 3; n++) {
    const stop = wordEnd(text, at)
    const word = text.slice(at, stop)
    if (ARABIC_ARTICLE.test(word)) {
      words.push(...taken)
      return at
    }
    if (!PARTICLES.has(word)) return -1
    taken.push({ text: word, start: at, end: stop })
    const next = nextWord(text, stop)
    if (next < 0) return -1
    if (kindOf(text.charCodeAt(next)) === UPPER) {
      words.push(...taken)
      return next
    }
    at = next
  }
  return -1
}

export const isParticle = (word: string): boolean => PARTICLES.has(word)
