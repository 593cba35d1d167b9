import type { About } from '#src/kernel/message.ts'
import { defineMessage, stillIn } from '../define-message.ts'
import type { Kind } from './kind.ts'

const proposal = ({ key }: { key: string }) => `/proposals/${key}` as const

export const aboutProposal = ({ id }: { id: string }, { called }: Pick<Kind, 'called'>): About => ({
  kind: 'proposal',
  key: id,
  name: called,
})

/** It takes a second person, and somebody has to know. */
export const proposalWaits = defineMessage({
  kind: 'proposal-waits',
  urgency: 'act',
  example: { by: 'Grace Mbeki' },
  texts: {
    en: {
      subject: '{by} proposes something that takes a second person',
      lines: ['Look at what would change, then have it done or say why not.'],
      action: 'Look at it',
    },
    de: {
      subject: '{by} schlägt etwas vor, das eine zweite Person braucht',
      lines: ['Sehen Sie an, was sich ändern würde. Dann beschließen Sie es, oder sagen Sie, warum nicht.'],
      action: 'Ansehen',
    },
  },
  path: proposal,
  stillTrue: stillIn('proposal', 'open'),
})

export const proposalDecided = {
  adopted: defineMessage({
    kind: 'proposal-adopted',
    urgency: 'digest',
    example: { by: 'Daniel Okoye' },
    texts: {
      en: { subject: '{by} adopted what you proposed', lines: ['It is done.'], action: 'See the proposal' },
      de: { subject: '{by} hat beschlossen, was Sie vorgeschlagen haben', lines: ['Es ist getan.'], action: 'Vorschlag ansehen' },
    },
    path: proposal,
  }),
  declined: defineMessage({
    kind: 'proposal-declined',
    urgency: 'digest',
    example: { by: 'Daniel Okoye' },
    texts: {
      en: { subject: '{by} declined what you proposed', lines: ['The proposal says why.'], action: 'See why' },
      de: { subject: '{by} hat abgelehnt, was Sie vorgeschlagen haben', lines: ['Beim Vorschlag steht, warum.'], action: 'Ansehen, warum' },
    },
    path: proposal,
  }),
}
