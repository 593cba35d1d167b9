/** What most made-up ideas have in common: they touch no systems, decide about nobody, and send nothing by themselves. */
export const harmless = {
  integrations: ['none'],
  externalContent: false,
  movesMoney: false,
  writesCodeOrSettings: false,
  sendsAs: 'nothing',
  peopleTalkToIt: 'none',
  decisionImpact: ['none'],
  decidesAboutIndividuals: ['none'],
  vulnerablePeople: false,
  regulatedUses: ['none'],
  autonomy: 'assists',
  syntheticMedia: ['text'],
}

/** Something that happens to a solution of the demo, by whom. */
export type DemoStep =
  | { by: string; accepts: 'standards' }
  | { by: string; does: string; with?: Readonly<Record<string, unknown>> }
  | { by: string; begins: string }
  | {
      by: string
      signs: string
      decision: 'approve' | 'return' | 'reject'
      reason?: string
      conditions?: readonly { text: string; needed: 'before' | 'after'; dueOn?: string }[]
    }

interface DemoSolution {
  requestId: string
  maker: string
  name: string
  purpose: string
  facts: Readonly<Record<string, unknown>>
  platform?: string
  environment?: 'personal' | 'shared' | 'production'
  benefit?: { kind: 'time' | 'errors' | 'money' | 'quality'; perMonth: number; unit: string; baseline: number; how: string }
  answers?: Readonly<Record<string, string>>
  /** What happened to it since, in order. */
  life: readonly DemoStep[]
}

const hours = (perMonth: number, baseline: number) =>
  ({ kind: 'time', perMonth, unit: 'hours', baseline, how: 'Timed by hand over two weeks.' }) as const

