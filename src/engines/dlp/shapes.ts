import { labelDistance, saysElse } from './context.ts'
import type { Form, Page, Report } from './types.ts'

/**
 * All written forms of all numbers as one tree, walked once from each place where a token begins: time grows with the
 * text, not with the number of forms, and nothing backtracks.
 */
interface Node {
  next: (Node | undefined)[]
  forms: Form[]
}

const MARKS = '#A -./+'
const node = (): Node => ({ next: [], forms: [] })

const classOf = new Int8Array(128).fill(-1)
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code)
  if (/[0-9]/.test(char)) classOf[code] = 0
  else if (/[A-Za-z]/.test(char)) classOf[code] = 1
  else if (MARKS.includes(char)) classOf[code] = MARKS.indexOf(char)
}

const plant = (forms: readonly Form[]): Node => {
  const root = node()
  for (const form of forms)
    for (const written of form.written) {
      let at = root
      for (const mark of written) {
        const step = MARKS.indexOf(mark)
        if (step < 0) throw new Error(`${form.type}: "${mark}" is no mark of a written form`)
        at = at.next[step] ??= node()
      }
      at.forms.push(form)
    }
  return root
}

const isTokenChar = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code > 191

/** Finds every form on the digit-bearing stretches of a page. */
export const shapeFinder = (forms: readonly Form[]): ((page: Page, report: Report) => void) => {
  const root = plant(forms)
  return ({ text, survey }, report) => {
    for (let w = 0; w < survey.digits.length; w += 2) {
      const end = survey.digits[w + 1] ?? 0
      for (let start = survey.digits[w] ?? 0; start < end; start++) {
        const code = text.charCodeAt(start)
        if (code > 127 || (classOf[code] ?? -1) > 1 || (classOf[code] ?? -1) < 0) continue
        if (start > 0 && isTokenChar(text.charCodeAt(start - 1))) continue
        let at: Node | undefined = root
        let i = start
        while (at && i < text.length) {
          const next = text.charCodeAt(i)
          const step: number = next < 128 ? (classOf[next] ?? -1) : -1
          at = step < 0 ? undefined : at.next[step]
          if (!at) break
          i++
          if (at.forms.length > 0 && !(i < text.length && isTokenChar(text.charCodeAt(i))))
            for (const form of at.forms) judge(form, text, start, i, report)
        }
      }
    }
  }
}

const judge = (form: Form, text: string, start: number, end: number, report: Report): void => {
  const raw = text.slice(start, end)
  const compact = raw.replace(/[ .\-/+]/g, '').toUpperCase()
  if (/^(\d)\1+$/.test(compact)) return
  if (form.check && !form.check(compact, raw)) return
  const joint = joins(text, start, end)
  if (joint === 'hard') return
  const distance = form.label ? labelDistance(form.label, text, start, end) : -1
  const confidence =
    distance >= 0 ? form.labelled - distance * 0.001 : joint === 'soft' || saysElse(text, start) ? Math.min(form.alone, 0.4) : form.alone
  if (confidence > 0) report({ type: form.type, start, end, confidence, ...(form.kind ? { kind: form.kind } : {}) })
}

/**
 * Whether the candidate is only a piece of something longer: `hard` when a mark ties it to more digits or it is money
 * or a fraction, `soft` when another group of digits follows or precedes after a space.
 */
const joins = (text: string, start: number, end: number): 'hard' | 'soft' | 'free' => {
  const previous = text[start - 1] ?? ' '
  const beyondPrevious = text[start - 2] ?? ' '
  const next = text[end] ?? ' '
  const beyondNext = text[end + 1] ?? ' '
  if (/[$€£¥₹]/.test(previous) || (previous === ' ' && /[$€£¥₹]/.test(beyondPrevious))) return 'hard'
  if (/[-./+:]/.test(previous) && /[0-9]/.test(beyondPrevious)) return 'hard'
  if (previous === '-' && /[A-Za-z]/.test(beyondPrevious)) return 'hard'
  if (previous === ',' && /[0-9]/.test(beyondPrevious) && /^\d{3}(?!\d)/.test(text.slice(start, start + 4))) return 'hard'
  if (/[-./:]/.test(next) && /[0-9]/.test(beyondNext)) return 'hard'
  if (next === '-' && /[A-Za-z]/.test(beyondNext)) return 'hard'
  if (previous === ' ' && /[0-9]/.test(beyondPrevious)) return 'soft'
  if (next === ' ' && /[0-9]/.test(beyondNext)) return 'soft'
  return 'free'
}
