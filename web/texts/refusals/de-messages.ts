import type { Said } from './said.ts'

/** What is refused about messages and how they are sent, for readers of German. */
export const messageRefusals: Readonly<Record<string, Said>> = {
  'address-not-set': 'Links in Briefen würden nirgendwohin führen. Tragen Sie die Adresse ein, unter der man Guildhall öffnet.',
  'bad-chat-address': 'Diese Adresse lässt sich nicht aufrufen. Kopieren Sie die ganze Adresse des Webhooks, von https:// an.',
  'chat-as-it-is': 'An diesem Chat gibt es nichts zu vermerken. Es ist nichts zu tun.',
  'chat-host-closed':
    'An diesen Host lässt Ihre Firma keine Briefe gehen. Nehmen Sie einen Chat bei einem der genannten Hosts, oder bitten Sie die Verwaltung, ihn zu öffnen.',
  'chat-needs-mail':
    'Davon könnten wir Ihnen nicht per Mail Bescheid sagen: Ihre Firma verschickt noch nichts, oder von Ihnen ist keine Mailadresse bekannt. Fragen Sie die Verwaltung.',
  'chat-set-too-often': 'Ihr Chat wurde heute schon sehr oft geändert. Ändern Sie ihn morgen.',
  'no-chat': 'Sie haben keinen Chat eingetragen. Tragen Sie zuerst einen ein.',
  'no-chat-host-open': 'Ihre Firma lässt keine Briefe an Chats gehen. Bitten Sie die Verwaltung, den Host Ihres Chats zu öffnen.',
  'too-many-test-cards': 'Sie haben sich heute schon viele Probekarten geschickt. Schicken Sie die nächste morgen.',
  'mail-not-set': 'Es ist kein Mailserver eingetragen, also kann nichts verschickt werden. Tragen Sie ihn zuerst ein.',
  'message-keepers-only': 'Wie Nachrichten verschickt werden, regelt die Verwaltung. Fragen Sie dort.',
  'no-such-delivery': 'Diesen Brief gibt es nicht. Nehmen Sie ihn aus der Liste der Briefe.',
  'no-such-fact': 'Der Text nennt etwas in Klammern, das diese Nachricht nicht kennt. Verwenden Sie nur die Angaben, die daneben stehen.',
  'no-such-message-kind': 'Diese Art von Nachricht gibt es nicht. Nehmen Sie eine aus der Liste der Texte.',
  'no-such-time-zone': 'Das ist keine Zeitzone. Geben Sie einen IANA-Namen an, wie Europe/Berlin.',
  'not-given-up': 'Dieser Brief wurde nicht aufgegeben. Von Hand wird nur wiederholt, was aufgegeben wurde.',
  'nothing-unread': 'Sie haben alles schon gelesen. Es ist nichts zu tun.',
  'quiet-hours-open': 'Ruhezeiten haben einen Anfang und ein Ende. Geben Sie beides an, oder keines.',
  'text-is-usual': 'Diese Nachricht spricht schon in ihren eigenen Worten. Es ist nichts zurückzusetzen.',
  'text-keepers-only': 'Die Texte der Nachrichten zeigen wir der Verwaltung, der Programmleitung und der Revision. Fragen Sie dort.',
}
