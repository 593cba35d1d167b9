import type { AnswerTexts } from './en.ts'

export const answers: AnswerTexts = {
  name: 'Ihre Antwort',
  noneTitle: 'Diese Seite öffnet sich aus einem Brief',
  noneText: 'In seinem Link steht, worum es geht. Öffnen Sie ihn ganz, aus dem Brief.',
  endedTitle: 'Dieser Link öffnet nichts mehr',
  signIn: 'Anmelden',
  forWhom: (name, company) => `Für ${name}${company === '' ? '' : `, ${company}`}. Es geschieht nichts, bis Sie Ihre Antwort absenden.`,
  until: day => `Der Link gilt bis zum ${day}, und nur für diese eine Sache.`,
  more: 'Anmelden und mehr sehen',
  send: 'Antwort absenden',
  doneTitle: 'Danke, das ist erledigt',
  doneText: 'Sie können diese Seite schließen. Der Link ist jetzt für nichts mehr gut.',
  offer: {
    legend: 'Stehen Sie dafür ein?',
    options: { yes: 'Ja, ich stehe dafür ein', no: 'Nein' },
    missing: 'Sagen Sie ja oder nein.',
    note: 'Warum nicht (kann leer bleiben)',
    about: 'Wozu sie da ist',
  },
  question: { about: 'Die Frage', answer: 'Ihre Antwort', missing: 'Schreiben Sie Ihre Antwort.' },
  confirmation: {
    about: 'Wozu sie da ist',
    note: 'Was nächstes Jahr wissen sollte, wer das liest (kann leer bleiben)',
    submit: 'Es hat sich nichts geändert',
    changed: 'Etwas hat sich geändert? Dann melden Sie sich an und ändern den Eintrag; damit ist er auch bestätigt.',
  },
  standards: {
    about: 'Die Standards für die eigene Arbeit',
    again: when => `Sie werden wieder gefragt, wenn das geschieht: ${when}`,
    name: 'Ihr voller Name, als Unterschrift unter diesen Standards',
    missing: 'Schreiben Sie Ihren vollen Namen.',
    submit: 'Ich nehme sie an',
  },
}
