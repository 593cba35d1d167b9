import type { Said } from './said.ts'

/** What is refused about findings and their rules, for readers of German. */
export const findingRefusals: Readonly<Record<string, Said>> = {
  'coe-works-findings': 'Befunde verteilt und verschiebt das Kompetenzzentrum. Beheben Sie, was dasteht, oder fragen Sie dort.',
  'effect-final': 'Die Tage, in denen sich das zurücknehmen ließ, sind vorbei. Lassen Sie die Lösung von zwei Personen wieder freigeben.',
  'effect-undone': 'Das wurde schon zurückgenommen. Es ist nichts zu tun.',
  'finding-cleared': 'Hier ist alles wieder so, wie die Charta es will. Es ist nichts zu tun.',
  'lead-sets-rules': 'Regeln stellt nur die Programmleitung ein. Fragen Sie dort.',
  'no-effect': 'Diese Regel findet etwas, tut aber von sich aus nichts. Lassen Sie das weg.',
  'no-such-effect': 'So etwas wurde nicht getan. Nehmen Sie es aus der Liste dessen, was Regeln von sich aus taten.',
  'no-such-finding': 'Diesen Befund gibt es nicht, oder Sie dürfen ihn nicht sehen. Nehmen Sie ihn aus der Liste.',
  'no-such-page': 'Dort endet keine Seite. Laden Sie die Liste neu.',
  'no-such-rule': 'Diese Regel gibt es nicht. Nehmen Sie eine aus der Liste.',
  'overseers-only': 'Das ist für die, die das ganze Programm überblicken. Was Ihre Lösungen betrifft, steht in der Liste der Befunde.',
  'own-finding':
    'Niemand verschiebt, was ihn selbst betrifft, oder was er baut, verantwortet, ändert oder leitet. Lassen Sie das jemand anderen tun.',
  'solution-changed-since':
    'Jemand hat die Lösung seither geändert, also kommt sie nicht genau dorthin zurück, wo sie war. Lassen Sie sie, wie sie jetzt ist, von zwei Personen wieder freigeben.',
  'snooze-over': 'Es käme sofort zurück. Wählen Sie einen Zeitpunkt, der noch kommt.',
  'snooze-too-long': n => `Länger als ${n} Tage lässt sich nichts verschieben. Wählen Sie einen früheren Zeitpunkt.`,
}
