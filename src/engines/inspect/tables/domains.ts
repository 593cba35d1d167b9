/**
 * How prompts speak of matters that a charter treats with care. A domain needs a subject and a judgement in one sentence,
 * in English or German. `context` must occur somewhere in the prompt; `not` names the look-alikes that were met.
 * Source: own reading of prompts in public automations; the matters are those of Annex III of Regulation (EU) 2024/1689
 * and of the sectors that the shipped charter names. Checked 2026-11.
 */
export interface DomainPattern {
  id: string
  subject: RegExp
  judgement: RegExp
  context?: RegExp
  not?: RegExp
  /** Both of these anywhere in the prompt say the same as a subject and a judgement in one sentence. */
  apart?: readonly [RegExp, RegExp]
  confidence: number
}

const judges =
  '(?:scor(?:e|es|ed|ing)|rank(?:s|ed|ing)?|rat(?:e|es|ed|ing)|shortlist\\w*|screen(?:s|ed|ing)?|evaluat\\w+|assess\\w*|judg\\w+|grad(?:e|es|ed|ing)|bewert\\w+|beurteil\\w+|einstuf\\w+)'

/** "from 1 to 10", "0-100", "out of 5": somebody or something gets a mark. */
const scale = /\b(?:scor|rat|rank|grad|bewert)\w*\b[^\n]{0,80}\b(?:0|1)\s*(?:-|–|to|bis|and)\s*(?:5|10|100)\b|\bout of (?:5|10|100)\b/i