/** What the people of the demo company have thought up so far: at least one for each kind of answer, and for each state. */
export const demoSolutions: readonly DemoSolution[] = [
  {
    requestId: 'demo-solution-1',
    maker: 'jonas-weber',
    name: 'Morning market digest',
    purpose:
      'Reads three public trade-press sites each morning and writes half a page into my own notes, so that I start the day knowing what moved.',
    facts: { ...harmless, kind: 'automation-flow', tools: ['flow-builder'], audience: 'only-me', dataClasses: ['public'] },
    platform: 'Flow builder',
    environment: 'personal',
    life: [
      { by: 'jonas-weber', accepts: 'standards' },
      { by: 'jonas-weber', does: 'submit-solution' },
      { by: 'jonas-weber', does: 'go-live' },
      { by: 'hanna-lindqvist', does: 'recommend-solution', with: { reusable: true } },
    ],
  },
  {
    requestId: 'demo-solution-2',
    maker: 'priya-raman',
    name: 'Claims inbox sorting',
    purpose: 'Sorts supplier emails about claims into five folders and marks the urgent ones, for the whole claims team.',
    facts: {
      ...harmless,
      kind: 'automation-flow',
      tools: ['flow-builder'],
      audience: 'my-team',
      dataClasses: ['internal'],
      integrations: ['office-suite'],
      decisionImpact: ['recoverable'],
      autonomy: 'acts-alone',
    },
    platform: 'Flow builder',
    environment: 'shared',
    benefit: hours(12, 30),
    answers: { 'What starts it, and how often?': 'Each mail that arrives in the claims inbox, about forty a day.' },
    life: [
      { by: 'priya-raman', does: 'submit-solution', with: { note: 'The whole claims team wants it.' } },
      {
        by: 'hanna-lindqvist',
        signs: 'coe',
        decision: 'approve',
        conditions: [{ text: 'Look through the folder of unclear mails each Friday.', needed: 'after', dueOn: '2027-06-30' }],
      },
      { by: 'priya-raman', does: 'go-live' },
      {
        by: 'priya-raman',
        does: 'offer-handover',
        with: { role: 'backup-owner', to: 'jonas-weber', note: 'For the weeks when I am away.' },
      },
    ],
  },
  {
    requestId: 'demo-solution-3',
    maker: 'sofia-marques',
    name: 'Supplier answer drafts',
    purpose: 'Drafts answers to suppliers from the contract text. A colleague reads, changes and sends each one.',
    facts: {
      ...harmless,
      kind: 'ai-assisted-content',
      tools: ['protected-workspace'],
      audience: 'my-team',
      dataClasses: ['confidential'],
      externalContent: true,
      humanReview: { present: true, by: 'the colleague who sends it', where: 'in the drafts folder' },
      decisionImpact: ['external-facing'],
    },
    platform: 'Protected workspace',
    environment: 'shared',
    benefit: hours(20, 45),
    life: [
      { by: 'sofia-marques', does: 'submit-solution' },
      { by: 'daniel-okoye', signs: 'it-security', decision: 'approve' },
    ],
  },
  {
    requestId: 'demo-solution-4',
    maker: 'jonas-weber',
    name: 'Small credit notes',
    purpose: 'Pays credit notes below 200 euros by itself when order and delivery agree.',
    facts: {
      ...harmless,
      kind: 'automation-flow',
      tools: ['flow-builder'],
      audience: 'business-unit',
      dataClasses: ['financial-records'],
      integrations: ['erp', 'payment'],
      movesMoney: true,
      decisionImpact: ['hard-to-undo'],
      autonomy: 'acts-alone',
    },
    benefit: hours(6, 10),
    life: [],
  },
  {
    requestId: 'demo-solution-5',
    maker: 'priya-raman',
    name: 'Complaint letters in plain words',
    purpose: 'Rewrites customers’ complaint letters as three plain points, with a public chat service, before I pass them on.',
    facts: { ...harmless, kind: 'ai-assisted-content', tools: ['public-chat'], audience: 'my-team', dataClasses: ['customer-pii'] },
    life: [],
  },
  {
    requestId: 'demo-solution-6',
    maker: 'sofia-marques',
    name: 'Cold store questions',
    purpose: 'Answers the warehouse’s questions about temperatures and shelf life from our own handbook.',
    facts: {
      ...harmless,
      kind: 'ai-agent',
      tools: ['company-assistant'],
      audience: 'business-unit',
      dataClasses: ['internal'],
      peopleTalkToIt: 'colleagues',
    },
    platform: 'Company assistant',
    benefit: hours(9, 15),
    answers: {
      'Which tools may it use, and what can each of them change?': 'It searches our own handbook, and changes nothing.',
      'What stops it when it goes wrong?': 'Whoever is on duty in the warehouse office switches it off.',
    },
    life: [
      { by: 'sofia-marques', does: 'submit-solution' },
      {
        by: 'hanna-lindqvist',
        signs: 'coe',
        decision: 'approve',
        conditions: [{ text: 'Say on its first line that it is a machine.', needed: 'before' }],
      },
    ],
  },
  {
    requestId: 'demo-solution-7',
    maker: 'jonas-weber',
    name: 'Forecast notes',
    purpose: 'Writes next week’s demand forecast as a short note with the three largest changes, for the planning meeting.',
    facts: {
      ...harmless,
      kind: 'data-analysis',
      tools: ['company-assistant'],
      audience: 'my-team',
      dataClasses: ['internal'],
      integrations: ['data-warehouse'],
    },
    benefit: hours(3, 8),
    answers: { 'Which copy of the data does it read?': 'Last night’s extract in the data warehouse.' },
    life: [
      { by: 'jonas-weber', does: 'submit-solution' },
      { by: 'luca-ferri', signs: 'coe', decision: 'return', reason: 'Which copy of the forecast does it read? Please write that down.' },
    ],
  },
  {
    requestId: 'demo-solution-8',
    maker: 'priya-raman',
    name: 'Shift wishes',
    purpose: 'Collects who would like which shift and suggests a plan. I am not sure yet how much of it decides about people.',
    facts: {
      ...harmless,
      kind: 'app',
      tools: ['app-builder'],
      audience: 'my-team',
      dataClasses: ['internal'],
      decidesAboutIndividuals: 'not-sure',
    },
    answers: { 'Who else could change it if you were away?': 'Our team lead, who built half of it.' },
    life: [{ by: 'priya-raman', does: 'submit-solution', with: { note: 'Please help me with the question about people.' } }],
  },
  {
    requestId: 'demo-solution-9',
    maker: 'sofia-marques',
    name: 'Overtime scores',
    purpose: 'Gives each colleague a score for who should work overtime next.',
    facts: {
      ...harmless,
      kind: 'data-analysis',
      tools: ['company-assistant'],
      audience: 'my-team',
      dataClasses: ['internal'],
      decidesAboutIndividuals: ['employees'],
    },
    life: [
      {
        by: 'sofia-marques',
        does: 'appeal-decision',
        with: { reason: 'It only lists who has worked how much; the shift lead decides. Please have somebody else look at it.' },
      },
    ],
  },
  {
    requestId: 'demo-solution-10',
    maker: 'jonas-weber',
    name: 'Stock level alerts',
    purpose: 'Tells the planners each morning which articles will run out within three days.',
    facts: { ...harmless, kind: 'automation-flow', tools: ['flow-builder'], audience: 'my-team', dataClasses: ['internal'] },
    platform: 'Flow builder',
    environment: 'shared',
    benefit: hours(5, 12),
    answers: { 'What starts it, and how often?': 'It runs every morning at seven.' },
    life: [
      { by: 'jonas-weber', does: 'submit-solution' },
      { by: 'hanna-lindqvist', signs: 'coe', decision: 'approve' },
      { by: 'jonas-weber', does: 'go-live' },
      {
        by: 'daniel-okoye',
        does: 'stop-solution',
        with: { because: 'It sent its alerts to a list that people outside the company read.' },
      },
    ],
  },
  {
    requestId: 'demo-solution-11',
    maker: 'priya-raman',
    name: 'Meeting notes in bullet points',
    purpose: 'Turned our notes into five bullet points. The office suite does that by itself now.',
    facts: { ...harmless, kind: 'ai-assisted-content', tools: ['company-assistant'], audience: 'only-me', dataClasses: ['internal'] },
    life: [
      { by: 'priya-raman', accepts: 'standards' },
      { by: 'priya-raman', does: 'submit-solution' },
      { by: 'priya-raman', does: 'go-live' },
      { by: 'priya-raman', does: 'retire-solution', with: { because: 'The office suite does it by itself now.' } },
    ],
  },
  {
    requestId: 'demo-solution-12',
    maker: 'jonas-weber',
    name: 'Supplier calendar',
    purpose: 'Collects the holidays of our suppliers into one calendar for the team.',
    facts: { ...harmless, kind: 'automation-flow', tools: ['flow-builder'], audience: 'my-team', dataClasses: ['internal'] },
    platform: 'Flow builder',
    benefit: hours(2, 4),
    answers: { 'What starts it, and how often?': 'It runs every morning at seven.' },
    life: [
      { by: 'jonas-weber', does: 'submit-solution' },
      { by: 'luca-ferri', begins: 'coe' },
    ],
  },
  {
    requestId: 'demo-solution-13',
    maker: 'sofia-marques',
    name: 'Delivery notes to text',
    purpose: 'Reads scanned delivery notes and writes article and amount into a list that a colleague checks.',
    facts: { ...harmless, kind: 'document-processing', tools: ['document-reader'], audience: 'my-team', dataClasses: ['internal'] },
    life: [],
  },
]
