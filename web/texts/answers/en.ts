/** The words of a link in a letter, for whoever answers without signing in. */
export const answers = {
  name: 'Your answer',
  noneTitle: 'This page opens from a letter',
  noneText: 'Its link carries what is asked. Open it from the letter, whole.',
  endedTitle: 'This link opens nothing any more',
  signIn: 'Sign in',
  forWhom: (name: string, company: string) =>
    `For ${name}${company === '' ? '' : `, ${company}`}. Nothing happens until you send your answer.`,
  until: (day: string) => `The link is good until ${day}, for this one thing only.`,
  more: 'Sign in to see more',
  send: 'Send my answer',
  doneTitle: 'Thank you, that is settled',
  doneText: 'You can close this page. The link is good for nothing any more.',
  offer: {
    legend: 'Do you answer for it?',
    options: { yes: 'Yes, I answer for it', no: 'No' },
    missing: 'Say yes or no.',
    note: 'Why not (you may leave this out)',
    about: 'What it is for',
  },
  question: { about: 'The question', answer: 'Your answer', missing: 'Write your answer.' },
  confirmation: {
    about: 'What it is for',
    note: 'Anything that whoever reads this next year should know (you may leave this out)',
    submit: 'Nothing changed',
    changed: 'Something changed? Then sign in and change the entry; it is confirmed with that.',
  },
  standards: {
    about: 'The standards for your own work',
    again: (when: string) => `You are asked again when this happens: ${when}`,
    name: 'Your full name, as your signature under these standards',
    missing: 'Type your full name.',
    submit: 'I accept them',
  },
}
export type AnswerTexts = typeof answers
