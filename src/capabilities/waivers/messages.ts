import { defineMessage, stillIn } from '../define-message.ts'

const leave = () => '/waivers' as const

export const leaveToDecide = defineMessage({
  kind: 'waiver-to-decide',
  urgency: 'act',
  example: { by: 'Priya Raman', solution: 'Invoice sorter', until: '2027-01-31' },
  texts: {
    en: {
      subject: '{by} asks for leave for {solution}',
      lines: ['A duty is to be put off until {until}. Say yes or no, and why.'],
      action: 'Decide',
    },
    de: {
      subject: '{by} bittet um Aufschub für {solution}',
      lines: ['Eine Pflicht soll bis zum {until} aufgeschoben werden. Sagen Sie ja oder nein, und warum.'],
      action: 'Entscheiden',
    },
  },
  path: leave,
  stillTrue: stillIn('waiver', 'requested'),
})

const decided = { urgency: 'digest', path: leave, example: { solution: 'Invoice sorter', until: '2027-01-31' } } as const

export const leaveDecided = {
  granted: defineMessage({
    ...decided,
    kind: 'waiver-granted',
    texts: {
      en: { subject: 'Your leave for {solution} is granted', lines: ['It holds until {until}.'], action: 'See your leave' },
      de: { subject: 'Ihr Aufschub für {solution} ist gewährt', lines: ['Er gilt bis zum {until}.'], action: 'Aufschub ansehen' },
    },
  }),
  declined: defineMessage({
    ...decided,
    kind: 'waiver-declined',
    texts: {
      en: { subject: 'Your leave for {solution} was declined', lines: ['The answer says why.'], action: 'See why' },
      de: { subject: 'Ihr Aufschub für {solution} wurde abgelehnt', lines: ['In der Antwort steht, warum.'], action: 'Ansehen, warum' },
    },
  }),
}
