import type { Endpoint, EndpointDelivery } from '../../client.generated.ts'

/** What the pages of endpoints say; German in `de.ts`. */
export const endpoints = {
  name: 'Endpoints',
  signIn: 'Where events go is shown to people of the company',
  refused: 'Where events go is for administrators and auditors',
  refusedText: 'They see which of the company’s systems and channels are told of what happens here.',
  failed: 'That did not work',

  list: {
    titles: {
      none: 'No event leaves Guildhall yet',
      dead: (n: number) => (n === 1 ? 'One event was given up' : `${n} events were given up`),
      paused: (n: number) => (n === 1 ? 'One endpoint is paused' : `${n} endpoints are paused`),
      failing: (n: number) => (n === 1 ? 'Nothing arrives at one of them' : `Nothing arrives at ${n} of them`),
      quiet: 'Nothing was sent to any of them yet',
      well: 'Every event arrives where it should',
    },
    lead: 'Programs, channels and the company’s monitoring that are told what happens here. They hear what kind of thing happened to what: no names and nothing that anybody wrote.',
    add: 'Add an endpoint',
    caption: 'Endpoints and how each is doing',
    columns: { name: 'Endpoint', kind: 'Kind', gets: 'Gets', state: 'State', last: 'Last arrived', waits: 'Waiting', dead: 'Given up' },
    never: 'Nothing yet',
    none: 'Nothing is set up',
    noneText: 'An endpoint is an address of your company’s: a program’s webhook, a channel of Teams or Slack, or your monitoring.',
  },

  states: { active: 'Active', failing: 'Nothing arrives', paused: 'Paused' },
  kinds: { webhook: 'Webhook', teams: 'Microsoft Teams', slack: 'Slack', syslog: 'Syslog over TLS' } as Readonly<
    Record<Endpoint['kind'], string>
  >,
  groups: {
    everything: 'Everything',
    solutions: 'Solutions',
    reviews: 'Reviews and content',
    findings: 'Findings',
    tools: 'Tools',
    stops: 'Stops and incidents',
    security: 'Security events',
  } as Readonly<Record<Endpoint['groups'][number], string>>,
  groupHelp: {
    everything: 'Every change that the ledger records',
    solutions: 'Registered, changed, approved, handed over, retired',
    reviews: 'Opened, signed off, decided',
    findings: 'Opened, put off, cleared, and what rules did by themselves',
    tools: 'Asked for, approved, changed, withdrawn',
    stops: 'What was stopped and lifted, and what went wrong',
    security: 'Sign-ins, tokens, roles, emergencies, keys and ways out',
  } as Readonly<Record<Endpoint['groups'][number], string>>,

  form: {
    kind: 'What is it?',
    kindHelp: {
      webhook: 'A program of yours that takes signed messages (Standard Webhooks)',
      teams: 'A card for each event; at most 20 an hour, then one line that counts the rest',
      slack: 'A message for each event; at most 20 an hour, then one line that counts the rest',
      syslog: 'Your monitoring, as JSON by RFC 5424 over TLS',
    } as Readonly<Record<Endpoint['kind'], string>>,
    name: 'Name',
    nameHelp: 'What people here call it',
    address: {
      webhook: 'Address',
      teams: 'Address of the workflow',
      slack: 'Address of the incoming webhook',
      syslog: 'Host and port',
    } as Readonly<Record<Endpoint['kind'], string>>,
    addressHelp: {
      webhook: 'Beginning with https://',
      teams: 'In Teams: Workflows, “Send webhook alerts to a channel”, copy the link',
      slack: 'In Slack: Incoming Webhooks of your app, copy the URL',
      syslog: 'Such as logs.example.com:6514; TLS from the first byte',
    } as Readonly<Record<Endpoint['kind'], string>>,
    addressKept: 'It is kept sealed. Leave it empty to keep it as it is.',
    inside: 'A receiver inside your own network has to be opened first, as a private target:',
    toTargets: 'Settings and health',
    gets: 'What does it get?',
    missing: { name: 'Say what it is called.', address: 'Say where it is.', groups: 'Choose what it gets.' },
    add: 'Add it',
    save: 'Save',
    saved: 'Saved.',
  },

  add: {
    name: 'Add an endpoint',
    title: 'Where should events go?',
    lead: 'It gets what happens from now on. Earlier events can be sent once more from its page.',
    notYours: 'Only administrators say where events go',
    notYoursText: 'Ask one of them; the list of contacts names them.',
    made: (name: string) => `${name} gets events from now on`,
    see: 'See how it is doing, and send a test',
  },

  secret: {
    title: 'The secret, shown this once',
    text: 'Give it to the receiver, which checks by it that a message is ours and was not changed. It begins with whsec_, as libraries of Standard Webhooks take it.',
    copy: 'Copy',
    copied: 'Copied',
    heading: 'Secret',
    lead: 'Each message is signed with it. After a change the one before signs as well for a day, so that no receiver misses a message.',
    overlaps: (until: string) => `The secret before signs as well until ${until}.`,
    renew: 'Make a new secret',
    renewOf: 'Make a new secret?',
    renewText: 'Messages carry two signatures from then on for 24 hours: of the new secret and of this one.',
    atOnce: 'The old one is known to others: end it at once',
    keep: 'Keep it',
  },

  page: {
    titles: {
      paused: 'It is paused: what happens meanwhile waits',
      failing: 'It was paused because nothing had arrived for two days',
      trouble: (since: string) => `Nothing has arrived since ${since}`,
      dead: (n: number) => (n === 1 ? 'One event was given up' : `${n} events were given up`),
      quiet: 'Nothing was sent there yet',
      well: 'Every event arrives',
    },
    facts: { kind: 'Kind', host: 'Host', gets: 'Gets', last: 'Last arrived', waiting: 'Waiting', next: 'Read up to entry' },
    hostNote: 'The rest of its address is sealed and shown to nobody.',
    test: 'Send a test event',
    tested: 'A test is on its way. It goes out within a minute.',
    pause: 'Pause',
    resume: 'Continue',
    change: 'Change name, address or what it gets',
    remove: 'Remove it',
    removeOf: (name: string) => `Remove ${name}?`,
    removeText: 'It gets nothing more. Its address, its secret and what waits for it are deleted.',
    keep: 'Keep it',
  },

  deliveries: {
    title: 'Events on their way',
    lead: 'Kept for 30 days. A receiver can get an event twice, and knows it by its id.',
    views: 'Events by state',
    all: 'All',
    states: {
      due: 'To be sent',
      failed: 'Tried again later',
      sent: 'Arrived',
      dead: 'Given up',
      held: 'Over the cap',
      summed: 'Counted',
    } as Readonly<Record<EndpointDelivery['state'], string>>,
    caption: 'Events, the newest first',
    columns: { what: 'Event', entry: 'Ledger entry', state: 'State', when: 'When', act: 'Action' },
    extras: {
      'endpoint-test': () => 'A test',
      'more-events': (n: number) => (n === 1 ? 'One more event' : `${n} more events`),
    } as Readonly<Record<string, (n: number) => string>>,
    tries: (n: number) => (n === 1 ? 'after one try' : `after ${n} tries`),
    next: (when: string) => `next ${when}`,
    troubles: {
      busy: 'The receiver was busy',
      failing: 'The receiver failed',
      unreachable: 'The receiver did not answer',
      'not-trusted': 'The receiver could not prove who it is',
      'bad-address': 'The address can’t be called',
      'target-refused': 'It is inside the company’s network and was not opened as a private target',
      moved: 'The receiver has moved',
      'not-allowed': 'The receiver does not let this program in',
      gone: 'There is nothing at this address any more',
      'too-large': 'It was too large for the receiver',
      rejected: 'The receiver refused it',
    } as Readonly<Record<string, string>>,
    trouble: 'It could not be sent',
    again: 'Try again',
    againOf: (event: string, entry: number | null) => (entry === null ? `Try again: ${event}` : `Try again: ${event}, entry ${entry}`),
    allAgain: (n: number) => (n === 1 ? 'Try the one again that was given up' : `Try all ${n} again that were given up`),
    repeated: (n: number) => (n === 1 ? 'It goes out again within a minute.' : `${n} events go out again within a minute.`),
    none: 'No event yet',
    noneText: 'The first one comes with the first thing that happens of what it gets. A test shows whether it arrives.',
    noneHere: 'No event is in this state',
    more: 'Show earlier ones',
  },

  replay: {
    title: 'Send once more',
    lead: 'For a receiver that lost what it had: everything that it gets, from there on, under the same ids.',
    where: 'From where on?',
    from: { since: 'From a moment', entry: 'From an entry of the ledger' },
    zone: 'By the company’s clocks',
    wrong: { since: 'Choose a day and a time.', entry: 'Write the number of an entry, such as 1200.' },
    preview: 'See how much that is',
    fromEntry: (entry: number) => `entry ${entry}`,
    fromMoment: (when: string, zone: string) => `${when} (${zone})`,
    would: (n: number, from: string) =>
      n === 0
        ? `Nothing that it gets happened from ${from} on.`
        : n === 1
          ? `One event from ${from} on goes out once more.`
          : `${n} events from ${from} on go out once more.`,
    tooMany: (most: number) => `At most ${most} go out at a time. Begin later.`,
    go: 'Send them once more',
    gone: (n: number) => (n === 1 ? 'One event goes out within a minute.' : `${n} events go out from the next minute on.`),
  },
}

export type EndpointsTexts = typeof endpoints
