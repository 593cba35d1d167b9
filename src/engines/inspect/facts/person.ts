import { type Evidence } from '../inspection.ts'
import type { Step } from '../model.ts'
import { givenNames } from '../tables/given-names.ts'
import type { FactRule } from './rule.ts'

/**
 * sendsAsNamedPerson: a personal name as the sender, the signature or the persona of messages that go out. Known by the
 * given name, so a department ("Sales Team") and a product ("Jira Bot") never count.
 */
export const personRule: FactRule = ({ steps }) => {
  const sends = steps.some(({ uses }) => uses.some(use => use.effect === 'sends' || use.effect === 'publishes'))
  return sends ? steps.flatMap(({ step }) => ofTexts(step)) : []
}

const ofTexts = (step: Step): Evidence[] =>
  (step.texts ?? []).flatMap(({ role, text }): Evidence[] => {
    const found = role === 'sender' ? senderName(text) : role === 'message' ? signature(text) : persona(text)
    if (found === null) return []
    const how = role === 'sender' ? 'the sender’s name' : role === 'message' ? 'a signature' : 'a persona that a model writes as'
    return [
      {
        fact: 'sendsAsNamedPerson',
        value: true,
        where: step.where,
        why: `${how} is a person’s: ${found}`,
        confidence: role === 'prompt' ? 0.75 : 0.85,
      },
    ]
  })

const isPerson = (name: string): boolean => {
  const [first = '', ...rest] = name.trim().split(/\s+/)
  return givenNames.has(first.toLowerCase()) && rest.length < 3 && !rest.some(word => roles.test(word))
}
const roles = /^(?:team|bot|ai|assistant|support|sales|service|gmbh|inc|llc|ltd|ag|automation|newsletter|marketing|hr|it)$/i

const name = "\\p{Lu}[\\p{Ll}'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,2}"
const before = (text: string, at: number): string => text.slice(Math.max(0, at), at + 80)

const senderName = (text: string): string | null => {
  const shown = new RegExp(`^"?(${name})"?\\s*(?:<|$)`, 'u').exec(text.trim())?.[1]
  return shown !== undefined && isPerson(shown) ? shown : null
}

const closing =
  /\b(?:(?:best|kind|warm|many)? ?regards|sincerely|cheers|yours(?: truly)?|thanks|thank you|best wishes|mit freundlichen gr[uü][sß]+en|viele gr[uü][sß]+e|beste gr[uü][sß]+e)\b[,.!]?(?:\s|<[^>]*>|\\n)+/giu

const signature = (text: string): string | null => {
  for (const end of text.matchAll(closing)) {
    const shown = new RegExp(`^(${name})`, 'u').exec(before(text, end.index + end[0].length))?.[1]
    if (shown !== undefined && isPerson(shown)) return shown
  }
  return null
}

/** How a prompt hands a name to a model; names themselves begin with a capital, so case matters after the opening. */
const openings = [
  '[Yy]our name is',
  '[Yy]ou are',
  '[Aa]ct as',
  '[Ww]rite as',
  '[Ww]rite in the name of',
  '[Oo]n behalf of',
  '[Ss]ignature:?',
  '[Ss]ign(?:ed)?(?: off)?(?: every (?:mail|e-?mail|message))?(?: it)? (?:as|with|by)',
  '[Dd]u bist',
  '[Dd]ein Name ist',
]
const personas = new RegExp(`\\b(?:${openings.join('|')})\\s+(${name})`, 'gu')

const persona = (text: string): string | null => {
  for (const found of text.matchAll(personas)) if (found[1] !== undefined && isPerson(found[1])) return found[1]
  return signature(text)
}
