/** What most ideas have in common: they touch no systems, decide about nobody, and send nothing by themselves. */
const harmless = {
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

/** What the people of the demo company have thought up so far: at least one for each kind of answer that the charter gives. */
export const demoSolutions = [
  {
    requestId: 'demo-solution-1',
    maker: 'jonas-weber',
    name: 'Morning market digest',
    purpose: 'Reads three public trade-press sites each morning and writes half a page into my own notes, so that I start the day knowing what moved.',
    facts: { ...harmless, kind: 'automation-flow', tools: ['flow-builder'], audience: 'only-me', dataClasses: ['public'] },
  },
  {
    requestId: 'demo-solution-2',
    maker: 'priya-raman',
    name: 'Claims inbox sorting',
    purpose: 'Sorts supplier emails about claims into five folders and marks the urgent ones, for the whole claims team.',
    facts: { ...harmless, kind: 'automation-flow', tools: ['flow-builder'], audience: 'my-team', dataClasses: ['internal'], integrations: ['office-suite'], decisionImpact: ['recoverable'], autonomy: 'acts-alone' },
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
  },
  {
    requestId: 'demo-solution-4',
    maker: 'jonas-weber',
    name: 'Small credit notes',
    purpose: 'Pays credit notes below 200 euros by itself when order and delivery agree.',
    facts: { ...harmless, kind: 'automation-flow', tools: ['flow-builder'], audience: 'business-unit', dataClasses: ['financial-records'], integrations: ['erp', 'payment'], movesMoney: true, decisionImpact: ['hard-to-undo'], autonomy: 'acts-alone' },
  },
  {
    requestId: 'demo-solution-5',
    maker: 'priya-raman',
    name: 'Complaint letters in plain words',
    purpose: 'Rewrites customers’ complaint letters as three plain points, with a public chat service, before I pass them on.',
    facts: { ...harmless, kind: 'ai-assisted-content', tools: ['public-chat'], audience: 'my-team', dataClasses: ['customer-pii'] },
  },
  {
    requestId: 'demo-solution-6',
    maker: 'sofia-marques',
    name: 'Cold store questions',
    purpose: 'Answers the warehouse’s questions about temperatures and shelf life from our own handbook.',
    facts: { ...harmless, kind: 'ai-agent', tools: ['company-assistant'], audience: 'business-unit', dataClasses: ['internal'], peopleTalkToIt: 'colleagues' },
  },
  {
    requestId: 'demo-solution-7',
    maker: 'jonas-weber',
    name: 'Forecast notes',
    purpose: 'Writes next week’s demand forecast as a short note with the three largest changes, for the planning meeting.',
    facts: { ...harmless, kind: 'data-analysis', tools: ['company-assistant'], audience: 'my-team', dataClasses: ['internal'], integrations: ['data-warehouse'] },
  },
  {
    requestId: 'demo-solution-8',
    maker: 'priya-raman',
    name: 'Shift wishes',
    purpose: 'Collects who would like which shift and suggests a plan. I am not sure yet how much of it decides about people.',
    facts: { ...harmless, kind: 'app', tools: ['app-builder'], audience: 'my-team', dataClasses: ['internal'], decidesAboutIndividuals: 'not-sure' },
  },
] as const
