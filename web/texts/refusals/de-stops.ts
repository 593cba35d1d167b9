import type { Said } from './said.ts'

/** What is refused about stops and incidents, for readers of German. */
export const stopRefusals: Readonly<Record<string, Said>> = {
  'action-done': 'Das ist schon erledigt. Es ist nichts zu tun.',
  'day-not-later': 'Zu diesem Tag oder später ist es schon fällig. Geben Sie einen späteren an.',
  'day-over': 'Dieser Tag ist vorbei. Geben Sie heute oder einen späteren Tag an.',
  'incident-closed': 'Der Vorfall ist abgeschlossen und bleibt, wie er ist. Eröffnen Sie einen neuen, wenn etwas hinzukam.',
  'incident-contained': 'Er ist schon eingedämmt. Schließen Sie ihn ab, sobald alles dazu aufgeschrieben ist.',
  'incidents-by-office':
    'An Vorfällen arbeiten die IT-Sicherheit, das Kompetenzzentrum und die Programmleitung. Sagen Sie dort, was Sie wissen; man schreibt es auf.',
  'no-open-incident': 'Diesen Vorfall gibt es nicht, oder er ist abgeschlossen. Wählen Sie einen offenen, oder lassen Sie ihn weg.',
  'no-such-incident': 'Diesen Vorfall gibt es nicht, oder Sie dürfen ihn nicht lesen. Nehmen Sie ihn aus der Liste.',
  'no-such-model': 'Für dieses Modell ist das Werkzeug nicht freigegeben. Nennen Sie eines seiner Modelle.',
  'no-such-stop': 'Diesen Stopp gibt es nicht. Nehmen Sie ihn aus der Liste.',
  'no-such-target': 'Unter diesem Namen gibt es nichts anzuhalten. Wählen Sie eine Lösung, ein Werkzeug oder eine Einheit aus der Suche.',
  'not-noticed-yet': 'Dieser Zeitpunkt kommt erst noch. Geben Sie den an, zu dem es jemand bemerkte.',
  'note-ahead': 'Dieser Zeitpunkt kommt erst noch. Geben Sie den an, zu dem es geschah.',
  'own-incident':
    'Wer einen Vorfall eröffnet hat, schließt ihn nicht ab. Bitten Sie jemand anderen in IT-Sicherheit oder Kompetenzzentrum, ihn zu lesen und abzuschließen.',
  'stop-finished': 'An diesem Stopp ist nichts mehr zu tun.',
  'stop-lifted': 'Der Stopp ist schon aufgehoben. Es ist nichts zu tun.',
  'stop-of-another': 'Er gehört zu einem anderen Vorfall. Nehmen Sie ihn dort zuerst heraus, oder lassen Sie ihn hier weg.',
  'stopped-already': 'Das ist schon angehalten. Es ist nichts zu tun.',
  'stoppers-only':
    'Werkzeuge, Modelle und Einheiten halten die IT-Sicherheit, das Kompetenzzentrum oder die Programmleitung an. Rufen Sie dort sofort an. Was Sie selbst verantworten, halten Sie auf seiner Seite an.',
  'stops-overseers-only':
    'Die Liste der Stopps ist für die, die das ganze Programm überblicken. Was eine Ihrer Lösungen anhält, steht auf deren Seite.',
}

/** What keeps an incident from being closed, and a solution suspended after a stop was lifted, as the server says it. */
export const stillOpen: Readonly<Record<string, string>> = {
  'It is not contained yet.': 'Er ist noch nicht eingedämmt. Sagen Sie es, sobald er nicht mehr schadet.',
  'Nobody has written down the cause.': 'Niemand hat die Ursache aufgeschrieben. Schreiben Sie, was dazu führte.',
  'Nobody has written down what was learned.':
    'Niemand hat aufgeschrieben, was man daraus lernt. Schreiben Sie, was künftig anders gemacht wird.',
  'One action is neither done nor put off.':
    'Eine Maßnahme ist weder erledigt noch verschoben. Lassen Sie sie erledigen, oder geben Sie ihr mit Grund einen späteren Tag.',
  'It is not suspended any more.': 'Sie ist nicht mehr angehalten. Es ist nichts zu tun.',
  'Something else had stopped it.': 'Etwas anderes hatte sie angehalten. Zwei Personen lassen sie wieder laufen, sobald das geklärt ist.',
}

const several = (count: string): string =>
  `${count} Maßnahmen sind weder erledigt noch verschoben. Lassen Sie jede erledigen, oder geben Sie ihr mit Grund einen späteren Tag.`

/** The same of a reason that may count; undefined where it has no German of its own. */
export const sayStillOpen = (reason: string): string | undefined => {
  const [, count] = /^(\d+) actions are neither done nor put off\.$/u.exec(reason) ?? []
  return count === undefined ? stillOpen[reason] : several(count)
}
