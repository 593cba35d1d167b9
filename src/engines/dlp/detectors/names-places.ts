import type { Report } from '../types.ts'
import { AMBIGUOUS_PLACES, PLACES } from '../words/places.ts'
import { isCapitals, type Word } from './names-nature.ts'

/** Before a place. */
const PLACE_CUE =
  /\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Nn]ear|[Vv]isit(?:ed|ing|s)?|[Vv]ia|[Oo]utside|[Aa]round|[Tt]owards?|[Tt]hrough|[Aa]cross|[Ll]eaving|[Ll]eave|[Bb]etween|city of|town of|state of|in downtown|over|aus|nach|bei|à|en|de|desde|a|da|di|dans|près de|uit|naar|till|från|i|w|z|do)\s*$/
const STRONG_PLACE_CUE =
  /\b(?:lives? in|lived in|living in|born in|raised in|grew up in|moved to|moving to|move to|relocat(?:ed|ing|e) to|located in|based in|headquartered in|situated in|resid(?:es?|ed|ing) in|resident of|citizen of|city of|town of|village of|capital of|province of|region of|county of|state of|country of|travel(?:l?ed|l?ing|s)? to|trip to|flights? to|flights? from|fly(?:ing)? to|flew to|flying from|vacation in|holiday in|visited|visiting|mov(?:ed|ing) from|(?:offices?|branch|store|plant|factory|warehouse|hospital|school|hotel|conference|meeting|event|weather) in|works? in|working in|worked in|stay(?:ed|ing)? in|wohnt in|wohne in|geboren in|lebt in|habite à|né(?:e)? à|vive en|nacid[oa] en|nato a|nata a|abita a|vivo en|woont in|bor i|[Cc]ity["']?\s*[:=]\s*["']?|[Tt]own["']?\s*[:=]\s*["']?|[Cc]ountry["']?\s*[:=]\s*["']?|[Oo]rt:|[Ss]tadt:|[Vv]ille ?:|[Cc]iudad:|[Ll]ocation["']?\s*[:=]\s*["']?|[Pp]lace of birth:?|[Bb]irthplace:?)\s*$/i

/** The last word of every cue above: most words stop here. */
const PLACE_CUE_END = /(?:\b(?:in|to|of|from|a|en|i|visited|visiting)|à|[:="'])\s*$/i
const PLACE_OPENER =
  /^(?:North|South|East|West|New|Port|Lake|Saint|St|San|Santa|Los|Las|El|La|Le|Les|Fort|Mount|Upper|Lower|Great|Old|Bad)$/

/** Places the lists know, and any name right behind words that only a place follows. */
export const places = (text: string, words: readonly Word[], taken: Uint8Array, report: Report): void => {
  for (let i = 0; i < words.length; i++) {
    if (taken[i] === 1) continue
    const word = words[i]
    if (!word) continue
    const before = word.opensPlace ? text.slice(Math.max(0, word.start - 24), word.start) : ''
    let found = false
    for (let n = word.opensPlace ? Math.min(4, words.length - i) : 0; n > 0 && !found; n--) {
      const last = words[i + n - 1]
      if (!last) continue
      const name = text.slice(word.start, last.end)
      const dotted = name + '.'
      const full = PLACES.has(name) ? name : text.charAt(last.end) === '.' && PLACES.has(dotted) ? dotted : ''
      if (full === '') continue
      const cue = PLACE_CUE.test(before)
      if (n === 1 && AMBIGUOUS_PLACES.has(name) && !cue && !/^,\s+\p{Lu}/u.test(text.slice(last.end, last.end + 4))) continue
      report({ type: 'LOCATION', start: word.start, end: word.start + full.length, confidence: cue ? 0.85 : n > 1 ? 0.8 : 0.7 })
      taken.fill(1, i, i + n)
      found = true
      i += n - 1
    }
    if (
      found ||
      (word.common && !PLACE_OPENER.test(word.text)) ||
      word.title ||
      word.particle ||
      !PLACE_CUE_END.test(text.slice(Math.max(0, word.start - 12), word.start)) ||
      !STRONG_PLACE_CUE.test(text.slice(Math.max(0, word.start - 40), word.start))
    )
      continue
    let to = i
    while (to + 1 < words.length && taken[to + 1] !== 1 && to - i < 3 && words[to + 1]?.title !== true) to++
    const last = words[to]
    if (!last || isCapitals(word) || last.common) continue
    report({ type: 'LOCATION', start: word.start, end: last.end, confidence: 0.65 })
    taken.fill(1, i, to + 1)
  }
}
