import type { Said } from './said.ts'

/** What is refused about reviews, their questions and conditions, for readers of German. */
export const reviewRefusals: Readonly<Record<string, Said>> = {
  answered: 'Diese Frage hat ihre Antwort schon. Was Sie ergänzen wollen, gehört in eine Notiz oder eine Änderung.',
  'cannot-sign': 'Diese Person kann die Freigabe nicht geben. Wählen Sie jemand anderen.',
  'checklist-open': 'Dieser Punkt der Prüfliste hat noch keine Antwort. Sagen Sie Ja, Nein oder dass er nicht zutrifft.',
  'condition-state': 'Diese Bedingung ist schon einen Schritt weiter. Lesen Sie sie noch einmal.',
  'conditions-with-no': 'Bedingungen gehören zu einem Ja. Schreiben Sie in die Begründung, was sich ändern muss.',
  'no-such-condition': 'Diese Bedingung gibt es nicht, oder Sie dürfen sie nicht sehen. Nehmen Sie eine von der Seite der Lösung.',
  'no-such-fact': 'Eine solche Angabe kennt die Charta nicht. Wählen Sie eine aus der Liste.',
  'no-such-item': 'Das ist kein Punkt dieser Prüfliste. Laden Sie die Seite neu.',
  'no-such-office':
    'Die Charta verlangt die Freigabe eines Amtes, das hier niemand haben kann. Lassen Sie die Charta eines nennen, das es gibt.',
  'no-such-question': 'Diese Prüfung hat keine solche Frage. Nehmen Sie eine, die sie zeigt.',
  'no-such-review': 'Diese Prüfung gibt es nicht, oder Sie dürfen sie nicht sehen. Prüfen Sie den Schlüssel.',
  'no-such-role': 'In dieser Rolle gibt niemand etwas frei. Wählen Sie eine aus der Liste.',
  'no-such-sign-off': 'Keine Freigabe dieser Rolle ist hier offen. Laden Sie die Seite neu.',
  'no-without-condition':
    'Ein Punkt der Prüfliste ist nicht erfüllt. Geben Sie mit einer Bedingung frei, die das behebt, oder geben Sie es zurück.',
  'other-office': 'Ob eine Bedingung erfüllt ist, sagt, wer sie gesetzt hat oder dasselbe Amt hat. Überlassen Sie es diesen Menschen.',
  'own-condition': 'Niemand bestätigt, was er oder sie selbst getan hat. Überlassen Sie es jemandem aus demselben Amt.',
  'reason-needed': 'Wer es zurückbekommt, muss wissen, warum. Schreiben Sie, was fehlt oder warum nicht.',
  'review-over': 'Diese Prüfung ist vorbei. Sehen Sie ihr Ergebnis an; wer neu einreicht, beginnt eine neue.',
  'role-asked': 'Die Freigabe dieses Amtes ist schon gefragt. Warten Sie auf sie, oder fragen Sie ein anderes.',
  'second-look': 'Ein zweiter Blick wird mit den Fakten beantwortet, wie Sie sie sehen, nicht mit Ja oder Nein.',
  'too-many-questions': n => `Diese Prüfung hat schon ${n} Fragen. Sprechen Sie mit denen, die es bauen.`,
  'waits-for-maker': 'Die Prüfung wartet auf eine Antwort, und ihre Uhr steht still. Warten Sie die Antwort ab.',
  'window-reversed': 'Das Zeitfenster endet, bevor es beginnt. Vertauschen Sie die beiden Zeitpunkte.',
}

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
