/** Why somebody may not sign off, by the reason; the one that names an office varies with it. */
export const signerReasons: Readonly<Record<string, string>> = {
  'Only a person signs off.': 'Freigeben kann nur ein Mensch. Melden Sie sich an.',
  'Your account is not active.': 'Ihr Konto ist nicht aktiv.',
  'Nobody signs off what they made, own, submitted, changed or lead, through another account neither.':
    'Niemand gibt frei, was er oder sie selbst gebaut, eingereicht oder geändert hat, verantwortet oder leitet, auch nicht mit einem anderen Konto.',
  'You decided about it before; now it takes another pair of eyes.':
    'Sie haben schon einmal darüber entschieden; jetzt schaut jemand anderes darauf.',
  'You gave a sign-off on this review already, and one person gives one.':
    'Sie haben in dieser Prüfung schon eine Freigabe gegeben, und jeder Mensch gibt eine.',
}

export const otherOffice = 'Diese Freigabe geben Ihre Rollen nicht. Überlassen Sie es denen, die das Amt haben.'
