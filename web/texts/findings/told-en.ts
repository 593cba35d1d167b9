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
  'review-too-quick': {
    name: 'Approved unread',
    why: 'On {last} content was approved sooner than anybody can have read it.',
    remedy: 'Look at what was let out. Have people named who have the time, or send less.',
  },
  'review-by-machine': {
    name: 'A machine decided',
    why: 'On {last} a machine decided about content, with a token, where a person was to look.',
    remedy: 'End that token, and have its owner decide on the page. A flow needs none of its own to ask.',
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
  'incident-action-overdue': {
    name: 'Incident: action overdue',
    why: 'Actions about incidents that were not done by their day: {actions}. The first was due on {since}.',
    remedy: 'Do it and say so on the page of the incident, or give it a later day with the reason.',
  },
}

const duties: Readonly<Record<string, string>> = {
  'entry-expired': 'confirm the entry',
  'recertification-date': 'confirm the entry',
  'audit-date': 'be audited',
  'baseline-date': 'note what the work takes today',
}

/** What is said of findings wherever one stands; German in `told-de.ts`. */
export const told = {
  severities: { high: 'Grave', medium: 'Matters', low: 'Minor' },
  late: (day: string) => `late since ${day}`,
  by: (day: string) => `by ${day}`,
  until: (day: string) => `put off until ${day}`,
  clearedOn: (day: string) => `cleared on ${day}`,
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

export type ToldTexts = typeof told
