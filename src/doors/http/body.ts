import { refuse } from '#src/kernel/refusal.ts'

/** Deep enough for every contract of ours, shallow enough for every reader of ours. */
const maxDepth = 32

/**
 * Reads a JSON body. Names that would reach into an object's prototype are refused rather than dropped, and so is
 * nesting beyond 32 levels, before anything is built from it.
 * @throws Refusal `not-json`, `too-deep`, `forbidden-name`
 */
export const readJson = (body: string): unknown => {
  if (body.trim() === '') return undefined
  if (depthOf(body) > maxDepth)
    throw refuse(
      'invalid',
      'too-deep',
      `The request nests values more than ${maxDepth} levels deep.`,
      'Send it as the API document describes it.',
    )
  let value: unknown
  try {
    value = JSON.parse(body, refusePrototypeNames)
  } catch (error) {
    if (error instanceof SyntaxError)
      throw refuse(
        'invalid',
        'not-json',
        'The request’s content is not JSON.',
        'Send JSON in UTF-8; look for a missing quote, comma or bracket.',
      )
    throw error
  }
  return value
}

function refusePrototypeNames(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype')
    throw refuse('invalid', 'forbidden-name', `A field may not be called ${key}.`, 'Leave that field out.', key)
  return value
}

/** How deep brackets nest, read without building anything; brackets inside text do not count. */
const depthOf = (json: string): number => {
  let depth = 0
  let deepest = 0
  let inText = false
  for (let i = 0; i < json.length; i += 1) {
    const c = json.charCodeAt(i)
    if (inText) {
      if (c === 0x5c) i += 1
      else if (c === 0x22) inText = false
    } else if (c === 0x22) inText = true
    else if (c === 0x7b || c === 0x5b) deepest = Math.max(deepest, (depth += 1))
    else if (c === 0x7d || c === 0x5d) depth -= 1
  }
  return deepest
}
