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
  confidence: number
}

const judges = '(?:scor(?:e|es|ed|ing)|rank(?:s|ed|ing)?|rat(?:e|es|ed|ing)|shortlist\\w*|screen(?:s|ed|ing)?|evaluat\\w+|assess\\w*|judg\\w+|grad(?:e|es|ed|ing)|bewert\\w+|beurteil\\w+|einstuf\\w+)'

export const domainPatterns: readonly DomainPattern[] = [
  {
    id: 'hiring',
    subject: /\b(?:applicants?|job[- ]seekers?|(?:job |the |each |this |a |top )?candidates?(?:['’]s?)?|(?:the|a|this|each|their|his|her|applicant['’]s|candidate['’]s|attached|uploaded|following|provided) (?:r[ée]sum[ée]s?|cv)|r[ée]sum[ée]s|CVs?|curriculum vitae|job applications?|bewerber\w*|bewerbung\w*|lebensl[aä]uf\w*)\b/i,
    judgement: new RegExp(`\\b(?:${judges}|suitab\\w+|good fit|fit for|best[- ]fit|qualif(?:y|ied|ies|ication\\w*)|match\\w*|compare\\w*|accept\\w*|reject\\w*|hir(?:e|ed|ing)|interview|recommend\\w*|eignung|geeignet\\w*|ablehn\\w+)\\b`, 'i'),
    context: /\b(?:job|hiring|hire|recruit\w*|talent|vacanc\w+|interview\w*|position|role requirements|hr\b|human resources|stelle\w*|bewerb\w+|applicant\w*|r[ée]sum[ée]s?|cv)\b/i,
    not: /\b(?:candidate (?:answers?|keywords?|responses?|topics?|solutions?|documents?|urls?|links?|titles?|terms?)|resum(?:e|es|ed|ing) (?:playback|playing|the (?:flow|workflow|conversation|task|song|track|job|process|execution)|from|execution))\b/i,
    confidence: 0.85,
  },
  {
    id: 'employee-evaluation',
    subject: /\b(?:employees?(?:['’]s?)?|staff members?|workers?['’]? performance|mitarbeiter\w*|sales ?rep\w*['’]?s? performance|agent(?:['’]s)? performance)\b/i,
    judgement: new RegExp(`\\b(?:performance (?:review|apprais|evaluat|score|rating)\\w*|apprais\\w+|promot(?:e|ion)\\b|disciplin\\w+|dismiss\\w*|terminat\\w+|leistungsbewert\\w+|${judges} (?:the |each |an |this |their )?(?:employee|staff|worker|agent|mitarbeiter)\\w*)`, 'i'),
    not: /\b(?:software|page|site|server|query|campaign|ad) performance\b/i,
    confidence: 0.8,
  },
  {
    id: 'credit',
    subject: /\b(?:loan|mortgage|credit|borrower|kredit)\w*\b/i,
    judgement: /\b(?:creditworth\w*|credit (?:scor|risk|decision|limit|approv)\w*|(?:approv|declin|den|reject|assess|evaluat|underwrit)\w*[^.]{0,60}(?:loan|mortgage|credit|borrower)|(?:loan|mortgage|credit)[^.]{0,40}(?:approv|eligib|declin|reject|underwrit|assess)\w*|kreditw[uü]rdig\w*|bonit[aä]t\w*)\b/i,
    not: /\b(?:credits? (?:left|remaining|balance|usage|used|per)|api credits?|credit card number|photo credit|image credit)\b/i,
    confidence: 0.85,
  },
  {
    id: 'fraud',
    subject: /\bfraud\w*\b|\bbetrug\w*\b/i,
    judgement: new RegExp(`\\b(?:detect\\w*|flag\\w*|suspicio\\w+|block\\w*|${judges}|erkenn\\w+)\\b`, 'i'),
    context: /\b(?:transactions?|customers?|claims?|claimants?|accounts?|orders?|payments?|applicants?|kunden?)\b/i,
    not: /\bip\b|\bip address|\bproxy|\bvpn/i,
    confidence: 0.8,
  },
  {
    id: 'insurance',
    subject: /\b(?:insurance|policy ?holders?|insured|underwriting|versicher\w+|schadens?(?:fall|meldung)\w*)\b/i,
    judgement: /\b(?:(?:approv|den|reject|assess|settl|decid|pric|underwrit)\w*[^.]{0,60}(?:claims?|polic\w+|premiums?|cover(?:age)?|risk)|(?:claims?|premium|cover(?:age)?)[^.]{0,40}(?:approv|den|reject|assess|decision|eligib|payout|calculat)\w*|underwrit\w+|regulier\w+|ablehn\w+)\b/i,
    confidence: 0.85,
  },
  {
    id: 'medical',
    subject: /\b(?:patients?(?:['’]s?)?|symptoms?|diseases?|medical (?:condition|history|advice|question|report|image)s?|x-?rays?|health (?:concern|condition|problem|question)s?|illness\w*|krankheit\w*|beschwerden)\b/i,
    judgement: /\b(?:diagnos\w+|triag\w+|treat(?:ment|ments|ing)?\b|prescri\w+|medical advice|advi[cs]e\w*|recommend\w*|assess\w*|evaluat\w+|interpret\w*|severity|urgency|behandl\w+|diagnostizier\w+)\b/i,
    not: /\b(?:customers? such as|our clients?|prospects?|sales call|be patient|do not (?:give|provide) (?:any )?(?:medical|health))\b/i,
    confidence: 0.85,
  },
  {
    id: 'legal-decision',
    subject: /\b(?:court|judge|tribunal|asylum|visa applica\w+|legal (?:case|dispute|claim)s?|defendant|plaintiff|gericht\w*|asyl\w*)\b/i,
    judgement: /\b(?:decide\w*|determin\w+|rul(?:e|ing)\b|verdict|eligib\w+|sentenc(?:e|ing) (?:the|him|her|of)|likelihood of winning|outcome|entscheid\w+)\b/i,
    not: /\b(?:search|find|look up|summari[sz]e)\b[^.]{0,40}\b(?:law|statute|case law|paragraph)/i,
    confidence: 0.65,
  },
  {
    id: 'education-access',
    subject: /\b(?:students?(?:['’]s?)?|pupils?|essays?|exams?|homework|admissions?|sch[uü]ler\w*|studierende\w*|pr[uü]fung\w*)\b/i,
    judgement: new RegExp(`\\b(?:${judges}|admit\\w*|admission decision|pass or fail|fail(?:s|ed)?\\b|benot\\w+)\\b`, 'i'),
    not: /\b(?:help (?:the )?students? (?:learn|understand)|quiz questions? for|student discount)\b/i,
    confidence: 0.8,
  },
]
