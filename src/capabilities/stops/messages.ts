import { defineMessage } from '../define-message.ts'

/** One message for each person, whatever a stop reaches of theirs: their solutions say on their own pages what holds them. */
export const stoppedAtOnce = defineMessage({
  kind: 'stopped-at-once',
  urgency: 'act',
  loud: true,
  example: { stop: 'STOP-0007', why: 'Customer data went to an outside address.' },
  texts: {
    en: {
      subject: 'Solutions of yours were stopped ({stop})',
      lines: ['They may not run until two people lift the stop. The reason: {why}'],
      action: 'See which',
    },
    de: {
      subject: 'Lösungen von Ihnen wurden angehalten ({stop})',
      lines: ['Sie dürfen erst wieder laufen, wenn zwei Personen das Anhalten aufheben. Der Grund: {why}'],
      action: 'Ansehen, welche',
    },
  },
  path: () => '/my-solutions',
})
