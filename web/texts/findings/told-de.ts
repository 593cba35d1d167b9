import type { RuleWords, ToldTexts } from './told-en.ts'

const rules: Readonly<Record<string, RuleWords>> = {
  'entry-expired': {
    name: 'Eintrag abgelaufen',
    why: 'Der Eintrag ist am {since} abgelaufen, und niemand hat bestätigt, dass er noch stimmt.',
    remedy: 'Wer sie verantwortet, bestätigt den Eintrag, ändert, was nicht mehr stimmt, oder nimmt sie außer Betrieb.',
  },
  'entry-expiring': {
    name: 'Eintrag läuft bald ab',
    why: 'Der Eintrag läuft am {on} ab.',
    remedy: 'Wer sie verantwortet, bestätigt, dass er noch stimmt. Das dauert zwei Minuten.',
  },
  'audit-due': {
    name: 'Audit fällig',
    why: 'Das regelmäßige Audit ist seit {since} fällig.',
    remedy: 'Jemand auditiert sie, oder es gibt Aufschub.',
  },
  'waiver-expired': {
    name: 'Aufschub zu Ende',
    why: 'Der Aufschub für „{what}“ endete am {on}, und es ist nicht getan.',
    remedy: 'Holen Sie es nach, oder bitten Sie noch einmal um Aufschub.',
  },
  'owner-gone': {
    name: 'Verantwortliche Person ist weg',
    why: 'Wer sie verantwortet, ist seit {since} nicht mehr da. Bis {until} kann sie jemand übernehmen.',
    whyElse: 'Wer sie verantwortete, ist seit {since} nicht mehr da; die Frist endete am {until}. Sie wartet auf ihr Ende.',
    remedy: 'Bieten Sie sie jemandem an, der sie übernimmt, oder nehmen Sie sie außer Betrieb.',
  },
  'no-backup': {
    name: 'Keine Vertretung',
    why: 'Es ist keine Vertretung benannt.',
    whyElse: 'Die benannte Vertretung ist nicht mehr da.',
    remedy: 'Wer sie verantwortet, benennt eine Vertretung, und diese nimmt an.',
  },
  'standards-not-accepted': {
    name: 'Standards nicht angenommen',
    why: 'Wer sie verantwortet, hat die heutigen Standards nicht angenommen.',
    remedy: 'Wer sie verantwortet, liest die Seite und nimmt sie an.',
  },
  'condition-late': {
    name: 'Auflage überfällig',
    why: 'Überfällige Auflagen einer Prüfung: {late}. Die erste war am {since} fällig.',
    remedy: 'Erfüllen Sie sie und sagen Sie es; wer sie gestellt hat, bestätigt es.',
  },
  'tool-withdrawn': {
    name: 'Werkzeug zurückgezogen',
    why: 'Sie nutzt {tool}, das nicht mehr genutzt werden darf.',
    remedy: 'Stellen Sie sie auf ein freigegebenes Werkzeug um, oder nehmen Sie sie außer Betrieb.',
  },
  'no-human-review': {
    name: 'Niemand sieht es vorher',
    why: 'Was KI schreibt, verlässt die Firma, und niemand ist benannt, der es vorher sieht.',
    remedy: 'Benennen Sie, wer es ansieht, oder behalten Sie es im Haus. Davon gibt es keine Ausnahme.',
  },
  'review-too-quick': {
    name: 'Ungelesen freigegeben',
    why: 'Am {last} wurde ein Inhalt schneller freigegeben, als ihn jemand gelesen haben kann.',
    remedy: 'Sehen Sie nach, was hinausging. Benennen Sie Menschen, die Zeit dafür haben, oder schicken Sie weniger.',
  },
  'review-by-machine': {
    name: 'Eine Maschine entschied',
    why: 'Am {last} hat eine Maschine mit einem Token über einen Inhalt entschieden, den ein Mensch ansehen sollte.',
    remedy: 'Beenden Sie dieses Token; entscheiden soll, wer es besitzt, auf der Seite. Ein Ablauf braucht zum Fragen keines davon.',
  },
  mislabelled: {
    name: 'Zu niedrig angegeben',
    why: 'Nach den Angaben ist es Stufe {declared}; nach dem, was das Artefakt zeigt, Stufe {shown}.',
    remedy: 'Geben Sie an, was das Artefakt zeigt, oder lassen Sie es neu lesen, wenn es sich geändert hat.',
  },
  'rule-coming': {
    name: 'Eine Regel beginnt bald',
    why: 'Ab {on} zählt sie als Stufe {tier}, nach den Regeln {rules}.',
    remedy: 'Ändern Sie bis dahin, was sie tut, oder reichen Sie sie zur nötigen Prüfung ein.',
  },
  'review-overdue': {
    name: 'Prüfung verspätet',
    why: 'Die Antwort war für den {since} zugesagt.',
    remedy: 'Entscheiden Sie, fragen Sie nach, oder geben Sie sie weiter.',
  },
  'review-at-stake': {
    name: 'Zusage in Gefahr',
    why: 'Die Antwort ist für den {due} zugesagt; davon ist wenig Zeit übrig.',
    remedy: 'Entscheiden Sie jetzt, oder geben Sie sie weiter.',
  },
  'second-look-due': {
    name: 'Zweiter Blick fällig',
    why: 'Ein zweiter Blick wurde bis {since} erwartet.',
    remedy: 'Wer gezogen wurde, sieht hin und sagt, welche Angaben zutreffen.',
  },
  'tool-unreviewed': {
    name: 'Werkzeug nicht durchgesehen',
    why: 'Es hätte am {on} wieder durchgesehen werden sollen.',
    whyElse: 'Niemand hat es durchgesehen, seit es auf der Liste steht.',
    remedy: 'Gehen Sie seine Seite durch und bestätigen Sie, dass alles noch stimmt.',
  },
  'tool-unowned': {
    name: 'Werkzeug ohne Verantwortung',
    why: 'Niemand ist benannt, der es verantwortet.',
    whyElse: 'Wer es verantwortete, ist nicht mehr da.',
    remedy: 'Benennen Sie auf seiner Seite, wer es verantwortet.',
  },
  'owner-load': {
    name: 'Zu viel für eine Person',
    why: 'Verantwortet {owned} Lösungen, die laufen dürfen; mehr als {most} lassen sich kaum betreuen.',
    remedy: 'Geben Sie einige ab, oder nehmen Sie außer Betrieb, was niemand nutzt.',
  },
  'charter-unsigned': {
    name: 'Charta nicht beschlossen',
    why: 'Seit {since} gelten die mitgelieferten Regeln; keine zwei Personen haben sie beschlossen.',
    remedy: 'Schlagen Sie eine Charta vor, und lassen Sie sie von einer zweiten Person beschließen.',
  },
  'effects-held-back': {
    name: 'Mehr anzuhalten, als eine Regel darf',
    why: 'In der Nacht vom {night} hätten Regeln {solutions} mehr angehalten, als sie dürfen.',
    remedy: 'Sehen Sie nach, was heute Nacht angehalten würde. Stellen Sie die Regel richtig ein, oder heben Sie ihre Grenze an.',
  },
  'incident-action-overdue': {
    name: 'Vorfall: Maßnahme überfällig',
    why: 'Maßnahmen zu Vorfällen, die bis zu ihrem Tag nicht erledigt waren: {actions}. Die erste war am {since} fällig.',
    remedy: 'Erledigen Sie sie und sagen Sie es auf der Seite des Vorfalls, oder geben Sie ihr mit Grund einen späteren Tag.',
  },
}

