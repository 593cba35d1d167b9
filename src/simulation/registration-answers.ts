import type { Chance } from './chance.ts'

/** What makers say when their kind of build is asked something besides the charter's facts: by the question, as its English reads. */
const said: Readonly<Record<string, readonly string[]>> = {
  'What starts it, and how often?': [
    'A mail in our shared mailbox; about thirty a day.',
    'It runs every working day at seven.',
    'A new row in the list, a few times an hour.',
    'Whoever needs it presses a button, once or twice a week.',
  ],
  'Which tools may it use, and what can each of them change?': [
    'It searches our own handbook and changes nothing.',
    'It reads the list and writes a draft; sending stays with us.',
    'It may look up an order and add a note to it, nothing else.',
  ],
  'What stops it when it goes wrong?': [
    'Whoever is on duty switches it off; everybody on the team can.',
    'It stops by itself after ten answers that somebody called wrong.',
    'Our team lead turns it off, and we go on by hand as before.',
  ],
  'How do you notice a document that was read wrongly?': [
    'Amounts have to add up; what does not goes to a person.',
    'We look at every twentieth, and at all that it was not sure of.',
  ],
  'Which copy of the data does it read?': [
    'Last night’s extract in the data warehouse.',
    'The monthly export that controlling puts on our drive.',
  ],
  'Who else could change it if you were away?': [
    'Our team lead, who built half of it.',
    'A colleague in the next office; the notes lie beside it.',
  ],
  'Where do the training data come from, and may we use them for this?': ['Our own closed orders of two years; legal has said yes.'],
  'How was it tested, and against what?': ['Against last quarter, which it had not seen, and against what we guessed ourselves.'],
  'How will you notice that it gets worse over time?': ['Each month we compare its guesses with what came.'],
  'Who trains it again, and when?': ['I do, each quarter, and my deputy when I am away.'],
  'What is it?': ['A small tool of our own that fits no other kind.'],
}

/** A maker's answers; whoever is asked nothing is read by nobody. */
export const registrationAnswers = (name: string, idea: string, chance: Chance): Record<string, string> =>
  Object.fromEntries(Object.entries(said).map(([question, answers]) => [question, chance.pick(answers, name, idea, question)]))
