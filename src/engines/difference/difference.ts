/** A stretch of text: in both, only in the new one, or only in the old one. */
export interface Part {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** Beyond so many words added and removed, the middle is another text, and nobody reads which of its words survived by chance. */
const MOST_EDITS = 800

/**
 * The difference between two texts word by word, white space and punctuation on their own, as few words as can be. `same` and
 * `removed` together are the old text, `same` and `added` the new one, whatever the texts are.
 * Method: Myers, “An O(ND) Difference Algorithm and Its Variations”, 1986, after the ends that are equal were set aside.
 */
export const differenceOf = (before: string, after: string): Part[] => {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const head = equalHead(old, now)
  const tail = equalTail(old, now, head)
  const [from, to] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)]
  return joined([
    { kind: 'same', text: old.slice(0, head).join('') },
    ...(editsBetween(from, to) ?? [
      { kind: 'removed' as const, text: from.join('') },
      { kind: 'added' as const, text: to.join('') },
    ]),
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ])
}

/** Runs of letters and digits, line breaks one by one, other white space, and every other character by itself. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|\n|[^\S\n]+|[^]/gu) ?? []

const equalHead = (old: readonly string[], now: readonly string[]): number => {
  let at = 0
  while (at < old.length && at < now.length && old[at] === now[at]) at += 1
  return at
}

const equalTail = (old: readonly string[], now: readonly string[], head: number): number => {
  const most = Math.min(old.length, now.length) - head
  let at = 0
  while (at < most && old[old.length - 1 - at] === now[now.length - 1 - at]) at += 1
  return at
}

/** One word after the other, or null where they differ in more than anybody reads. */
const editsBetween = (old: readonly string[], now: readonly string[]): Part[] | null => {
  const most = Math.min(MOST_EDITS, old.length + now.length)
  const middle = most + 1
  /** How far into the old text one gets on each diagonal with so many edits; one array for each number of edits. */
  const reached: Int32Array[] = []
  let far = new Int32Array(2 * most + 3)
  for (let edits = 0; edits <= most; edits += 1) {
    reached.push(far.slice())
    for (let k = -edits; k <= edits; k += 2) {
      let x = isDown(far, middle, k, edits) ? (far[middle + k + 1] ?? 0) : (far[middle + k - 1] ?? 0) + 1
      while (x < old.length && x - k < now.length && old[x] === now[x - k]) x += 1
      far[middle + k] = x
      if (x >= old.length && x - k >= now.length) return walkBack(old, now, reached, middle)
    }
    far = far.slice()
  }
  return null
}

/** Whether the best way onto a diagonal is a word added, not one removed. */
const isDown = (far: Int32Array, middle: number, k: number, edits: number): boolean =>
  k === -edits || (k !== edits && (far[middle + k - 1] ?? 0) < (far[middle + k + 1] ?? 0))

const walkBack = (old: readonly string[], now: readonly string[], reached: readonly Int32Array[], middle: number): Part[] => {
  const parts: Part[] = []
  let [x, y] = [old.length, now.length]
  for (let edits = reached.length - 1; edits >= 0; edits -= 1) {
    const far = reached[edits] ?? new Int32Array()
    const k = x - y
    const down = isDown(far, middle, k, edits)
    const fromK = down ? k + 1 : k - 1
    const fromX = edits === 0 ? 0 : (far[middle + fromK] ?? 0)
    const fromY = edits === 0 ? 0 : fromX - fromK
    for (; x > fromX && y > fromY; x -= 1, y -= 1) parts.push({ kind: 'same', text: old[x - 1] ?? '' })
    if (edits === 0) break
    parts.push(down ? { kind: 'added', text: now[fromY] ?? '' } : { kind: 'removed', text: old[fromX] ?? '' })
    ;[x, y] = [fromX, fromY]
  }
  return parts.toReversed()
}

/** Neighbours of one kind as one part; between two that are equal, what was removed stands before what was added. */
const joined = (parts: readonly Part[]): Part[] => {
  const result: Part[] = []
  let [removed, added] = ['', '']
  const settle = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed })
    if (added !== '') result.push({ kind: 'added', text: added })
    ;[removed, added] = ['', '']
  }
  for (const { kind, text } of parts) {
    if (text === '') continue
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      settle()
      const last = result.at(-1)
      if (last?.kind === 'same') last.text += text
      else result.push({ kind, text })
    }
  }
  settle()
  return result
}