export const domainPatterns: readonly DomainPattern[] = [
  {
    id: 'hiring',
    subject:
      /\b(?:applicants?|job[- ]seekers?|candidates?(?:['’]s?)?|(?:the|a|this|each|their|his|her|applicant['’]s|candidate['’]s|attached|uploaded|following|provided) (?:r[ée]sum[ée]s?|cv)|r[ée]sum[ée]s|CVs?|curriculum vitae|job applications?|bewerber\w*|bewerbung\w*|lebensl[aä]uf\w*)(?!\w)/i,
    judgement: new RegExp(
      `\\b(?:${judges}|suitab\\w+|(?:good|best|right|strong) (?:fit|match)|fit for|qualif(?:y|ied|ies)|match(?:es|ing)? (?:the |this |each |a |against )?(?:candidates?|job|role|position|r[ée]sum[ée]|cv|requirements)|accept\\w*|reject\\w*|whether to (?:hire|invite|interview)|eignung|geeignet\\w*|ablehn\\w+)`,
      'i',
    ),
    context:
      /\b(?:job|hiring|hire|recruit\w*|talent|vacanc\w+|interview\w*|position|hr\b|human resources|stelle\w*|bewerb\w+|applicant\w*|r[ée]sum[ée]s?|cv)(?!\w)/i,
    not: /\b(?:candidate (?:answers?|keywords?|responses?|topics?|solutions?|documents?|urls?|links?|titles?|terms?)|resum(?:e|es|ed|ing) (?:playback|playing|the (?:flow|workflow|conversation|task|song|track|job|process|execution)|from|execution))\b/i,
    apart: [
      /\b(?:(?:the|this|a|each|candidate['’]s|applicant['’]s|following) (?:r[ée]sum[ée]|cv)|applicants?|job candidates?|bewerber\w*)\b/i,
      scale,
    ],
    confidence: 0.85,
  },
  {
    id: 'employee-evaluation',
    subject:
      /\b(?:employees?(?:['’]s?)?|staff members?|workers?['’]? performance|mitarbeiter\w*|sales ?rep\w*['’]?s? performance|agent(?:['’]s)? performance)(?!\w)/i,
    judgement: new RegExp(
      `\\b(?:performance (?:review|apprais|evaluat|score|rating)\\w*|apprais\\w+|(?:for|a) promotion\\b|disciplinary|dismiss(?:al|ed)|terminat(?:e|ion of) (?:the |an |their )?employ\\w+|leistungsbewert\\w+|${judges} (?:the |each |an |this |their )?(?:employee|staff|worker|agent|mitarbeiter)\\w*)`,
      'i',
    ),
    not: /\b(?:software|page|site|server|query|campaign|ad) performance\b/i,
    confidence: 0.8,
  },
  {
    id: 'credit',
    subject: /\b(?:loan|mortgage|credit|borrower|kredit|bonit[aä]t)\w*/i,
    judgement:
      /\b(?:creditworth\w*|credit (?:scor|risk|decision|limit)\w*|(?:approv|declin|den|reject|assess|evaluat|underwrit)\w*[^.]{0,60}\b(?:loan|mortgage|borrower|credit (?:application|request|line|limit))\w*|(?:loan|mortgage)[^.]{0,40}(?:approv|eligib|declin|reject|underwrit|assess)\w*|kreditw[uü]rdig\w*|bonit[aä]t\w*)/i,
    not: /\b(?:credits? (?:left|remaining|balance|usage|used|per)|api credits?|credit card number|photo credit|image credit)\b/i,
    confidence: 0.85,
  },
  {
    id: 'fraud',
    subject: /\b(?:fraud|betrug)\w*/i,
    judgement: new RegExp(`\\b(?:detect\\w*|flag\\w*|suspicio\\w+|block\\w*|${judges}|erkenn\\w+)`, 'i'),
    context: /\b(?:transactions?|customers?|claims?|claimants?|orders?|payments?|applicants?|kunden?)\b/i,
    not: /\bip\b|\bip address|\bproxy|\bvpn/i,
    confidence: 0.8,
  },
  {
    id: 'insurance',
    subject: /\b(?:insurance|policy ?holders?|insured|underwriting|versicher\w+|schadens?(?:fall|meldung)\w*)/i,
    judgement:
      /\b(?:(?:approv|den|reject|assess|settl|decid|pric|underwrit)\w*[^.]{0,60}\b(?:claims?|premiums?|cover(?:age)?|risk)\b|(?:claims?|premium|cover(?:age)?)\b[^.]{0,40}\b(?:approv|den|reject|decision|eligib|payout|calculat)\w*|underwrit\w+|regulier\w+|ablehn\w+)/i,
    confidence: 0.85,
  },
  {
    id: 'medical',
    subject:
      /\b(?:patients?(?:['’]s?)?|medical (?:condition|history|report|image)s?|x-?rays?|lab results?|health (?:condition|problem)s?|illness\w*|diseases?|krankheit\w*)(?!\w)/i,
    judgement:
      /\b(?:diagnos\w+|triag\w+|treatment plans?|(?:suggest|recommend|propose)\w* (?:a |the |an? appropriate )?(?:treatment|medication|therapy|dos(?:e|age))|prescri\w+|medical advice|diagnostizier\w+)/i,
    not: /\b(?:customers? such as|our clients?|prospects?|sales call|do not|don['’]t|never)\b/i,
    confidence: 0.85,
  },
  {
    id: 'medical',
    subject: /\b(?:symptoms?|medical questions?|health (?:concern|question)s?|beschwerden|symptom\w*)(?!\w)/i,
    judgement:
      /\b(?:diagnos\w+|triag\w+|treat\w*|prescri\w+|medical advice|advi[cs]e\w*|recommend\w*|assess\w*|evaluat\w+|possible (?:causes?|conditions?)|severity|urgency|behandl\w+)/i,
    not: /\b(?:do not|don['’]t|never|error|bug|server|incident|software|engine|vehicle|machine)\b/i,
    confidence: 0.85,
  },
  {
    id: 'legal-decision',
    subject: /\b(?:court|judge|tribunal|asylum|visa applica\w+|legal (?:case|dispute|claim)s?|defendant|plaintiff|gericht\w*|asyl\w*)\b/i,
    judgement:
      /\b(?:decide\w*|determin\w+|rul(?:e|ing)\b|verdict|eligib\w+|sentenc(?:e|ing) (?:the|him|her|of)|likelihood of winning|entscheid\w+)/i,
    not: /\b(?:search|find|look up|summari[sz]e)\b[^.]{0,40}\b(?:law|statute|case law|paragraph)/i,
    confidence: 0.65,
  },
  {
    id: 'education-access',
    subject: /\b(?:students?(?:['’]s?)?|pupils?|essays?|exams?|homework|admissions?|sch[uü]ler\w*|studierende\w*|pr[uü]fung\w*)(?!\w)/i,
    judgement: new RegExp(`\\b(?:${judges}|admission decision|pass or fail|benot\\w+)`, 'i'),
    not: /\b(?:help (?:the )?students? (?:learn|understand)|quiz questions? for|student discount)\b/i,
    confidence: 0.8,
  },
]
