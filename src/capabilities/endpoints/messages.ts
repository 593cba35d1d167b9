import { defineMessage, stillIn } from '../define-message.ts'

/** An endpoint took nothing for days: whoever keeps the program running sees to it. */
export const endpointGivenUp = defineMessage({
  kind: 'endpoint-failing',
  urgency: 'act',
  example: { endpoint: 'Monitoring', host: 'logs.example.com:6514' },
  texts: {
    en: {
      subject: 'Nothing arrives at {endpoint} any more',
      lines: [
        '{host} has taken no event for two days, so Guildhall paused it. What happened since waits, and goes out when you continue it.',
      ],
      action: 'See what is wrong',
    },
    de: {
      subject: 'Bei {endpoint} kommt nichts mehr an',
      lines: [
        '{host} hat zwei Tage lang kein Ereignis angenommen, deshalb hat Guildhall pausiert. Was seither geschah, wartet und geht hinaus, sobald Sie fortsetzen.',
      ],
      action: 'Ansehen, was fehlt',
    },
  },
  path: ({ key }) => `/settings/endpoints/${key}`,
  stillTrue: stillIn('endpoint', 'paused'),
})
