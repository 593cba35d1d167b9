import type { Language } from '#src/kernel/message.ts'
import type { Letter } from '#src/sending/index.ts'
import { acts, kinds } from './acts.generated.ts'
import type { Event } from './event.ts'
import type { Outgoing } from './outgoing.ts'

/** How a company's channels speak. */
export interface Card {
  readonly language: Language
  /** Where links lead. */
  readonly address: string
}

/** What a channel of people is shown of an event: what happened to what, and where one sees more. It names nobody. */
export const cardOf = ({ language, address }: Card, { delivery, event }: Outgoing): Letter => {
  const words = texts[language]
  const said = event
    ? sentence(language, event)
    : delivery.type === 'more-events'
      ? { subject: words.more(delivery.events), about: words.moreText }
      : { subject: words.test, about: words.testText }
  return {
    id: delivery.id,
    language,
    subject: said.subject,
    greeting: said.about,
    lines: [],
    action: { label: words.look, url: `${address}${event ? pathOf(event) : `/settings/endpoints/${delivery.endpointId}`}` },
    reason: words.reason,
  }
}

const sentence = (language: Language, { type, at, data: { subject, actor } }: Event) => ({
  subject: `${texts[language].actors[actor]} ${acts[language][type] ?? type}`,
  about: [kinds[language][subject.kind], subject.key, at.toString({ smallestUnit: 'second' })].filter(Boolean).join(' · '),
})

/** The page of what it is about, or the entry itself for those who may read the ledger. */
const pathOf = ({ data: { entry, subject } }: Event): string => {
  const page = subject.key === null ? undefined : pages[subject.kind]
  return page === undefined ? `/ledger/${entry}` : `/${page}/${subject.key}`
}

const pages: Readonly<Record<string, string>> = { solution: 'solutions', review: 'reviews', stop: 'stops', incident: 'incidents' }

const texts = {
  en: {
    actors: { visitor: 'Somebody', person: 'Somebody', program: 'Guildhall' },
    more: (events: number) => (events === 1 ? 'And one more thing happened' : `And ${events} more things happened`),
    moreText: 'This channel is shown only so much an hour.',
    test: 'A test from Guildhall',
    testText: 'It arrived. What happens of the kinds that were chosen is shown here from now on.',
    look: 'Look at it in Guildhall',
    reason: 'An administrator chose this channel for what happens in Guildhall.',
  },
  de: {
    actors: { visitor: 'Jemand', person: 'Jemand', program: 'Guildhall' },
    more: (events: number) => (events === 1 ? 'Und noch etwas geschah' : `Und ${events} weitere Dinge geschahen`),
    moreText: 'Diesem Kanal wird je Stunde nur so viel gezeigt.',
    test: 'Ein Test von Guildhall',
    testText: 'Er ist angekommen. Was von den gewählten Arten geschieht, steht von jetzt an hier.',
    look: 'In Guildhall ansehen',
    reason: 'Jemand mit der Rolle Administration hat diesen Kanal für das gewählt, was in Guildhall geschieht.',
  },
}
