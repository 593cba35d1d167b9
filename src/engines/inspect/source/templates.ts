import { COMPUTED } from '../model.ts'

/**
 * Replaces what stands between two marks, in one pass whatever the text. (A lazy regular expression looks for the end
 * again from every beginning, which takes a million opening marks a million times a million steps.) A beginning without
 * an end is left as it is.
 */
export const between = (source: string, open: string, close: string, put: (inner: string, at: number) => string): string => {
  let out = ''
  let at = 0
  for (;;) {
    const start = source.indexOf(open, at)
    const end = start < 0 ? -1 : source.indexOf(close, start + open.length)
    if (end < 0) return out + source.slice(at)
    out += source.slice(at, start) + put(source.slice(start + open.length, end), start)
    at = end + close.length
  }
}

/** `{{ … }}`, computed when it runs. */
export const withoutBraces = (source: string): string => between(source, '{{', '}}', () => COMPUTED)

/** Marked-up text as plain text. */
export const withoutTags = (source: string, put = ' '): string => between(source, '<', '>', () => put)
