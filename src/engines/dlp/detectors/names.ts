import { eachCapitalRun } from '../capitals.ts'
import type { Detector, Page, Report } from '../types.ts'
import { natureOf, type Nature, type Word } from './names-nature.ts'
import { organisations } from './names-organisations.ts'
import { people } from './names-people.ts'
import { places } from './names-places.ts'
import { towns } from './names-towns.ts'

/**
 * People, places and organisations by lists, endings and the words around them. No model reads the sentence: a rare
 * name without any such sign is missed, and a common noun in capitals between two names may be taken along.
 */
const find = ({ text, from, to }: Page, report: Report): void => {
  const natures = new Map<string, Nature>()
  const nature = (word: string): Nature => {
    let known = natures.get(word)
    if (!known) natures.set(word, (known = natureOf(word)))
    return known
  }
  eachCapitalRun(text, from, to, run => {
    const [only] = run
    if (run.length === 1 && only && nature(only.text).plain) return
    const words = run.map((word): Word => ({ ...word, ...nature(word.text) }))
    const taken = new Uint8Array(words.length)
    organisations(text, words, taken, report)
    towns(text, words, taken, report)
    people(text, words, taken, report)
    places(text, words, taken, report)
  })
}

export const names: Detector = {
  family: 'names',
  types: ['PERSON', 'LOCATION', 'ORGANIZATION'],
  find,
  examples: [
    {
      type: 'PERSON',
      found: [
        'I spoke to «Jane Doe» yesterday.',
        'Mr. «Thorvaldsen» called.',
        'My name is «Zyrel Quandt».',
        'Sehr geehrte Frau «Müller-Lüdenscheidt»,',
        'signed by «Hans van der Berg» today',
        '«JOHN SMITH» owes 20',
        'Ask «J. Johansson» about it',
        'cc «Priya» and others',
        'According to «María García López» it works',
      ],
      ignored: [
        'Project Status Report',
        'Will the meeting start?',
        'The Data Warehouse team',
        'Click Save and Close',
        'Monday Morning Update',
        'React and Angular',
        'Dear Customer,',
        'General Terms and Conditions',
        'Visit New York today',
      ],
    },
    {
      type: 'LOCATION',
      found: [
        'she lives in «Kleinkleckersdorf»',
        'offices in «Berlin» and Rome',
        'from «New York City» to',
        'Kunden in «Österreich» und',
        'moved to «North Judithshire»',
        'it shipped to «West Travis».',
        'I lost it in «Dübendorf»',
        'meet in «Kevinville» at noon',
        'now in «Bryceton»',
      ],
      ignored: [
        'Reading the book',
        'a nice day',
        'Excel sheet in English',
        'New Features and South Wing',
        'an Overview for Support',
        'ask Ms Thornton',
      ],
    },
    {
      type: 'ORGANIZATION',
      found: ['invoice from «Acme Widgets Inc.»', 'bei der «Muster Bau GmbH»', 'at «Siemens»', 'the «University of Cambridge»'],
      ignored: ['The Company shall', 'our Group', 'in the Bank'],
    },
  ],
}
