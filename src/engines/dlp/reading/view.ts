/**
 * Text made from other text, knowing where each of its UTF-16 units came from: findings in it are told in offsets of
 * the original. A view without `from` and `to` has the original's offsets.
 */
export interface View {
  readonly text: string
  readonly from?: Uint32Array
  readonly to?: Uint32Array
}

/** A piece of a text and what it reads as. */
export interface Spot {
  start: number
  end: number
  text: string
}

export const originOf = (view: View, start: number, end: number): [start: number, end: number] =>
  view.from && view.to ? [view.from[start] ?? 0, view.to[end - 1] ?? 0] : [start, end]

/** The first place in the view that stands for `at` in the original or something behind it. */
export const placeOf = ({ text, from }: View, at: number): number => {
  if (!from) return at
  const place = from.findIndex(origin => origin >= at)
  return place < 0 ? text.length : place
}

/** Collects units and their origins. */
export class ViewBuilder {
  #parts: string[] = []
  #from: number[] = []
  #to: number[] = []
  readonly #base: View

  constructor(base: View) {
    this.#base = base
  }

  get length(): number {
    return this.#from.length
  }

  /** Units of the base, as they are. */
  copy(start: number, end: number): void {
    this.#parts.push(this.#base.text.slice(start, end))
    for (let i = start; i < end; i++) {
      this.#from.push(this.#base.from?.[i] ?? i)
      this.#to.push(this.#base.to?.[i] ?? i + 1)
    }
  }

  /** `text` in place of a stretch of the base: each of its units stands for the whole stretch. */
  replace(start: number, end: number, text: string): void {
    const [from, to] = originOf(this.#base, start, Math.max(end, start + 1))
    this.#parts.push(text)
    for (let i = 0; i < text.length; i++) {
      this.#from.push(from)
      this.#to.push(to)
    }
  }

  /** Nothing in place of a stretch: it belongs to the unit before it, so that redacting that unit leaves no trace. */
  omit(start: number, end: number): void {
    if (this.#to.length > 0) this.#to[this.#to.length - 1] = originOf(this.#base, start, end)[1]
  }

  build(): View {
    return { text: this.#parts.join(''), from: Uint32Array.from(this.#from), to: Uint32Array.from(this.#to) }
  }
}

/** How much around a decoded spot is taken along, so that labels and neighbours stay in reach. */
const AROUND = 80
/** No pattern reads across it: what it parts stands far apart in the text. */
const BREAK = '\n\n\0\n\n'

/**
 * A view of the spots as they read, with their surroundings; far-off spots become separate paragraphs. `places` are
 * pairs start, end of the spots in the view.
 */
export const viewOf = (base: View, spots: readonly Spot[]): { view: View; places: number[] } => {
  const places: number[] = []
  const builder = new ViewBuilder(base)
  let done = 0
  for (const [index, spot] of spots.entries()) {
    const from = Math.max(done, spot.start - AROUND)
    if (from > done && index > 0) {
      builder.copy(done, Math.min(from, done + AROUND))
      builder.replace(done, done + 1, BREAK)
    }
    builder.copy(from, spot.start)
    places.push(builder.length, builder.length + spot.text.length)
    builder.replace(spot.start, spot.end, spot.text)
    done = spot.end
  }
  if (done > 0) builder.copy(done, Math.min(base.text.length, done + AROUND))
  return { view: builder.build(), places }
}
