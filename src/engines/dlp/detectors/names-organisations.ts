import type { Report } from '../types.ts'
import { BODY_FIRST, BODY_LAST, KNOWN_COMPANIES, LEGAL_FORM } from '../words/organisations.ts'
import { isCapitals, type Word } from './names-nature.ts'

/** Legal forms whose points and small letters end a run of capitals. */
const DOTTED_FORM = /^ (?:S\.[pP]\.[aA]\.|S\.[rR]\.[lL]\.|S\.à ?r\.l\.|s\.r\.o\.|a\.s\.|d\.o\.o\.|sp\. z o\.o\.|e\. ?V\.)/

/** Well-known companies, names that end in a legal form, and bodies that say what they are. */
export const organisations = (text: string, words: readonly Word[], taken: Uint8Array, report: Report): void => {
  const tell = (from: number, to: number, confidence: number): void => {
    const first = words[from]
    const last = words[to]
    if (!first || !last) return
    let end = last.end
    if (text.charAt(end) === '.' && /^(?:Inc|Corp|Ltd|Co|Bros|Kft|Zrt)$/.test(last.text)) end++
    report({ type: 'ORGANIZATION', start: first.start, end, confidence })
    taken.fill(1, from, to + 1)
  }
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word || taken[i] === 1) continue
    for (let n = word.opensCompany ? Math.min(3, words.length - i) : 0; n > 0; n--) {
      const last = words[i + n - 1]
      if (last && KNOWN_COMPANIES.has(text.slice(word.start, last.end))) {
        tell(i, i + n - 1, 0.75)
        break
      }
    }
    if (i > 0 && LEGAL_FORM.test(word.text)) {
      let from = i
      while (
        from > 0 &&
        taken[from - 1] !== 1 &&
        words[from - 1]?.title !== true &&
        !/^(?:The|At|In|From|To|For|By|With|Our|My|I)$/.test(words[from - 1]?.text ?? '')
      )
        from--
      const weak =
        /^(?:Group|Partners|Associates|Solutions|Consulting|Company|Industries|Enterprises|Ventures|Technologies|Holding|Holdings|Co|AS|SE|SA|SL|AB|Limited|Sons)$/.test(
          word.text,
        )
      const shouted = isCapitals(word) && words.slice(from, i).every(isCapitals) && i - from > 1
      const named = !shouted && words.slice(from, i).some(part => !part.common)
      if (from < i && (!weak || named)) tell(from, i, weak ? 0.65 : 0.85)
    } else if (i > 0 && BODY_LAST.test(word.text) && taken[i - 1] !== 1 && !(word.surname && words[i - 1]?.given === true)) {
      let from = i
      while (from > 0 && taken[from - 1] !== 1 && !/^(?:The|At|In|From|To|For|By|With|Our|My|I)$/.test(words[from - 1]?.text ?? '')) from--
      if (from < i && words.slice(from, i).some(part => !part.common)) tell(from, i, 0.65)
    } else if (!word.common && DOTTED_FORM.test(text.slice(word.end, word.end + 16))) {
      report({
        type: 'ORGANIZATION',
        start: word.start,
        end: word.end + (DOTTED_FORM.exec(text.slice(word.end, word.end + 16))?.[0].length ?? 0),
        confidence: 0.85,
      })
      taken[i] = 1
    } else if (BODY_FIRST.test(word.text) && /^ (?:of|de|di|der|für|do) \p{Lu}\p{L}+/u.test(text.slice(word.end, word.end + 24))) {
      const tail = /^ (?:of|de|di|der|für|do) \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?/u.exec(text.slice(word.end, word.end + 60))?.[0] ?? ''
      report({ type: 'ORGANIZATION', start: word.start, end: word.end + tail.length, confidence: 0.65 })
      taken[i] = 1
    }
  }
}
