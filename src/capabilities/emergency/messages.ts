import { defineMessage } from '../define-message.ts'

/** Somebody acts alone: whoever could know whether that is right hears of it at once. */
export const emergencyAccess = defineMessage({
  kind: 'emergency-opened',
  urgency: 'act',
  loud: true,
  example: { by: 'Grace Mbeki', hours: 4 },
  texts: {
    en: {
      subject: '{by} opened emergency access',
      lines: ['For {hours} hours they hold a further role without a second person. If that is not right, act now.'],
      action: 'See the emergency',
    },
    de: {
      subject: '{by} hat einen Notzugang geöffnet',
      lines: ['Für {hours} Stunden gilt eine weitere Rolle ohne zweite Person. Wenn das nicht richtig ist, handeln Sie jetzt.'],
      action: 'Notzugang ansehen',
    },
  },
  path: () => '/emergency',
})
