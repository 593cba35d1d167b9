import type { SearchTexts } from './en.ts'

export const search: SearchTexts = {
  title: 'Suche und Befehle',
  label: 'Nach einer Lösung, einem Menschen, einem Werkzeug, einer Seite oder einem Befehl suchen',
  placeholder: 'Schlüssel, Name oder Befehl',
  results: 'Was es gibt',
  groups: { commands: 'Auf dieser Seite', recent: 'Zuletzt', found: 'Gehe zu', pages: 'Seiten', rules: 'Regeln' },
  kinds: { solution: 'Lösung', review: 'Prüfung', tool: 'Werkzeug', person: 'Mensch', stop: 'Stopp', incident: 'Vorfall', rule: 'Regel' },
  reviewOf: name => `Prüfung von ${name}`,
  looking: 'Wird gesucht …',
  none: q => `Nichts heißt „${q}“`,
  noneText: 'Versuchen Sie den Anfang eines Wortes oder einen Schlüssel wie SOL-0042. Hier steht, was Sie sehen dürfen.',
  failed: 'Die Suche hat nicht geantwortet',
  failedText: 'Seiten und Befehle stehen trotzdem hier.',
  again: 'Noch einmal versuchen',
  signIn: 'Wer angemeldet ist, findet hier auch Lösungen, Menschen und Werkzeuge.',
  count: n => (n === 1 ? 'Ein Eintrag' : `${n} Einträge`),
  hints: { move: 'bewegen', open: 'dorthin', close: 'schließen' },
  queue: view => `Warteschlange: ${view}`,
  findings: view => `Befunde: ${view}`,
  print: 'Diese Seite drucken',
}
