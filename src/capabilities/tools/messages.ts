import { defineMessage } from '../define-message.ts'

export const toolAnswered = defineMessage({
  kind: 'tool-request-answered',
  urgency: 'digest',
  example: { tool: { en: 'Flow builder', de: 'Ablaufbaukasten' }, what: { en: 'approved', de: 'freigegeben' } },
  texts: {
    en: {
      subject: 'Your request for {tool} was {what}',
      lines: ['The page of the tool says what you may do with it.'],
      action: 'See the tool',
    },
    de: {
      subject: 'Ihre Anfrage zu {tool} wurde {what}',
      lines: ['Auf der Seite des Werkzeugs steht, was Sie damit dürfen.'],
      action: 'Werkzeug ansehen',
    },
  },
  path: ({ key }) => `/tools/${key}`,
})

export const answers = {
  approved: { en: 'approved', de: 'freigegeben' },
  returned: { en: 'sent back', de: 'zurückgegeben' },
  refused: { en: 'refused', de: 'abgelehnt' },
  withdrawn: { en: 'withdrawn', de: 'zurückgezogen' },
} as const