export const told: ToldTexts = {
  severities: { high: 'Schwer', medium: 'Wichtig', low: 'Gering' },
  late: day => `überfällig seit ${day}`,
  by: day => `bis ${day}`,
  until: day => `verschoben bis ${day}`,
  clearedOn: day => `erledigt am ${day}`,
  because: {
    'entry-expired': 'Ihr Eintrag lief ab, und niemand hat ihn in der Nachfrist bestätigt.',
    'owner-gone': 'Wer sie verantwortete, ist weg, und niemand hat sie in der Nachfrist übernommen.',
    'condition-late': 'Was eine Prüfung verlangte, geschah weder bis zu seinem Tag noch in der Zeit danach.',
    'tool-withdrawn': 'Sie nutzt ein Werkzeug, das zurückgezogen wurde.',
  },
  stoppedByRule: day => `Eine Regel hielt sie am ${day} an`,
  toStopped: 'Sehen, was die Regel tat und ob es sich zurücknehmen lässt',
  ofSolution: 'Nicht, wie die Charta es will',
  duties: {
    'entry-expired': 'den Eintrag bestätigen',
    'recertification-date': 'den Eintrag bestätigen',
    'audit-date': 'auditiert werden',
    'baseline-date': 'den heutigen Aufwand festhalten',
  },
  ruleWords: rules,
}
