import type { Said } from './said.ts'

/** What is refused about endpoints and what goes to them, for readers of German. */
export const endpointRefusals: Readonly<Record<string, Said>> = {
  'bad-endpoint-address':
    'Diese Adresse lässt sich nicht aufrufen. Geben Sie sie ganz an: mit https:// am Anfang, für Syslog Rechner und Port.',
  'endpoint-as-it-is': 'Der Endpunkt ist schon in diesem Zustand. Es ist nichts zu tun.',
  'endpoint-keepers-only': 'Wohin Ereignisse gehen, bestimmt die Administration. Wenden Sie sich an sie.',
  'endpoint-name-taken': 'Ein anderer Endpunkt heißt schon so. Wählen Sie einen Namen, der beide unterscheidet.',
  'endpoint-paused': 'Er ist pausiert, deshalb geht nichts dorthin. Setzen Sie ihn zuerst fort.',
  'no-endpoint-secret': 'Nur Webhooks werden mit einem Geheimnis unterschrieben. Es ist nichts zu tun.',
  'no-such-endpoint': 'Diesen Endpunkt gibt es nicht, oder er wurde entfernt. Nehmen Sie einen aus der Liste.',
  'no-such-event': 'Dieses Ereignis gibt es nicht. Nehmen Sie eines aus der Liste.',
  'nothing-given-up': 'Hiervon wurde nichts aufgegeben. Was unterwegs ist, wird von selbst wieder versucht.',
  'nothing-to-replay': 'Seither ist nichts geschehen, was er bekommt. Beginnen Sie früher.',
  'replay-from-where': 'Es ist nicht klar, ab wo. Geben Sie die Nummer eines Eintrags oder einen Zeitpunkt an.',
  'too-many-endpoints': 'So viele Endpunkte auf einmal bekommen keine Ereignisse. Entfernen Sie, was niemand braucht.',
  'too-much-to-replay': 'So viele Ereignisse gehen nicht auf einmal noch einmal hinaus. Beginnen Sie später.',
}
