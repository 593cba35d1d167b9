import { z } from 'zod'
import type { Charter, Language, Text } from '#src/engines/charter/index.ts'
import type { Charters } from '../charter/index.ts'
import { adoptionInForce } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { anyone } from '../permissions.ts'
import { charterView, language } from './contract.ts'
import { isDerived } from './derived.ts'

export const showCharter = (charters: Charters) =>
  operation({
    name: 'show-charter',
    summary: 'The charter in force: its questions, tiers and contacts, in one language. No sign-in needed.',
    effect: 'read',
    http: { method: 'GET', path: '/charter' },
    input: z.strictObject({ language: language() }),
    output: charterView,
    allows: anyone,
    async run(input, { actor, db }) {
      const adoption = await adoptionInForce(db)
      // Nobody learns who works here without signing in.
      const shown = (name: string) => (actor.kind === 'anonymous' ? null : name)
      return {
        ...inOneLanguage(await charters.inForce(db), input.language),
        adopted: adoption?.at ? { by: shown(adoption.by), proposedBy: shown(adoption.proposedBy), at: adoption.at.toString() } : null,
      }
    },
  })

const inOneLanguage = (
  { version, digest, toolsDigest, title, questions, pages, tiers, contacts, documents }: Charter,
  language: Language,
) => {
  const say = (text: Text) => text[language]
  const sayIf = (text: Text | null) => (text === null ? null : say(text))
  return {
    version,
    digest,
    toolsDigest,
    title: say(title),
    questions: questions.map(question => ({
      ...question,
      derived: isDerived(question.id),
      title: say(question.title),
      help: say(question.help),
      why: say(question.why),
      example: say(question.example),
      rare: question.rare === null ? null : { line: say(question.rare.line), otherwise: answerOf(question.rare.otherwise) },
      values: question.values.map(value => ({
        id: value.id,
        text: say(value.text),
        help: sayIf(value.help),
        question: sayIf(value.question),
      })),
      parts: question.parts.map(part => ({ ...part, title: say(part.title) })),
    })),
    pages: pages.map(page => ({
      ...page,
      title: say(page.title),
      help: sayIf(page.help),
      none: sayIf(page.none),
      unsure: sayIf(page.unsure),
      questions: [...page.questions],
    })),
    tiers: tiers.map(({ name, summary, ...tier }) => ({ ...tier, name: say(name), summary: say(summary), approvals: [...tier.approvals] })),
    verdicts: Object.fromEntries(
      Object.entries(documents['contacts.yaml'].verdicts).map(([verdict, texts]) => [
        verdict,
        { title: say(texts.title), text: say(texts.text), contact: texts.contact },
      ]),
    ),
    contacts: contacts.map(contact => ({ ...contact, name: say(contact.name), for: say(contact.for) })),
    kinds: documents['scope.yaml'].kinds
      .filter(({ enabled }) => enabled)
      .map(({ id, text, registrationQuestions }) => ({
        id,
        name: say(text),
        asks: registrationQuestions.map(question => ({ id: question.en, text: say(question) })),
      })),
  }
}

const answerOf = (answer: string | boolean | readonly string[]) => (typeof answer === 'object' ? [...answer] : answer)
