import type { HomeTexts } from './en.ts'

export const home: HomeTexts = {
  titles: {
    none: 'Gerade braucht Sie nichts',
    noneByName: 'Auf Sie persönlich wartet nichts',
    some: n => (n === 1 ? 'Eine Sache braucht Sie jetzt' : `${n} Dinge brauchen Sie jetzt`),
  },
  lead: name => `Sie sind hier als ${name}.`,
  check: 'Eine Idee prüfen',
  solutions: 'Ihre Lösungen',
  stakes: 'Zusagen auf dem Spiel und zweite Blicke',
  findings: 'Nicht, wie die Charta es will',
  reviews: 'Prüfungen für Sie',
  reviewsLate: n => (n === 1 ? 'eine ist verspätet' : `${n} sind verspätet`),
  reviewsToday: n => (n === 1 ? 'eine ist heute fällig' : `${n} sind heute fällig`),
  reviewsFree: n => (n === 1 ? 'Eine Prüfung ist noch frei' : `${n} Prüfungen sind noch frei`),
  proposals: 'Vorschläge, die auf eine zweite Person warten',
  proposedBy: (name, until) => `von ${name}, offen bis ${until}`,
  program: 'Das Programm',
  programFindings: (all, grave) =>
    all === 0
      ? 'Es ist nichts gefunden, das jemanden braucht.'
      : `${all === 1 ? 'Ein Befund braucht' : `${all} Befunde brauchen`} jemanden${grave === 0 ? ', keiner davon schwer' : `, davon schwer: ${grave}`}.`,
  toFindings: 'Zu den Befunden',
  toTonight: 'Was heute Nacht kommt',
  toFigures: 'Zu den Zahlen der Prüfungen',
  unit: 'Ihr Bereich',
  toUnit: 'Zu den Lösungen Ihres Bereichs',
  jobs: 'Arbeit hinter den Seiten',
  jobsGood: 'Jede Runde ging gut.',
  jobsFailed: n => (n === 1 ? 'Eine Art von Aufgabe ging zuletzt schief.' : `${n} Arten von Aufgaben gingen zuletzt schief.`),
  toJobs: 'Zu den Aufgaben',
  ledger: 'Das Ledger',
  ledgerSigned: n => `${n} Einträge sind signiert.`,
  toLedger: 'Lesen und prüfen',
  all: n => `Alle ${n} zeigen`,
  expired: 'abgelaufen',
  late: 'Auflagen sind überfällig',
  waiting: 'Wartet auf andere',
  waitsFor: when => `bei der Prüfung, Antwort bis ${when}`,
}
