import { sql } from 'kysely'
import { defineMessage } from '../define-message.ts'

/** Somebody tries whether mail arrives. */
export const testMessage = defineMessage({
  kind: 'test-message',
  urgency: 'act',
  loud: true,
  example: { company: 'Example Ltd' },
  texts: {
    en: {
      subject: 'A test message from Guildhall at {company}',
      lines: ['It arrived. Whoever has something to act on gets a letter like this one.'],
      action: 'See what was sent',
    },
    de: {
      subject: 'Eine Testnachricht von Guildhall bei {company}',
      lines: ['Sie ist angekommen. Wer etwas zu tun hat, bekommt einen Brief wie diesen.'],
      action: 'Ansehen, was verschickt wurde',
    },
  },
  path: () => '/messages/deliveries',
})

/** Somebody tries whether cards arrive in their chat. */
export const testCard = defineMessage({
  kind: 'test-card',
  urgency: 'act',
  loud: true,
  example: { company: 'Example Ltd' },
  texts: {
    en: {
      subject: 'A test card from Guildhall at {company}',
      lines: ['It arrived. What you have to act on can come here.'],
      action: 'How you are told',
    },
    de: {
      subject: 'Eine Probekarte von Guildhall bei {company}',
      lines: ['Sie ist angekommen. Was Sie zu tun haben, kann hierher kommen.'],
      action: 'Wie Sie es erfahren',
    },
  },
  path: () => '/messages/preferences',
})

/** Names of their makers', the same in each language. */
export const chatNames = { teams: 'Microsoft Teams', slack: 'Slack' } as const

const chatExample = { chat: 'Slack', host: 'hooks.slack.com' }

/** Whoever takes over a sign-in could send letters elsewhere: their reader hears of it where they are known to be. */
export const chatWasSet = defineMessage({
  kind: 'chat-set',
  urgency: 'act',
  loud: true,
  guarding: true,
  example: chatExample,
  texts: {
    en: {
      subject: 'A chat in {chat} was set for your letters',
      lines: [
        'What you are told can go to {host} from now on, with links by which you answer.',
        'If that was not you: remove it, change your password, and tell an administrator.',
      ],
      action: 'Look at it',
    },
    de: {
      subject: 'Für Ihre Briefe wurde ein Chat in {chat} eingetragen',
      lines: [
        'Was wir Ihnen sagen, kann von nun an an {host} gehen, mit Links, über die Sie antworten.',
        'Wenn Sie das nicht waren: Entfernen Sie ihn, ändern Sie Ihr Passwort und sagen Sie der Verwaltung Bescheid.',
      ],
      action: 'Ansehen',
    },
  },
  path: () => '/messages/preferences',
})

export const chatWasRemoved = defineMessage({
  kind: 'chat-removed',
  urgency: 'act',
  loud: true,
  guarding: true,
  example: chatExample,
  texts: {
    en: {
      subject: 'Your chat in {chat} was removed',
      lines: [
        'What you are told does not go to {host} any more; it comes by mail.',
        'If that was not you: change your password, and tell an administrator.',
      ],
      action: 'Look at it',
    },
    de: {
      subject: 'Ihr Chat in {chat} wurde entfernt',
      lines: [
        'Was wir Ihnen sagen, geht nicht mehr an {host}; es kommt per E-Mail.',
        'Wenn Sie das nicht waren: Ändern Sie Ihr Passwort und sagen Sie der Verwaltung Bescheid.',
      ],
      action: 'Ansehen',
    },
  },
  path: () => '/messages/preferences',
})

export const chatFails = defineMessage({
  kind: 'chat-failing',
  urgency: 'act',
  guarding: true,
  example: chatExample,
  texts: {
    en: {
      subject: 'Your chat in {chat} takes no cards',
      lines: [
        '{host} did not take what was sent to you. It came by mail instead, and so does everything else until your chat takes cards again.',
        'Look whether its workflow or webhook still exists, send yourself a test card, or choose mail.',
      ],
      action: 'Look at it',
    },
    de: {
      subject: 'Ihr Chat in {chat} nimmt keine Karten an',
      lines: [
        '{host} hat nicht angenommen, was wir Ihnen geschickt haben. Es kam stattdessen per E-Mail, und so bleibt es, bis Ihr Chat wieder Karten annimmt.',
        'Sehen Sie nach, ob es seinen Workflow oder Webhook noch gibt, schicken Sie sich eine Probekarte, oder wählen Sie E-Mail.',
      ],
      action: 'Ansehen',
    },
  },
  path: () => '/messages/preferences',
  async stillTrue(db, told) {
    const { rows } = await sql<{ id: string }>`
      select id from personal_chat where id = any(${told.map(({ id }) => id)}::text[]) and failing_since is not null`.execute(db)
    const failing = new Set(rows.map(({ id }) => id))
    return told.filter(({ id }) => failing.has(id))
  },
})
