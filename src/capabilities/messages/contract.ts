import { z } from 'zod'
import { languages, reasons } from '#src/kernel/message.ts'
import { text } from '#src/kernel/text.ts'

export const language = () => z.enum(languages)

const time = (what: string) =>
  z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day such as 08:00.')
    .describe(what)

export const deliveryStates = ['due', 'failed', 'sent', 'dead', 'dry', 'dropped'] as const

export const messageView = z
  .object({
    id: z.string(),
    kind: z.string(),
    urgency: z.enum(['act', 'digest']),
    at: z.string(),
    because: z.enum(reasons),
    reason: z.string().describe('Why one gets it, as a sentence.'),
    about: z.object({ kind: z.string(), key: z.string(), name: z.string() }),
    subject: z.string(),
    lines: z.array(z.string()),
    action: z.object({ label: z.string(), path: z.string().describe('The page on which one can act, below the program’s own address.') }),
    read: z.boolean(),
    open: z.boolean().describe('Whether it still waits for its reader to act.'),
  })
  .meta({ id: 'Message' })

export const preferenceFields = {
  channel: z
    .enum(['mail', 'chat', 'none'])
    .describe('Chat: cards in one’s own chat, which has to be set. None: one looks into the program.'),
  level: z
    .enum(['everything', 'act-only', 'digest-only'])
    .describe('Everything: what one has to act on at once, the rest in a digest. Act only: no digest. Digest only: nothing at once.'),
  digestAt: time('When the digest of a working day comes, on one’s own wall.'),
  quietFrom: time('When the hours begin in which nothing comes but word of a stop or an emergency; null for none.').nullable(),
  quietTo: time('When they end.').nullable(),
  timeZone: z.string().max(60).nullable().describe('IANA name, such as Europe/Berlin. Null: the company’s.'),
  language: language().nullable().describe('Null: the company’s.'),
}

export const chatKinds = ['teams', 'slack'] as const

export const chatView = z.object({
  kind: z.enum(chatKinds),
  host: z.string().describe('The rest of its address is a secret.'),
  open: z.boolean().describe('Whether the company lets letters go there; otherwise they come by mail.'),
  failingSince: z.string().nullable().describe('Since when it took nothing, so that letters come by mail; null where it takes them.'),
  test: z
    .object({ state: z.enum(deliveryStates), trouble: z.string().nullable() })
    .nullable()
    .describe('What became of the newest test card.'),
})

export const chatHostsView = z.object({ version: z.int(), hosts: z.array(z.string()) }).meta({ id: 'ChatHosts' })

export const preferenceView = z
  .object({
    version: z.int(),
    ...preferenceFields,
    email: z.string().nullable().describe('Where mail goes; without one, none does.'),
    companyTimeZone: z.string(),
    companyLanguage: language(),
    dryRun: z.boolean().describe('Whether the company sends nothing yet.'),
    chatHosts: z.array(z.string()).describe('To which hosts the company lets letters go as cards; none: chats can’t be chosen.'),
    chat: chatView.nullable(),
  })
  .meta({ id: 'MessagePreference' })

export const deliveryView = z
  .object({
    id: z.string(),
    person: z.object({ id: z.string(), name: z.string() }),
    form: z.enum(['single', 'digest']),
    channel: z.enum(['mail', 'chat']),
    day: z.string().describe('The day on its reader’s wall.'),
    kind: z.string().describe('The kind of message, or digest.'),
    messages: z.int().describe('How many things it tells of.'),
    state: z
      .enum(deliveryStates)
      .describe('Dry: would have been sent. Failed: is tried again. Dead: was given up. Dropped: nothing was left to say.'),
    tries: z.int(),
    nextAt: z.string().nullable().describe('When it is tried next; null where it isn’t.'),
    trouble: z.string().nullable().describe('Why it was not sent, by code.'),
    chatTrouble: z.string().nullable().describe('Why it goes by mail although it was written as a card, by code.'),
    madeAt: z.string(),
    sentAt: z.string().nullable(),
  })
  .meta({ id: 'Delivery' })

export const textLines = {
  subject: text(200).describe('Also the line in a digest. {fact} stands for a fact.'),
  lines: z.array(text(1_000)).min(1, 'Write at least one line.').max(12, 'Use at most 12 lines.'),
}

const spoken = z.object({ subject: z.string(), lines: z.array(z.string()) })

export const messageTextView = z
  .object({
    kind: z.string(),
    language: language(),
    urgency: z.enum(['act', 'digest']),
    facts: z.array(z.string()).describe('What a text may name, each in braces.'),
    version: z.int(),
    edited: z.boolean(),
    ...spoken.shape,
    usual: spoken.describe('The kind’s own text, which it has again when it is reset.'),
  })
  .meta({ id: 'MessageText' })

export const letterView = z
  .object({
    from: z.enum(['message', 'example']).describe('Whether facts are those of the newest such message to oneself, or made up.'),
    subject: z.string(),
    greeting: z.string(),
    lines: z.array(z.string()),
    action: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'LetterPreview' })

const host = () =>
  z
    .string()
    .trim()
    .min(1, 'Name the mail server.')
    .max(253)
    .regex(/^[\w.:-]+$/, 'Write a host name or an IP address, without the port.')

export const mailFields = z.strictObject({
  host: host(),
  port: z.int().min(1).max(65_535),
  security: z
    .enum(['tls', 'starttls', 'none'])
    .describe('From the first byte (usually port 465), after the greeting (587), or none, as only a private target may be.'),
  from: z.email('Write an address such as guildhall@example.com.').max(254),
  user: text(200).nullable().describe('Null: the server asks for nobody’s name.'),
})

export const messageSettingsView = z
  .object({
    version: z.int(),
    dryRun: z.boolean().describe('Letters are written and shown, and none is sent.'),
    dailyLetters: z.int(),
    digestLines: z.int(),
    language: language(),
    address: z.string().nullable(),
    usualAddress: z.string().nullable().describe('Where links lead while no address is set.'),
    mail: mailFields.nullable(),
    passwordSet: z.boolean(),
  })
  .meta({ id: 'MessageSettings' })
