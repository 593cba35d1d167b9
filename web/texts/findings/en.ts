/** One rule in the words of those whom it concerns; `{name}` stands for a value of the finding. */
export interface RuleWords {
  name: string
  why: string
  /** Where a flag is set, or the value is not known. */
  whyElse?: string
  remedy: string
}

const rules: Readonly<Record<string, RuleWords>> = {
  'entry-expired': {
    name: 'Entry expired',
    why: 'Its entry ran out on {since}, and nobody has confirmed that it is still true.',
    remedy: 'Its owner confirms that it is still true, changes what is not, or retires it.',
  },
  'entry-expiring': {
    name: 'Entry runs out soon',
    why: 'Its entry runs out on {on}.',
    remedy: 'Its owner confirms that it is still true. That takes two minutes.',
  },
  'audit-due': {
    name: 'Audit is due',
    why: 'Its periodic audit has been due since {since}.',
    remedy: 'Somebody audits it, or the date is put off with leave.',
  },
  'waiver-expired': {
    name: 'Leave has ended',
    why: 'Leave for “{what}” ended on {on}, and it is not done.',
    remedy: 'Do what was put off, or ask for leave once more.',
  },
  'owner-gone': {
    name: 'Owner is gone',
    why: 'Whoever answers for it has been gone since {since}. Until {until} somebody else can accept it.',
    whyElse: 'Whoever answered for it has been gone since {since}, and the days of grace were over on {until}. It waits for its end.',
    remedy: 'Offer it to somebody who accepts it, or retire it.',
  },
  'no-backup': {
    name: 'Nobody to stand in',
    why: 'No backup owner is named.',
    whyElse: 'The backup owner that is named is gone.',
    remedy: 'Its owner names somebody who can stand in, and they accept.',
  },
  'standards-not-accepted': {
    name: 'Standards not accepted',
    why: 'Its owner has not accepted the standards for builders as they are now.',
    remedy: 'Its owner reads the page and accepts it.',
  },
  'condition-late': {
    name: 'Condition is late',
    why: 'Late conditions of a review: {late}. The first was due on {since}.',
    remedy: 'Meet them and say so; whoever set them accepts that they are met.',
  },
  'tool-withdrawn': {
    name: 'Tool was withdrawn',
    why: 'It uses {tool}, which may not be used any more.',
    remedy: 'Change it so that it uses an approved tool, or retire it.',
  },
  'no-human-review': {
    name: 'Nobody looks before it leaves',
    why: 'What AI writes leaves the company, and no person is named who sees it first.',
    remedy: 'Name who looks at it, or keep it inside. Nobody can give leave for this.',
  },
  mislabelled: {
    name: 'Declared too low',
    why: 'By what is declared it is tier {declared}; by what its artifact shows, tier {shown}.',
    remedy: 'Declare what the artifact shows, or read it anew if that has changed.',
  },
  'rule-coming': {
    name: 'A rule begins soon',
    why: 'From {on} on it counts as tier {tier}, by the rules {rules}.',
    remedy: 'Change what it does until then, or submit it for the review that it will need.',
  },
  'review-overdue': {
    name: 'Review is late',
    why: 'Its answer was promised for {since}.',
    remedy: 'Decide, ask its maker, or hand it to somebody who can.',
  },
  'review-at-stake': {
    name: 'Promise is at stake',
    why: 'Its answer is promised for {due}; little of that time is left.',
    remedy: 'Decide now, or hand it to somebody who can.',
  },
  'second-look-due': {
    name: 'Second look is due',
    why: 'A second look was expected by {since}.',
    remedy: 'Whoever was drawn looks, and says which facts they see.',
  },
  'tool-unreviewed': {
    name: 'Tool not gone through',
    why: 'It should have been gone through again on {on}.',
    whyElse: 'Nobody has gone through it since it came onto the list.',
    remedy: 'Go through its page, and confirm that everything on it is still so.',
  },
  'tool-unowned': {
    name: 'Tool without an owner',
    why: 'Nobody is named who answers for it.',
    whyElse: 'Whoever answered for it is gone.',
    remedy: 'Name its owner on its page.',
  },
  'owner-load': {
    name: 'Too much for one person',
    why: 'Answers for {owned} solutions that may run; {most} is the most that is looked after well.',
    remedy: 'Hand some of them over, or retire what nobody uses.',
  },
  'effects-held-back': {
    name: 'A cap held rules back',
    why: 'In the night of {night} rules would have acted on {solutions} more solutions than their caps let them.',
    remedy: 'Look at what the rule finds before you raise its cap: something may be set wrong.',
  },
  'charter-unsigned': {
    name: 'Charter not adopted',
    why: 'The rules have been in force as shipped since {since}; no two people have adopted them.',
    remedy: 'Propose a charter, and have a second person adopt it.',
  },
}

