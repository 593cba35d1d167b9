import type { Because, Language } from '#src/kernel/message.ts'

/** Why somebody is told, as the end of a sentence that begins with “because”. */
const clauses: Readonly<Record<Language, Readonly<Record<Because, string>>>> = {
  en: {
    owner: 'you answer for it',
    'backup-owner': 'you stand in for its owner',
    maker: 'you build it',
    submitter: 'you submitted it',
    assignee: 'it was given to you',
    reviewer: 'you look at it',
    asked: 'you were asked',
    requester: 'you asked for it',
    proposer: 'you proposed it',
    decider: 'your role decides about it',
    'tool-owner': 'you answer for the tool',
    'unit-lead': 'you lead the unit',
    security: 'you are IT security',
    administrator: 'you are an administrator',
    oneself: 'you sent it to yourself',
    account: 'it is about your own account',
  },
  de: {
    owner: 'Sie dafür einstehen',
    'backup-owner': 'Sie für seine verantwortliche Person einspringen',
    maker: 'Sie daran bauen',
    submitter: 'Sie es eingereicht haben',
    assignee: 'es Ihnen zugeteilt ist',
    reviewer: 'Sie es prüfen',
    asked: 'Sie gefragt wurden',
    requester: 'Sie darum gebeten haben',
    proposer: 'Sie es vorgeschlagen haben',
    decider: 'Ihre Rolle darüber entscheidet',
    'tool-owner': 'Sie für das Werkzeug einstehen',
    'unit-lead': 'Sie die Einheit leiten',
    security: 'Sie zur IT-Sicherheit gehören',
    administrator: 'Sie das Programm verwalten',
    oneself: 'Sie es sich selbst geschickt haben',
    account: 'es um Ihr eigenes Konto geht',
  },
}

export const isReason = (because: string): because is Because => because in clauses.en

/** The reason as a sentence of its own. */
export const reasonSentence = (because: Because, language: Language): string =>
  language === 'en' ? `You get this because ${clauses.en[because]}.` : `Sie bekommen das, weil ${clauses.de[because]}.`

/** The same, behind a line of a digest. */
export const reasonInBrackets = (because: Because, language: Language): string =>
  language === 'en' ? `(because ${clauses.en[because]})` : `(weil ${clauses.de[because]})`

export const ofDigest: Readonly<
  Record<Language, { subject(count: number): string; more(count: number): string; action: string; reason: string }>
> = {
  en: {
    subject: count => (count === 1 ? 'One thing is new for you' : `${count} things are new for you`),
    more: count => `And ${count} more: see your messages.`,
    action: 'All your messages',
    reason: 'You get this at most once a day, when there is something new for you.',
  },
  de: {
    subject: count => (count === 1 ? 'Eine Neuigkeit für Sie' : `${count} Neuigkeiten für Sie`),
    more: count => `Und ${count} weitere: siehe Ihre Nachrichten.`,
    action: 'Alle Nachrichten',
    reason: 'Sie bekommen das höchstens einmal am Tag, wenn es für Sie Neues gibt.',
  },
}

export const greeting: Readonly<Record<Language, (name: string) => string>> = {
  en: name => `Hello ${name},`,
  de: name => `Guten Tag ${name},`,
}
