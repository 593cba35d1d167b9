import { refuse } from '#src/kernel/refusal.ts'
import { surveyJson } from './survey-json.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads a JSON body. What two readers could read differently is refused rather than guessed at: bytes that are no UTF-8, a
 * name that an object has twice, names that would reach into an object's prototype. So is what is deeper or wider than
 * any contract of ours, before anything is built from it.
 * @throws Refusal `not-json`, `too-deep`, `too-wide`, `named-twice`, `forbidden-name`
 */
export const readJson = (body: Uint8Array): unknown => {
  const text = decode(body)
  if (text.trim() === '') return undefined
  surveyJson(text)
  try {
    return JSON.parse(text, refusePrototypeNames)
  } catch (error) {
    if (error instanceof SyntaxError) throw notJson('look for a missing quote, comma or bracket.')
    throw error
  }
}

const decode = (body: Uint8Array): string => {
  try {
    return utf8.decode(body)
  } catch {
    throw notJson('this is in another encoding, or damaged.')
  }
}

const notJson = (hint: string) => refuse('invalid', 'not-json', 'The request’s content is not JSON.', `Send JSON in UTF-8; ${hint}`)

function refusePrototypeNames(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype')
    throw refuse('invalid', 'forbidden-name', `A field may not be called ${key}.`, 'Leave that field out.', key)
  return value
}
