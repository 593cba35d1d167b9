import { createAside as createThread } from '#src/aside/index.ts'
import { createScanner, type Finding, type ScannerOptions } from '#src/engines/dlp/index.ts'
import { refuse } from '#src/kernel/refusal.ts'

export interface AsideOptions extends ScannerOptions {
  /** Milliseconds for one text, building the scanner included; 10,000 when left out. */
  timeLimit?: number
}

export interface Aside {
  /**
   * The findings of `scanner.scan(text)`; the caller's thread goes on meanwhile.
   * @throws Refusal where a detector can't be used, a text is too long or takes too long, or too many wait
   */
  scan(text: string): Promise<Finding[]>
  close(): Promise<void>
}

/** Texts up to here are scanned where they are, in a few milliseconds, unless patterns of a company run. */
export const SHORT = 10_000

/**
 * A scanner that stalls nobody. RE2 is linear in the text, but a pattern may make each character a thousand times as
 * dear, and so patterns that somebody else wrote never run on the caller's thread. When its time is over the thread is
 * ended; the next text gets a new one.
 */
export const createAside = ({ timeLimit = 10_000, ...options }: AsideOptions = {}): Aside => {
  const foreign = (options.company ?? []).some(({ kind }) => kind === 'pattern')
  const here = foreign ? undefined : createScanner(options)
  const { work, close } = createThread<string, Finding[]>({
    thread: new URL('./thread.ts', import.meta.url),
    data: options,
    threadEach: false,
    timeLimit,
    // Tables and the largest lists take about 200 MB.
    megabytes: 512,
    mostWaiting: 100,
    tooSlow: limit =>
      refuse(
        'too-large',
        'scan-too-slow',
        `The scan was ended after ${limit / 1000} seconds.`,
        'Send the text in smaller parts, or write the patterns of your detectors more plainly: repetitions inside repetitions cost most.',
        'text',
      ),
    tooMuch: megabytes =>
      refuse(
        'too-large',
        'scan-too-large',
        `The scan needed more than ${megabytes} MB of memory and was ended.`,
        'Send the text in smaller parts, or repeat less in the patterns of your detectors.',
        'text',
      ),
    busy: waiting => refuse('too-many', 'scanner-busy', `${waiting} texts are waiting already.`, 'Send it again in a moment.'),
  })
  return { scan: async text => (here && text.length <= SHORT ? here.scan(text) : work(text)), close }
}
