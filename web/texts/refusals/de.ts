import { sayInTheWay } from './de-in-the-way.ts'
import { asTheServerSays } from './said.ts'
import type { Blocker, Said } from './said.ts'
import { answerRefusals } from './de-answers.ts'
import { reviewRefusals } from './de-reviews.ts'
import { sayInput } from './de-input.ts'
import { otherOffice, signerReasons } from './de-signers.ts'
import { findingRefusals } from './de-findings.ts'
import { endpointRefusals } from './de-endpoints.ts'
import { contentRefusals } from './de-content.ts'
import { messageRefusals } from './de-messages.ts'
import { solutionRefusals } from './de-solutions.ts'
import { sayStillOpen, stopRefusals } from './de-stops.ts'

/** What the server refuses, by its code, for readers of German. A number that the server names is handed on. */
export const refusals: Readonly<Record<string, Said>> = {
  ...reviewRefusals,
  ...solutionRefusals,
  ...findingRefusals,
  ...stopRefusals,
  ...contentRefusals,
  ...messageRefusals,
  ...answerRefusals,
  ...endpointRefusals,
  'absence-too-long': n => `Eine Abwesenheit dauert höchstens ${n} Tage. Planen Sie eine kürzere.`,
  'accounts-changed': 'Welche Konten zusammengehören, hat sich inzwischen geändert. Schlagen Sie es neu vor.',
  'active-already': 'Diese Person ist schon aktiv. Es ist nichts zu tun.',
  'administrators-only': 'Das darf nur die Verwaltung. Bitten Sie dort darum; die Liste der Ansprechpersonen nennt sie.',
  'already-chosen': 'Hier wurde schon etwas anderes gewählt. Halten Sie den Server an, und starten Sie ihn neu, um neu zu wählen.',
  'already-filled': 'Hier sind schon Menschen eingetragen. Es ist nichts zu tun.',
  'already-set-up': 'Diese Installation ist schon eingerichtet. Bitten Sie die Verwaltung um eine Einladung.',
  'approved-tools-exist':
    'Freigegebene Werkzeuge dürfen all diese Daten schon sehen. Nehmen Sie eines davon, oder schreiben Sie, warum keines geht.',
  'auditors-only': 'Das ganze Ledger ist für die Revision. Fragen Sie dort nach.',
  'away-already': 'Für einige dieser Tage ist schon eine Abwesenheit geplant. Entfernen Sie diese zuerst, oder nennen Sie andere Tage.',
  'bad-private-target': 'Das ist kein Rechner mit einem Port. Schreiben Sie beides, wie erp.internal:443.',
  'bad-request': 'Die Anfrage ist nicht lesbar. Laden Sie die Seite neu.',
  'bootstrap-over':
    'Die zweite Person für die Verwaltung wurde schon genannt; Rollen zu geben, braucht jetzt zwei Personen. Tragen Sie die Person ein, und schlagen Sie die Rolle vor.',
  'changed-meanwhile': 'Jemand hat das inzwischen geändert. Laden Sie neu, sehen Sie nach, was anders ist, und speichern Sie dann.',
  'charter-known': 'Genau diese Charta gilt oder galt hier schon. Ändern Sie sie, oder lassen Sie es dabei.',
  'charter-unreadable': 'Diese Version kann die gespeicherte Charta nicht lesen. Sagen Sie es denen, die den Server betreiben.',
  'code-needed': 'Dieses Konto hat einen zweiten Faktor. Schreiben Sie den Code, den Ihre Authenticator-App jetzt zeigt.',
  'code-taken': 'Diese Kennung hat oder hatte schon eine andere Einheit. Wählen Sie eine andere.',
  'days-reversed': 'Der letzte Tag liegt vor dem ersten. Vertauschen Sie die beiden.',
  'deciders-only': 'Ablehnen dürfen es nur die Rollen, die es auch beschließen dürfen. Sagen Sie dort, was dagegen spricht.',
  'demo-only': 'Ohne Passwort meldet man sich nur in der Demo an. Nehmen Sie Ihr eigenes Konto.',
  'directory-keepers-only': 'Das ganze Verzeichnis ist für Verwaltung und Revision. Bitten Sie die Verwaltung um die Liste.',
  'email-taken': 'Diese E-Mail-Adresse hat schon ein anderes Konto. Suchen Sie es in der Liste; vielleicht hat es die Firma verlassen.',
  'emergency-on-emergency': 'Die Rolle aus einem Notzugang öffnet keinen weiteren. Rufen Sie jemanden an, der diese Rolle hat.',
  'emergency-role': 'Die Rolle aus einem Notzugang schlägt nichts vor, was zwei Personen braucht. Bitten Sie jemanden, der die Rolle hat.',
  'emergency-unreviewed':
    'Ihr letzter Notzugang läuft noch, oder niemand hat ihn angesehen. Bitten Sie Revision, Verwaltung, Programmleitung oder IT-Sicherheit darum.',
  'factor-set-up': 'Ein zweiter Faktor ist schon eingerichtet. Entfernen Sie ihn zuerst, mit einem Code von ihm.',
  'has-a-way-in': 'Diese Person kann sich schon anmelden. Ist das Passwort verloren, machen Sie einen Link für ein neues.',
  'invalid-input':
    'Diese Angabe fehlt, oder sie hat nicht die Form, die hier gebraucht wird. Füllen Sie das Feld aus, wie es daneben steht.',
  'joined-already': 'Diese Konten gehören schon zu einem Menschen. Es ist nichts zu tun.',
  'keepers-only':
    'Der Notzugang ist für Verwaltung, IT-Sicherheit und Programmleitung. Rufen Sie dort an; die Ansprechpersonen stehen in der Liste.',
  'installation-keepers-only':
    'Wie diese Installation eingestellt ist, ist für die, die sie betreiben oder leiten. Fragen Sie die Verwaltung.',
  'key-keepers-only': 'Die Schlüssel dieser Installation sind für die Verwaltung. Fragen Sie dort nach.',
  'label-taken': 'So heißt schon eine andere Charta, und Entscheidungen nennen ihre Charta beim Namen. Geben Sie ihr einen anderen.',
  'last-administrator':
    'Danach wäre niemand mehr da, der Menschen und Einheiten verwaltet. Lassen Sie zuerst jemand anderen diese Rolle bekommen.',
  'left-already': 'Diese Person hat die Firma schon verlassen. Es ist nichts zu tun.',
  'link-ended': 'Dieser Link wurde durch einen neueren ersetzt oder zurückgenommen. Nehmen Sie den neuesten.',
  'link-expired': 'Dieser Link ist abgelaufen. Bitten Sie die Verwaltung um einen neuen; für die Einrichtung gibt ihn das Terminal.',
  'link-used': 'Dieser Link wurde schon benutzt; er gilt nur einmal. Waren Sie das nicht, sagen Sie es sofort der Verwaltung.',
  'managers-in-circle':
    'Niemand ist sich selbst vorgesetzt, auch nicht über andere. Wählen Sie jemanden, der dieser Person nicht berichtet.',
  'network-keepers-only': 'Private Adressen sind Sache der Verwaltung und der IT-Sicherheit. Fragen Sie dort nach.',
  'never-came-in': 'Diese Person hat noch keinen Zugang. Machen Sie stattdessen eine Einladung.',
  'never-waived': 'Das darf niemand erlassen, auch im Notfall nicht. Beheben Sie, was im Weg steht; die Prüfung sagt, wie.',
  'no-address': 'Diese Person hat keine E-Mail-Adresse, mit der sie sich anmelden könnte. Tragen Sie zuerst eine ein.',
  'no-checkpoint-yet': 'Das Ledger ist noch nicht unterschrieben. Versuchen Sie es in einer Sekunde noch einmal.',
  'no-dates': 'Hier gibt es gerade kein Datum für Ihren Kalender. Kommen Sie wieder, wenn es eines gibt.',
  'no-factor': 'Es ist kein zweiter Faktor eingerichtet. Es ist nichts zu entfernen.',
  'no-operator': 'Dieser Server gehört nicht zu dem Datenverzeichnis, das Sie lesen.',
  'no-password': 'Dieses Konto hat kein Passwort. Bitten Sie die Verwaltung um eine Einladung.',
  'no-replacement': 'Dieses Werkzeug kann nicht an seine Stelle treten. Nennen Sie ein anderes, das freigegeben ist.',
  'no-such-access': 'Keine Ihrer offenen Anmeldungen und Token ist das. Laden Sie die Seite neu.',
  'no-such-address': 'Unter dieser Adresse gibt es nichts.',
  'no-such-base': 'Eine Charta mit dieser Prüfsumme kam nie mit Guildhall hierher.',
  'no-such-charter': 'Diese Version der Charta gibt es nicht, oder Sie dürfen sie nicht sehen.',
  'no-such-data-class': 'Diese Art von Daten kennt die Charta nicht. Wählen Sie eine aus der Liste.',
  'no-such-deputy': 'Das ist niemand, der vertreten könnte. Wählen Sie jemanden aus der Liste.',
  'no-such-emergency': 'Diesen Notzugang gibt es nicht. Laden Sie die Seite neu.',
  'no-such-entry': 'Diesen Eintrag im Ledger gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  'no-such-link': 'Das ist keiner unserer Links, oder ein Teil von ihm fehlt. Kopieren Sie ihn ganz, bis zum letzten Zeichen.',
  'no-such-manager': 'Die vorgesetzte Person ist nicht von hier oder hat die Firma verlassen. Wählen Sie jemanden aus der Liste.',
  'no-such-owner':
    'Diese Person kann für kein Werkzeug verantwortlich sein. Wählen Sie jemanden aus dem Center of Excellence, der IT-Sicherheit oder der Programmleitung.',
  'no-such-person': 'Diese Person gibt es nicht. Suchen Sie sie in der Liste.',
  'no-such-persona': 'Die Demo-Firma hat niemanden, der so heißt.',
  'no-such-proposal': 'Diesen Vorschlag gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  'no-such-request': 'Diesen Antrag gibt es nicht, oder er ist nicht für Sie. Öffnen Sie ihn von der Seite des Werkzeugs.',
  'no-such-solution':
    'Diese Lösung gibt es nicht, oder Sie dürfen sie nicht sehen. Prüfen Sie den Schlüssel, oder fragen Sie, wem sie gehört.',
  'no-such-target': 'Diese private Adresse gibt es nicht, oder sie wurde geschlossen.',
  'no-such-tool': 'Dieses Werkzeug gibt es nicht. Wählen Sie eines aus der Liste, oder beantragen Sie es.',
  'no-such-unit': 'Eine offene Einheit mit dieser Kennung gibt es nicht. Suchen Sie sie in der Liste.',
  'no-such-waiver': 'Diese Ausnahme gibt es nicht, oder sie ist nicht für Sie. Öffnen Sie sie aus der Liste.',
  'not-active': 'Dieses Konto ist gesperrt oder hat die Firma verlassen. Lassen Sie es zuerst zurückkommen.',
  'not-chosen-yet': 'Noch niemand hat gewählt, womit dieses Guildhall beginnt. Öffnen Sie die erste Seite.',
  'not-encrypted': 'Diese Verbindung könnten andere mitlesen. Öffnen Sie die Adresse mit https://.',
  'not-joined': 'Dieses Konto gehört mit keinem anderen zusammen. Es ist nichts zu trennen.',
  'not-open': 'Dieser Vorschlag ist nicht mehr offen. Schlagen Sie es neu vor, wenn es noch gewollt ist.',
  'not-waivable': 'Das lässt sich nach der Charta nicht aufschieben. Wählen Sie etwas aus der Liste.',
  'not-your-leave': 'Über diese Ausnahme entscheidet die Stelle, die die Charta nennt. Überlassen Sie es ihr.',
  'not-yours': 'Das ist Sache anderer. Bitten Sie, wem es gehört.',
  'nothing-begun': 'Es wird gerade kein zweiter Faktor eingerichtet. Beginnen Sie damit.',
  'nothing-changed': 'Das steht dort schon so. Es ist nichts zu tun.',
  'nothing-open': 'Von dieser Person ist nichts offen. Es ist nichts zu tun.',
  'nothing-signed-yet': 'So weit ist das Ledger noch nicht unterschrieben. Versuchen Sie es in einigen Sekunden noch einmal.',
  'only-with-set-up': 'Das gehört nur zum Einrichtungslink. Lassen Sie es weg.',
  'other-content': 'Was Sie angesehen haben, ist nicht, was jetzt hier steht. Lesen Sie den Vorschlag noch einmal.',
  'other-site': 'Die Anfrage begann nicht auf einer Seite dieses Guildhall. Nehmen Sie die Seiten hier.',
  'over-already': 'Das ist schon vorbei. Es ist nichts zu tun.',
  'own-deputy': 'Niemand vertritt sich selbst, auch nicht mit einem anderen Konto. Wählen Sie jemand anderen.',
  'own-emergency': 'Niemand sieht den eigenen Notzugang an. Bitten Sie Revision, Verwaltung, Programmleitung oder IT-Sicherheit.',
  'own-leave':
    'Niemand entscheidet über eine Ausnahme, die er selbst beantragt hat oder die Eigenes betrifft. Überlassen Sie es jemandem, der nichts damit zu tun hat.',
  'own-proposal': 'Sie haben es selbst vorgeschlagen. Nehmen Sie es stattdessen zurück.',
  'own-unit': 'Sie würden diese Einheit damit selbst leiten. Bitten Sie jemand anderen aus der Verwaltung.',
  oneself: 'Niemand entscheidet über das eigene Konto. Bitten Sie jemand anderen aus der Verwaltung.',
  'people-only': 'Das kann nur ein Mensch. Melden Sie sich an.',
  'program-only': 'Das tut nur das Programm selbst.',
  'proposal-open': 'Dazu ist schon ein Vorschlag offen. Lassen Sie ihn beschließen oder ablehnen, oder nehmen Sie ihn zurück.',
  'proposal-unreadable': 'Diese Version kann den Vorschlag nicht lesen. Lehnen Sie ihn ab, und schlagen Sie es neu vor.',
  'proposers-only': 'Das vorzuschlagen, ist anderen Rollen vorbehalten. Bitten Sie jemanden, der eine davon hat.',
  'request-open': 'Dieses Werkzeug ist schon beantragt und wird angesehen. Warten Sie die Antwort ab.',
  'request-over': 'Dieser Antrag wurde schon beantwortet. Es gibt nichts zurückzunehmen.',
  'reviewed-already': 'Das wurde schon angesehen. Es ist nichts zu tun.',
  'reviewers-only': 'Vorschläge nennen Lösungen anderer; darum lesen sie nur, die alle Lösungen sehen. Lesen Sie die geltende Charta.',
  'role-held': 'Diese Rolle ist schon da. Lassen Sie diese Änderung weg.',
  'role-not-held': 'Diese Rolle ist nicht mehr da. Lassen Sie diese Änderung weg.',
  'second-factor-needed': 'Ihre Rollen brauchen hier einen zweiten Faktor. Richten Sie ihn auf der Seite Ihres Zugangs ein.',
  'session-ended': 'Diese Anmeldung ist beendet. Melden Sie sich noch einmal an; was Sie geschrieben haben, bleibt auf der Seite.',
  'sign-in-needed': 'Niemand ist angemeldet. Melden Sie sich an; was Sie geschrieben haben, bleibt auf der Seite.',
  'state-confidential': 'Wer gesperrt ist oder gegangen ist, sehen nur Verwaltung und Revision.',
  'still-open': 'Er läuft noch. Beenden Sie ihn zuerst, oder warten Sie sein Ende ab.',
  'store-unavailable': 'Die Datenbank antwortet gerade nicht. Versuchen Sie es in einigen Sekunden noch einmal.',
  'target-allowed-already': 'Diese Adresse darf schon gerufen werden. Es ist nichts zu tun.',
  'token-ended': 'Dieses Token gilt nicht oder nicht mehr. Machen Sie auf der Seite Ihres Zugangs ein neues.',
  'too-busy': 'Gerade melden sich sehr viele an. Versuchen Sie es in einigen Sekunden noch einmal.',
  'too-large': 'Das ist mehr, als hier auf einmal geht. Senden Sie weniger.',
  'too-many-attempts': n =>
    `Es gab zu viele Fehlversuche. Warten Sie ${n === '' ? 'eine Minute' : `${n} Minuten`}, und versuchen Sie es noch einmal. Nichts ist für immer gesperrt.`,
  'too-many-calls': 'Aus Ihrem Netz kamen sehr viele Anfragen ohne Anmeldung. Warten Sie einige Sekunden, oder melden Sie sich an.',
  'too-many-requests': n => `${n} Anträge von Ihnen werden gerade angesehen. Warten Sie eine Antwort ab, oder nehmen Sie einen zurück.`,
  'too-many-sorts-of-tools':
    'Die Liste unterscheidet zu viele Sorten von Werkzeugen. Geben Sie Werkzeuge, die gleich genutzt werden, für dieselben Daten und Stufen frei.',
  'too-many-targets': n => `Höchstens ${n} private Adressen dürfen zugleich offen sein. Schließen Sie eine.`,
  'too-many-tokens': n => `Sie haben schon ${n} Token. Beenden Sie die, die kein Programm mehr benutzt.`,
  'too-many-units': n => `Es gibt schon ${n} Einheiten. Schließen Sie die, die niemand mehr braucht.`,
  'tool-keepers-only': 'Die Liste der Werkzeuge führen das Center of Excellence und die IT-Sicherheit. Beantragen Sie, was Sie brauchen.',
  'tool-known': 'Dieses Werkzeug steht schon in der Liste. Beantragen Sie auf seiner Seite, was Sie darüber hinaus brauchen.',
  'tool-not-in-use': 'Dieses Werkzeug ist nicht in Gebrauch. Es ist nichts zu tun.',
  'tree-too-deep': n => `Einheiten stehen höchstens ${n} Ebenen tief. Setzen Sie diese weiter oben ein.`,
  'two-people-needed': 'Diese Person hat eine Rolle; ihr Konto zu öffnen, braucht zwei Personen. Schlagen Sie einen neuen Zugang vor.',
  'unit-in-circle': 'Eine Einheit gehört nicht zu sich selbst, auch nicht zu einer unter ihr. Wählen Sie eine andere.',
  'unknown-host': 'Unter diesem Namen antwortet der Server nicht. Öffnen Sie die Adresse, die man Ihnen genannt hat.',
  'waiver-decided': 'Darüber wurde schon entschieden, oder die Zeit ist um. Lassen Sie es neu beantragen.',
  'waiver-over': 'Diese Ausnahme wäre heute schon vorbei. Wählen Sie einen späteren Tag.',
  'waiver-over-already': 'Diese Ausnahme ist schon vorbei. Es ist nichts zu tun.',
  'waiver-requested': 'Das ist schon beantragt. Warten Sie die Antwort ab, oder beenden Sie den Antrag zuerst.',
  'waiver-too-long': n => `Eine Ausnahme dauert höchstens ${n} Tage. Wählen Sie einen früheren Tag.`,
  'weak-password':
    'Dieses Passwort ist zu kurz oder zu leicht zu erraten. Es braucht mindestens 15 Zeichen; nehmen Sie vier oder mehr Wörter, die nichts miteinander, mit Ihnen und mit der Firma zu tun haben.',
  'withdraw-instead':
    'Es bliebe nichts übrig, wofür das Werkzeug freigegeben ist. Ziehen Sie es zurück, oder lassen Sie mindestens eine Art von Daten.',
  'wrong-code': 'Dieser Code gilt nicht oder nicht mehr. Schreiben Sie den, den Ihre App jetzt zeigt, oder einen Ihrer Ersatzcodes.',
  'wrong-password':
    'E-Mail-Adresse und Passwort gehören nicht zusammen, oder dies ist nicht Ihr Passwort. Prüfen Sie, was Sie geschrieben haben.',
}

