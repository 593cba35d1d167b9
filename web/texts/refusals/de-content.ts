import type { Said } from './said.ts'

/** What is refused about content that waits for a person, for readers of German. */
export const contentRefusals: Readonly<Record<string, Said>> = {
  'content-decided': 'Darüber hat schon jemand entschieden. Laden Sie neu, und sehen Sie, wie.',
  'content-expired': 'Die Zeit für diesen Inhalt ist vorbei; er wurde nicht gesendet. Lassen Sie ihn neu vorlegen.',
  'content-not-yours': 'Zurückziehen kann ihn nur, wer ihn vorgelegt hat oder für die Lösung einsteht. Lehnen Sie ihn mit Grund ab.',
  'content-opened': 'Sie haben diesen Inhalt schon gesehen. Es ist nichts zu vermerken.',
  'content-reviewers-decide': 'Über Inhalte entscheidet nur, wer dafür benannt ist. Bitten Sie die verantwortliche Person darum.',
  'content-undecided': 'Darüber hat noch niemand entschieden. Danach gibt es eine Quittung.',
  'no-such-content': 'Diesen Inhalt gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  'receipt-not-ready': 'Das Ledger nimmt dieses Urteil gerade auf. Fragen Sie in einer Sekunde noch einmal.',
  'reviewer-not-here': 'Jemand davon ist nicht oder nicht mehr hier. Wählen Sie Menschen aus der Liste.',
}
