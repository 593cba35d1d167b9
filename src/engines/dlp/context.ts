/**
 * Words around a candidate. A label ("SSN:", "Steuer-ID", `customerSsn`) stands before its value or, in the same
 * clause, right behind it ("… is my tax number").
 */
const BEFORE = 72
const AFTER = 36

/** Lower case, with `camelCase` and `snake_case` opened up, so that labels in code and JSON read like words. */
const opened = (slice: string): string =>
  slice
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_"'`*<>]+/g, ' ')
    .toLowerCase()

/** What stands before a candidate, in its paragraph, at most `reach` (72) characters. */
export const before = (text: string, start: number, reach = BEFORE): string => {
  if (last.start !== start || last.text !== text) last = { text, start, left: leftOf(text, start) }
  return reach < BEFORE ? last.left.slice(-reach) : last.left
}

/** Several detectors ask about the same candidate one after another; the answer to the last question is kept. */
const NOTHING = { text: '', start: -1, left: '' }
let last = NOTHING

const leftOf = (text: string, start: number): string => {
  const slice = text.slice(Math.max(0, start - BEFORE), start)
  const paragraph = slice.lastIndexOf('\n\n')
  return opened(paragraph < 0 ? slice : slice.slice(paragraph))
}

/** Up to the end of the clause or the next number, whichever comes first. */
export const after = (text: string, end: number): string => {
  if (lastAfter.end !== end || lastAfter.text !== text) lastAfter = { text, end, right: rightOf(text, end) }
  return lastAfter.right
}

const NOTHING_AFTER = { text: '', end: -1, right: '' }
let lastAfter = NOTHING_AFTER

/** Lets go of the last text: no scanner keeps what it has read. */
export const forget = (): void => {
  last = NOTHING
  lastAfter = NOTHING_AFTER
}

const rightOf = (text: string, end: number): string => {
  const slice = text.slice(end, end + AFTER)
  const stop = slice.search(/[0-9\n;.!?]|,\s|\sand\s/)
  return opened(stop < 0 ? slice : slice.slice(0, stop))
}

/** A pattern of label words, which must begin where a word begins. Write it in lower case. */
export const words = (alternatives: string): RegExp => new RegExp(`(?<![a-zà-ÿ])(?:${alternatives})`, 'g')

/** Where the last of the label words ends, counted back from the end of `left`; -1 when there is none. */
export const distanceIn = (label: RegExp, left: string): number => {
  let distance = -1
  label.lastIndex = 0
  for (let match = label.exec(left); match; match = label.exec(left)) distance = left.length - match.index - match[0].length
  return distance
}

/** A label is spent on the first number behind it, unless what lies between is a list ("cards 4111 … and 5500 …"). */
const isSpent = (between: string): boolean =>
  /\d[\d ./-]{3,}\d/.test(between) &&
  /\p{L}{2}/u.test(
    between.replace(
      /(?<!\p{L})(?:and|or|und|oder|et|ou|y|o|en|e|i|och|og|ja|to|bis|cc|ending|is|are|was|ist|sind|est|es|no|nr)(?!\p{L})/gu,
      '',
    ),
  )

/** Like `distanceIn`, for a label that no other number has used. */
export const unspentDistance = (label: RegExp, left: string): number => {
  const distance = distanceIn(label, left)
  return distance >= 0 && isSpent(left.slice(left.length - distance)) ? -1 : distance
}

/** How far before the candidate the nearest label ends, 0 when it stands right behind it, -1 when there is none. */
export const labelDistance = (label: RegExp, text: string, start: number, end: number): number => {
  const distance = unspentDistance(label, before(text, start))
  if (distance >= 0) return distance
  label.lastIndex = 0
  return label.test(after(text, end)) ? 0 : -1
}

/** Words that say a number is something else. Looked for close before it only. */
const ELSE = words(
  'order|invoice|po (?:n|#)|awb\\b|waybill|consignment|delivery note|lieferschein|part\\b|part n|sku|isbn|issn|ean\\b|upc|gtin|tracking|ticket|case n|version|build|commit|revision|rev\\b|batch|lot\\b|serial|model|' +
    'timestamp|epoch|sha\\b|md5|hash|checksum|uuid|guid|size|bytes|port\\b|line\\b|pid\\b|trace|span|request|item|article|asset|quantity|qty|amount|total|price|' +
    'sum\\b|bestell|auftrag|rechnung|artikel|commande|facture|pedido|factura|fattura|ordine|bestelling|factuur|zamówieni|faktura|tilaus|tracker|row\\b|record n|job\\b|doi|rfc',
)

export const saysElse = (text: string, start: number): boolean => elseDistance(text, start) >= 0

/** How far before the candidate it is called something else; -1 when it is not. */
export const elseDistance = (text: string, start: number): number => unspentDistance(ELSE, before(text, start, 24))
