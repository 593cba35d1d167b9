import { defineMessage, stillIn } from '../define-message.ts'

/** One word for a queue that begins, not for each text in it: whoever looks finds the others there. */
export const contentWaits = defineMessage({
  kind: 'content-waits',
  urgency: 'act',
  example: { solution: 'Claims letters', until: '2027-01-31' },
  texts: {
    en: {
      subject: 'A text of {solution} waits for you',
      lines: ['It does not leave the company before somebody says yes. Whatever nobody decided by {until} is not sent.'],
      action: 'Read it',
    },
    de: {
      subject: 'Ein Text von {solution} wartet auf Sie',
      lines: ['Er verlässt die Firma nicht, bevor jemand Ja sagt. Was bis zum {until} niemand entschieden hat, wird nicht gesendet.'],
      action: 'Lesen',
    },
  },
  path: () => '/content',
  stillTrue: stillIn('contentReview', 'open'),
})
