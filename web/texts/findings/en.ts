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
  'charter-unsigned': {
    name: 'Charter not adopted',
    why: 'The rules have been in force as shipped since {since}; no two people have adopted them.',
    remedy: 'Propose a charter, and have a second person adopt it.',
  },
  'effects-held-back': {
    name: 'More to stop than a rule may',
    why: 'In the night of {night} rules would have stopped {solutions} more than they may.',
    remedy: 'See what tonight would stop. Set the rule right, or raise its limit.',
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

/** When a rule stops a solution by itself, and what keeps that away. */
const stops: Readonly<Record<string, string>> = {
  'entry-expired': 'When the grace after the entry’s end is over. Leave to renew it, or for the date of its confirmation, keeps it away.',
  'owner-gone':
    'When the days of grace are over. Whoever was asked to own it within them has as many days to answer, and it runs that long.',
  'condition-late': 'When the finding is late itself: as many business days after it was found as the charter gives.',
  'tool-withdrawn':
    'The night after two people withdrew a tool that it certainly uses; not where it was refused, or is one of several that it could be.',
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
  lead: 'The gravest stands at the top, then what is due first. A finding clears by itself once things are as they should be.',
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
  caption: 'Findings, the gravest at the top, then what is due first',
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
    title: (opens: number, clears: number, stops: number) =>
      opens === 0 && clears === 0 && stops === 0
        ? 'Tonight brings nothing new'
        : `Tonight ${stops === 0 ? '' : `stops ${stops === 1 ? 'one solution' : `${stops} solutions`}, `}opens ${opens === 1 ? 'one finding' : `${opens} findings`} and clears ${clears === 0 ? 'none' : clears === 1 ? 'one' : clears}`,
    lead: 'What the night would do now: what rules stop, and what a look at everything finds. Nothing is written by looking here.',
    looked: (n: number) => `${n === 1 ? 'One thing' : `${n} things`} looked at.`,
    looking: (n: number) => `Looking, ${n} so far`,
    opens: 'Opens',
    clears: 'Clears',
    of: (rule: string, n: number) => `${rule}: ${n}`,
    preview: 'only previewed: the rule opens nothing yet',
    none: 'Nothing',
    failed: 'The preview',
    stops: 'Stops',
    stopsText: 'What rules would stop by themselves at night about what they already found. Everything is asked once more at that moment.',
    stopsMore: 'More was found that rules may act on; these are the longest standing.',
    onlyShown: 'only previewed: the rule stops nothing yet',
    answers: { act: 'Is stopped', 'held-back': 'Held back by the rule’s limit', spared: 'Spared' },
    wouldAnswers: { act: 'Would be stopped', 'held-back': 'Would be held back by the rule’s limit', spared: 'Spared' },
    spared: {
      'not-running': 'does not run any more',
      'acted-before': 'this was acted on before; what people decided since stands',
      leave: 'leave is given',
      'no-longer': 'the rule does not find it any more',
      'put-off': 'put off',
      'not-meant': 'the rule does not stop such a one',
      'not-yet': 'its time has not come',
      offered: 'somebody was asked to own it',
    },
    sparedUntil: (why: string, day: string) => `${why}, until ${day}`,
    toDone: 'What rules did',
  },
  done: {
    name: 'What rules did',
    title: (n: number, more: boolean) =>
      n === 0
        ? 'No rule has stopped anything'
        : n === 1
          ? 'Rules stopped one solution'
          : `Rules stopped ${more ? 'more than ' : ''}${n} solutions`,
    lead: 'What rules did by themselves at night, the newest first. Two people can undo it for some days: one proposes, a second one adopts.',
    of: (solution: string) => `Only about ${solution}`,
    all: 'Show all',
    empty: 'No rule has stopped anything',
    emptyText: 'Until the program lead switches it on, what a rule would stop is only shown.',
    night: (rule: string, day: string) => `${rule}, the night of ${day}`,
    why: 'Why',
    undoUntil: (day: string) => `can be undone until ${day}`,
    kept: { over: 'the days to undo it are over', changed: 'somebody changed it since: resume it instead' },
    undone: (when: string, proposer: string, adopter: string) => `undone on ${when}: proposed by ${proposer}, adopted by ${adopter}`,
    stays: {
      back: 'runs again',
      undone: 'was undone already',
      over: 'stays: the days to undo it are over',
      changed: 'stays: somebody changed it since',
    },
    andMore: (n: number) => (n === 1 ? 'and one more' : `and ${n} more`),
    undo: 'Undo',
    undoOf: (solution: string) => `Undo: ${solution}`,
    undoNight: 'Undo the whole night',
    undoNightOf: (night: string) => `Undo the whole night: ${night}`,
    formOne: (solution: string) => `${solution} would run again, exactly as before. A second person decides.`,
    formNight: (n: number) =>
      `${n === 1 ? 'One solution' : `${n} solutions`} would run again, exactly as before; what somebody changed since stays as it is. A second person decides.`,
    note: 'Why should it be undone?',
    noteMissing: 'Write why it should be undone.',
    submit: 'Propose it',
    cancel: 'Cancel',
    proposed: 'It is proposed. See what waits for a second person',
    more: 'Show older',
  },
  rules: {
    name: 'Rules of findings',
    title: (on: number, all: number) => (on === all ? `All ${all} rules look` : `${on} of ${all} rules look`),
    lead: 'The program lead switches a rule off, has it only previewed, or has it find. What a rule found is cleared when it is switched off.',
    caption: 'Rules, what they find and how they are set',
    columns: {
      rule: 'Rule',
      about: 'About',
      mode: 'Finds',
      cap: 'At most a day',
      live: 'Found now',
      effect: 'Stops at night',
      change: 'Change',
    },
    effectOf: (mode: string, cap: number) => `${mode}, ${cap} a night`,
    noEffect: 'only finds',
    effect: 'Should it stop by itself what it goes on finding?',
    effectCap: 'At most how many in one night?',
    effectCapHelp: 'Beyond that nothing is done, and it is found that more is held back.',
    effectCapWrong: 'Write a whole number from 0 to 1000.',
    wouldStop: (n: number) =>
      n === 0 ? 'Tonight it would stop nothing.' : `Tonight it would stop ${n === 1 ? 'one solution' : `${n} solutions`}:`,
    wouldHold: (n: number) => `${n === 1 ? 'One more is' : `${n} more are`} held back by the limit.`,
    wouldSpare: (n: number) => `${n === 1 ? 'One is' : `${n} are`} spared; why stands on the page of tonight.`,
    needsOn: 'A rule that is not on stops nothing, whatever is chosen here.',
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
    missing: 'There is no such rule',
  },
  refused: 'This is for those who oversee the whole program',
  refusedText: 'What is found about your own solutions stands in the list of findings.',
  stops,
  because: {
    'entry-expired': 'Its entry ran out, and nobody confirmed it within the grace.',
    'owner-gone': 'Whoever answered for it is gone, and nobody accepted to do so within the grace.',
    'condition-late': 'What a review asked for was not done by its day, nor in the time after it.',
    'tool-withdrawn': 'It uses a tool that was withdrawn.',
  } as Readonly<Record<string, string>>,
  stoppedByRule: (day: string) => `A rule stopped it on ${day}`,
  toStopped: 'See what the rule did, and whether it can be undone',
  ofSolution: 'Not as the charter wants it',
  duties,
  ruleWords: rules,
}

export type FindingsTexts = typeof findings
