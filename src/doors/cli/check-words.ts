import type { Language } from '#src/engines/charter/index.ts'

/** The words around a decision at the terminal; what the decision itself says comes from the charter. */
export interface CheckWords {
  tier: string
  tierStillPossible: (lowest: number, highest: number) => string
  why: string
  prohibited: string
  toMend: string
  signOffs: string
  duties: string
  stillOpen: string
  toLower: string
  contact: string
  soFar: string
  pick: string
  pickSeveral: string
  yesNo: string
  notUnderstood: string
  whyWeAsk: string
  example: string
}

export const CHECK_WORDS: Readonly<Record<Language, CheckWords>> = {
  en: {
    tier: 'Tier',
    tierStillPossible: (lowest, highest) => `tiers ${lowest} to ${highest} still possible`,
    why: 'Why',
    prohibited: 'Not allowed',
    toMend: 'To mend first',
    signOffs: 'Who must agree',
    duties: 'What you take on',
    stillOpen: 'To answer first',
    toLower: 'What would make it simpler',
    contact: 'Ask',
    soFar: 'So far',
    pick: 'Number, or ? if you are not sure: ',
    pickSeveral: 'Numbers separated by spaces, 0 for none of these, ? if you are not sure: ',
    yesNo: 'y, n, or ? if you are not sure: ',
    notUnderstood: 'That is not one of the answers.',
    whyWeAsk: 'Why we ask',
    example: 'Example',
  },
  de: {
    tier: 'Stufe',
    tierStillPossible: (lowest, highest) => `Stufen ${lowest} bis ${highest} noch möglich`,
    why: 'Warum',
    prohibited: 'Nicht erlaubt',
    toMend: 'Vorher zu beheben',
    signOffs: 'Wer zustimmen muss',
    duties: 'Was Sie übernehmen',
    stillOpen: 'Vorher zu beantworten',
    toLower: 'Was es einfacher machen würde',
    contact: 'Fragen Sie',
    soFar: 'Bisher',
    pick: 'Nummer, oder ? wenn Sie nicht sicher sind: ',
    pickSeveral: 'Nummern mit Leerzeichen, 0 für nichts davon, ? wenn Sie nicht sicher sind: ',
    yesNo: 'j, n, oder ? wenn Sie nicht sicher sind: ',
    notUnderstood: 'Das ist keine der Antworten.',
    whyWeAsk: 'Warum wir fragen',
    example: 'Beispiel',
  },
}
