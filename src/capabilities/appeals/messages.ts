import { defineMessage } from '../define-message.ts'

export const ideaReceived = defineMessage({
  kind: 'idea-received',
  urgency: 'digest',
  example: { solution: 'Invoice sorter', reference: 'CT-117' },
  texts: {
    en: { subject: 'The central team has {solution}', lines: ['They call it {reference}.'], action: 'See the solution' },
    de: { subject: 'Das zentrale Team hat {solution}', lines: ['Dort heißt es {reference}.'], action: 'Lösung ansehen' },
  },
  path: ({ key }) => `/solutions/${key}`,
})
