import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** Counted in Unicode code points after normalisation (NIST SP 800-63B-4 §3.1.1.2: at least 15 where it stands alone). */
const shortest = 15
const longest = 128

/** Beyond words about the person and the company, a password has to have this many characters of its own. */
const leastOfOnesOwn = 8

/** zxcvbn's scale ends at 4: more than 10¹⁰ guesses, which at 50 ms a guess is sixteen years of a processor core. */
const enough = 4

/** How many characters are judged; estimating longer ones costs more than it tells. */
const judged = 64

/**
 * Whether a password is good enough: long, not among those that are guessed first, and not made of what everybody knows
 * about its owner. No rules about digits or symbols (NIST SP 800-63B-4 §3.1.1.2 forbids them).
 * @param about what others know: company, name, e-mail address.
 * @returns null where it is.
 */
export const judgePassword = async (password: string, about: readonly string[], field: string): Promise<Refusal | null> => {
  const characters = Array.from(password.normalize('NFKC'))
  if (characters.length < shortest)
    return weak(
      `It has ${characters.length} characters; ${shortest} are needed.`,
      'Take four or more words that have nothing to do with each other.',
      field,
    )
  if (characters.length > longest) return weak(`It has more than ${longest} characters.`, `Use at most ${longest}.`, field)
  const known = about.flatMap(wordsOf)
  if (ownCharacters(characters.join(''), known) < leastOfOnesOwn)
    return weak('It is made of your name, your address or your company’s name.', 'Add words that nobody would connect with you.', field)
  const judge = await (estimator ??= loadEstimator())
  const { score, feedback, sequence } = judge(characters.slice(0, judged).join(''), known)
  return score >= enough
    ? null
    : weak(whyWeak(feedback.warning, sequence), 'Take four or more words that have nothing to do with each other.', field)
}

const weak = (reason: string, remedy: string, field: string): Refusal => refuse('invalid', 'weak-password', reason, remedy, field)

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length >= 3)

const ownCharacters = (password: string, known: readonly string[]): number => {
  const longestFirst = known.toSorted((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ' '), password.toLowerCase())
  return rest.replaceAll(/\s/g, '').length
}

interface Estimate {
  score: number
  feedback: { warning: string | null }
  sequence: readonly { pattern: string }[]
}
let estimator: Promise<(password: string, known: string[]) => Estimate> | undefined

/** Loaded when a password is first chosen: the word lists take 2 MB of memory and 50 ms. */
const loadEstimator = async () => {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const zxcvbn = new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs })
  return (password: string, known: string[]): Estimate => zxcvbn.check(password, known)
}

/** zxcvbn's findings in our words. */
const whyWeak = (warning: string | null, sequence: Estimate['sequence']): string => {
  const patterns = new Set(sequence.map(({ pattern }) => pattern))
  if (patterns.has('repeat')) return 'It says the same thing again and again.'
  if (warning === 'sequences' || patterns.has('sequence')) return 'It runs along the alphabet or counts up.'
  if (patterns.has('spatial')) return 'It runs along the keyboard.'
  if (warning === 'dates' || patterns.has('date')) return 'It is little more than a date.'
  if (patterns.has('dictionary')) return 'It is close to passwords and words that are guessed first.'
  return 'It is too easy to guess.'
}
