/** A priority queue of whole numbers, smallest key first, first in first out among equal keys. */
export class Heap {
  size = 0
  #keys = new Float64Array(64)
  #entered = new Float64Array(64)
  #items = new Int32Array(64)
  #sequence = 0

  /** The smallest key; Infinity when empty. */
  get next(): number {
    return this.size > 0 ? this.#keys[0]! : Infinity
  }

  clear(): void {
    this.size = 0
    this.#sequence = 0
  }

  push(key: number, item: number): void {
    if (this.size === this.#keys.length) this.#grow()
    const entered = this.#sequence++
    let at = this.size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      // A newcomer never passes an equal key, for it entered later.
      if (this.#keys[parent]! <= key) break
      this.#move(parent, at)
      at = parent
    }
    this.#put(at, key, entered, item)
  }

  /** Takes out the first item; the heap must not be empty. */
  pop(): number {
    const first = this.#items[0]!
    const last = --this.size
    const key = this.#keys[last]!,
      entered = this.#entered[last]!,
      item = this.#items[last]!
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= last) break
      if (child + 1 < last && this.#before(child + 1, this.#keys[child]!, this.#entered[child]!)) child++
      if (!this.#before(child, key, entered)) break
      this.#move(child, at)
      at = child
    }
    if (last > 0) this.#put(at, key, entered, item)
    return first
  }

  #before(at: number, key: number, entered: number): boolean {
    return this.#keys[at]! < key || (this.#keys[at] === key && this.#entered[at]! < entered)
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#keys[from]!, this.#entered[from]!, this.#items[from]!)
  }

  #put(at: number, key: number, entered: number, item: number): void {
    this.#keys[at] = key
    this.#entered[at] = entered
    this.#items[at] = item
  }

  #grow(): void {
    const { size } = this
    const keys = new Float64Array(size * 2),
      entered = new Float64Array(size * 2),
      items = new Int32Array(size * 2)
    keys.set(this.#keys)
    entered.set(this.#entered)
    items.set(this.#items)
    this.#keys = keys
    this.#entered = entered
    this.#items = items
  }
}