/** Why somebody can't be the second person: what the server says, and the same in German. */
export const reasons: Readonly<Record<string, string>> = {
  'Nobody adopts what they proposed themselves, through another account of theirs neither.':
    'Niemand beschließt, was er oder sie selbst vorschlug, auch nicht mit einem anderen Konto.',
  'You would gain by it yourself.': 'Sie hätten selbst etwas davon.',
  'Your account is not active.': 'Ihr Konto ist nicht aktiv.',
  'You were given the role that decides this only after it had been proposed.':
    'Sie bekamen die Rolle, die das entscheidet, erst nach dem Vorschlag.',
  'Your account was opened, or came back, only after it had been proposed.': 'Ihr Konto entstand oder kam zurück erst nach dem Vorschlag.',
  'Whoever proposed it is not here any more to answer for it.': 'Wer es vorschlug, ist nicht mehr da, um dafür einzustehen.',
}

const notForYou = 'Dazu braucht es eine andere Rolle als Ihre.'

/** Where what to say depends on the reason, not on the code alone; undefined where that reason has no German of its own. */
const byReason: Readonly<Record<string, (blocker: Blocker) => string | undefined>> = {
  'no-sign-off': ({ reason }) => signerReasons[reason] ?? otherOffice,
  'no-second-person': ({ reason }) => reasons[reason] ?? notForYou,
  'not-ready': ({ reason }) => sayInTheWay(reason),
  'not-confirmable': ({ reason }) => sayInTheWay(reason),
  stopped: ({ reason }) => sayInTheWay(reason),
  'incident-unsettled': ({ reason }) => sayStillOpen(reason),
  'stop-kept': ({ reason }) => sayInTheWay(reason) ?? sayStillOpen(reason),
  'invalid-input': sayInput,
}

/** What is in neither list, such as the faults of a charter, stays as the server says it. */
export const sayRefusal = (code: string, blocker: Blocker): string => {
  const said = byReason[code]?.(blocker) ?? refusals[code]
  if (typeof said === 'function') return said(/\d+/u.exec(`${blocker.reason} ${blocker.remedy}`)?.[0] ?? '')
  return said ?? asTheServerSays(code, blocker)
}