const duties: Readonly<Record<string, string>> = {
  'entry-expired': 'confirm the entry',
  'recertification-date': 'confirm the entry',
  'audit-date': 'be audited',
  'baseline-date': 'note what the work takes today',
}

const entries: Readonly<Record<string, string>> = {
  'finding-opened': 'Found',
  'finding-changed': 'Changed, or back after being put off',
  'finding-cleared': 'Cleared',
  'finding-assigned': 'Handed to somebody, or to nobody',
  'finding-snoozed': 'Put off',
}

/** What findings, their rules and tonight's preview say; German in `de.ts`. */
export const findings = {
  group: 'Assurance',
  name: 'Findings',
  signIn: 'Findings are shown to people of the company',
  titles: {
    none: 'Nothing is found that needs somebody',
    found: (n: number) => (n === 1 ? 'One thing is not as the charter wants it' : `${n} things are not as the charter wants them`),
    grave: (grave: number, all: number) =>
      `${grave === 1 ? 'One finding is' : `${grave} findings are`} grave${all > grave ? `, of ${all} in all` : ''}`,
    snoozed: (n: number) => (n === 1 ? 'One finding is put off' : `${n} findings are put off`),
    cleared: (n: number) => (n === 1 ? 'One finding is cleared' : `${n} findings are cleared`),
  },
  lead: 'What is due first stands at the top. A finding clears by itself once things are as they should be.',
  viewsOf: 'Views of findings',
  views: { live: 'Needs somebody', mine: 'Mine', unassigned: 'Nobody’s yet', snoozed: 'Put off', cleared: 'Cleared' },
  filters: {
    rule: 'What',
    severity: 'How grave',
    kind: 'About',
    unit: 'Unit',
    any: 'Any',
  },
  kinds: { solution: 'Solutions', review: 'Reviews', tool: 'Tools', person: 'People', program: 'The program' },
  severities: { high: 'Grave', medium: 'Matters', low: 'Minor' },
  caption: 'Findings, what is due first at the top',
  columns: { what: 'What', about: 'About', severity: 'How grave', due: 'Due', who: 'Whose' },
  late: (day: string) => `late since ${day}`,
  by: (day: string) => `by ${day}`,
  until: (day: string) => `put off until ${day}`,
  clearedOn: (day: string) => `cleared on ${day}`,
  nobody: 'nobody yet',
  take: 'Take it',
  takeOf: (what: string, about: string) => `Take it: ${what}, ${about}`,
  taken: (about: string) => `You work on ${about} now`,
  failed: 'That did not work',
  more: 'Show more',
  empty: {
    live: ['Nothing is found that needs somebody', 'Everything that the rules look at is as the charter wants it.'],
    mine: ['Nothing is handed to you', 'The center of excellence hands findings out; take one that is nobody’s yet.'],
    unassigned: ['Somebody works on everything', 'What is found next stands here until somebody takes it.'],
    snoozed: ['Nothing is put off', 'What can wait can be put off on its page, with a reason.'],
    cleared: ['Nothing has been cleared yet', 'A finding stands here once things are as they should be again.'],
    filtered: ['Nothing matches', 'Take something off the filters.'],
  },
  showAll: 'Show everything that needs somebody',
  toTonight: 'What tonight brings',
  toRules: 'Rules',

  keys: { down: 'next row', up: 'row before', move: 'move', open: 'open' },

  page: {
    about: 'About',
    why: 'Why',
    clears: 'What clears it',
    changes: 'When that changes',
    rule: 'Rule',
    severity: 'How grave',
    due: 'Due',
    found: 'Found',
    who: 'Who works on it',
    state: 'State',
    states: { open: 'Open', snoozed: 'Put off', cleared: 'Cleared' },
    putOff: (day: string, reason: string) => `until ${day}: ${reason}`,
    missing: 'There is no such finding',
    missingText: 'It does not exist, or it is about something that you may not see.',
    toList: 'See the findings',
    history: 'What happened to it',
    print: 'Print',
  },
  assign: {
    open: 'Hand it to somebody',
    me: 'Take it',
    nobody: 'Give it back',
    person: 'Who works on it?',
    missing: 'Choose somebody.',
    submit: 'Hand it over',
  },
  snooze: {
    open: 'Put it off',
    until: 'Until which day?',
    untilHelp: 'It comes back that morning, or before if it becomes graver.',
    untilMissing: 'Choose a day.',
    reason: 'Why can it wait?',
    reasonMissing: 'Write why it can wait.',
    submit: 'Put it off',
    cancel: 'Cancel',
    done: 'It is put off.',
  },
  program: 'Guildhall',
  ledger: (entry: number) => `ledger ${entry}`,
  entries,
  otherEntry: (type: string) => type.replaceAll('-', ' '),

  tonight: {
    name: 'Tonight',
    title: (opens: number, clears: number) =>
      opens === 0 && clears === 0
        ? 'Tonight brings nothing new'
        : `Tonight opens ${opens === 1 ? 'one finding' : `${opens} findings`} and clears ${clears === 0 ? 'none' : clears === 1 ? 'one' : clears}`,
    lead: 'What a look at everything would find now. Nothing is written by looking here.',
    looked: (n: number) => `${n === 1 ? 'One thing' : `${n} things`} looked at.`,
    looking: (n: number) => `Looking, ${n} so far`,
    opens: 'Opens',
    clears: 'Clears',
    of: (rule: string, n: number) => `${rule}: ${n}`,
    preview: 'only previewed: the rule opens nothing yet',
    none: 'Nothing',
    failed: 'The preview',
  },
  rules: {
    name: 'Rules of findings',
    title: (on: number, all: number) => (on === all ? `All ${all} rules look` : `${on} of ${all} rules look`),
    lead: 'The program lead switches a rule off, has it only previewed, or has it find. What a rule found is cleared when it is switched off.',
    caption: 'Rules, what they find and how they are set',
    columns: { rule: 'Rule', about: 'About', mode: 'Set to', cap: 'At most a day', live: 'Found now', change: 'Change' },
    modes: { off: 'Off', preview: 'Only previewed', on: 'On' },
    noCap: 'any number',
    change: 'Change',
    changeOf: (rule: string) => `Change the rule: ${rule}`,
    mode: 'What should it do?',
    cap: 'At most how many a day?',
    capHelp: 'Leave it empty for any number.',
    capWrong: 'Write a whole number, or nothing.',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'Saved. It counts within a minute.',
    would: 'If it is on',
    wouldOpen: (n: number) => (n === 0 ? 'It would open nothing now.' : `It would open ${n === 1 ? 'one finding' : `${n} findings`} now:`),
    wouldClear: (n: number) =>
      n === 0 ? 'Switched off, it would clear nothing.' : `Switched off, it would clear ${n === 1 ? 'one finding' : `${n} findings`}.`,
    unknown: 'It is off, so nobody has looked. Have it only previewed first, and see here what it would open.',
    missing: 'There is no such rule',
  },
  refused: 'This is for those who oversee the whole program',
  refusedText: 'What is found about your own solutions stands in the list of findings.',
  ofSolution: 'Not as the charter wants it',
  duties,
  ruleWords: rules,
}

export type FindingsTexts = typeof findings
