import type { Said } from './said.ts'

/** What is refused about solutions, their owners and their reviews, for readers of German. */
export const solutionRefusals: Readonly<Record<string, Said>> = {
  'accepted-already': 'Sie haben diese Standards schon angenommen. Es ist nichts zu tun.',
  'appealed-already': 'Eine andere Person wurde schon gebeten, darauf zu schauen; das geht einmal. Ändern Sie, was die Lösung tut.',
  'backup-already': 'Diese Person vertritt schon. Wählen Sie jemand anderen.',
  'central-team-only': 'Das ist Sache des Kompetenzzentrums. Was aus Ihrer Idee wurde, steht auf ihrer Seite.',
  'coe-recommends': 'Vorlagen empfiehlt nur das Kompetenzzentrum. Fragen Sie dort nach.',
  'entry-expired': 'Der Eintrag ist abgelaufen. Lassen Sie ihn zuerst von der verantwortlichen Person bestätigen.',
  'others-behind-it':
    'Inzwischen stehen andere dafür ein oder bauen daran als beim Vorschlag, und auch sie hätten etwas davon. Lehnen Sie ihn ab und schlagen Sie es neu vor.',
  'no-active-owner': 'Niemand, der noch hier arbeitet, steht dafür ein. Bieten Sie die Lösung jemandem an; diese Person muss annehmen.',
  'no-second-look': 'Darauf muss jemand anderes schauen.',
  'no-such-offer': 'Dieses Angebot gibt es nicht, oder Sie dürfen es nicht sehen.',
  'no-such-view': 'Eine solche Ansicht haben Sie nicht.',
  'no-value': 'Das sagt nichts über diese Angabe. Nennen Sie einen Wert, oder heben Sie die Feststellung auf.',
  'nobody-active': 'Jemand, den Sie nannten, ist zurzeit nicht hier. Wählen Sie jemanden aus dem Verzeichnis.',
  'not-approved': 'Das hat noch niemand freigegeben.',
  'not-asked': 'Ja oder Nein sagt nur, wer gefragt wurde.',
  'not-referred': 'Diese Idee ging nicht an das zentrale Team.',
  'not-your-name': 'So steht Ihr Name nicht im Verzeichnis. Schreiben Sie Ihren vollen Namen.',
  'nothing-submitted': 'Nichts davon wartet auf eine Prüfung.',
  'nothing-to-appeal': 'Zur neuesten Erklärung hat niemand Nein gesagt.',
  'nothing-to-go-live': 'Nichts Freigegebenes wartet darauf, in Betrieb zu gehen. Lassen Sie zuerst eine Änderung freigeben.',
  'nothing-to-submit': 'Nichts davon wartet auf ein Ja. Ändern Sie zuerst, was erklärt ist.',
  'nothing-under-review': 'Keine Prüfung davon ist offen. Angaben stellt fest, wer gerade prüft.',
  'offer-open': 'Jemand wurde schon gefragt und hat noch nicht geantwortet. Ziehen Sie dieses Angebot zuerst zurück.',
  'offer-over': 'Dieses Angebot ist erledigt. Es kann neu gemacht werden.',
  'offered-to-oneself': 'Niemand fragt sich selbst. Lassen Sie es sich von jemand anderem anbieten.',
  'other-standards': 'Das sind nicht mehr die Standards, die jetzt gelten. Lesen Sie sie zuerst noch einmal.',
  'own-backup': 'Niemand vertritt sich selbst, auch nicht über ein anderes Konto. Wählen Sie jemand anderen.',
  'owner-already': 'Diese Person ist schon verantwortlich. Wählen Sie jemand anderen.',
  'owners-only': 'Das entscheidet nur, wer verantwortlich ist oder vertritt. Fragen Sie dort.',
  'received-already': 'Das zentrale Team hat den Eingang schon bestätigt. Es ist nichts zu tun.',
  'reviewers-decide': 'Angaben stellen nur die Prüfenden fest. Beantworten Sie deren Fragen.',
  'sandbox-open': 'Eine Sandbox gibt es schon. Nutzen Sie diese.',
  'standards-needed':
    'In Stufe 1 legen Sie los, wenn Sie eine Seite Standards namentlich angenommen haben. Lesen Sie sie, nehmen Sie sie an, und reichen Sie dann noch einmal ein.',
  'too-many-views': n => `Sie haben schon ${n} Ansichten. Löschen Sie eine, die Sie nicht brauchen.`,
  'undo-over': 'Die Tage, in denen sich das zurücknehmen ließ, sind vorbei. Melden Sie die Lösung neu an.',
  'wrong-state': 'In diesem Zustand geht das nicht. Laden Sie die Seite neu; sie sagt, was jetzt möglich ist.',
  'artifact-not-recognised':
    'Das ist kein Export, den wir lesen. Exportieren Sie die Automatisierung aus n8n, Power Automate, Node-RED, Copilot Studio, Flowise, Dify oder Langflow.',
  'artifact-too-large':
    'Die Datei ist zu groß. Exportieren Sie nur die eine Automatisierung, nicht eine Sicherung von allem; sie darf höchstens 5 MB haben.',
  'artifact-unreadable':
    'Die Datei lässt sich nicht lesen. Exportieren Sie sie noch einmal aus dem Werkzeug, mit dem sie gebaut ist, und bearbeiten Sie den Export nicht.',
  'file-damaged':
    'Die Datei ist nicht ganz angekommen. Wählen Sie sie noch einmal.',
  'file-empty':
    'Die Datei ist leer. Exportieren Sie die Automatisierung noch einmal, und wählen Sie diese Datei.',
  'inspection-busy':
    'Es warten schon viele Dateien darauf, gelesen zu werden. Schicken Sie sie gleich noch einmal.',
  'inspection-too-large':
    'Das Lesen brauchte zu viel Speicher und wurde beendet. Exportieren Sie nur die eine Automatisierung.',
  'inspection-too-slow':
    'Das Lesen dauerte zu lange und wurde beendet. Exportieren Sie nur die eine Automatisierung.',
  'nothing-read':
    'Für die neueste Fassung wurde keine Datei gelesen. Es ist nichts zu entfernen.',
}
