import type { Said } from './said.ts'

/** What is refused of links in letters, for readers of German. */
export const answerRefusals: Readonly<Record<string, Said>> = {
  'answer-ended':
    'Das wurde schon beantwortet, oder der Link wurde vor zu langer Zeit geöffnet. Öffnen Sie ihn noch einmal aus dem Brief: Er sagt, wie es steht.',
  'answer-link-broken':
    'Dieser Link ist keiner von uns, oder es fehlt ein Stück. Öffnen Sie ihn aus dem Brief selbst, oder melden Sie sich an und antworten dort.',
  'answer-link-expired': 'Dieser Link ist abgelaufen. Melden Sie sich an, und antworten Sie dort.',
  'answer-link-of-another':
    'Dieser Link wurde jemand anderem geschrieben, als hier angemeldet ist. Öffnen soll ihn, wer den Brief bekam. Sind Sie das, melden Sie sich erst ab.',
  'answer-link-settled': 'Das wurde schon beantwortet oder hat sich erledigt. Es ist nichts zu tun; wie es steht, sehen Sie angemeldet.',
}
