/** What the people of the demo company have thought up so far; one for each kind of answer that the charter gives. */
export const demoSolutions = [
  {
    requestId: 'demo-solution-1',
    maker: 'jonas-weber',
    name: 'Morning market digest',
    purpose: 'Reads three public trade-press sites each morning and writes a half-page digest into my own notes.',
    facts: { kind: 'automation-flow', audience: 'only-me', dataClasses: ['public'], externalContent: false, movesMoney: false, decidesAboutIndividuals: ['none'], integrations: ['none'] },
  },
  {
    requestId: 'demo-solution-2',
    maker: 'priya-raman',
    name: 'Claims inbox sorting',
    purpose: 'Sorts supplier emails about claims into five folders and marks the urgent ones, for the whole claims team.',
    facts: { kind: 'automation-flow', audience: 'my-team', dataClasses: ['internal'], externalContent: false, movesMoney: false, decidesAboutIndividuals: ['none'], integrations: ['office-suite'] },
  },
  {
    requestId: 'demo-solution-3',
    maker: 'sofia-marques',
    name: 'Supplier answer drafts',
    purpose: 'Drafts answers to suppliers from the contract text; a colleague reads and sends each one.',
    facts: {
      kind: 'ai-assisted-content',
      audience: 'my-team',
      dataClasses: ['confidential'],
      externalContent: true,
      humanReview: { present: true, by: 'the colleague who sends it', where: 'in the drafts folder' },
      movesMoney: false,
      decidesAboutIndividuals: ['none'],
    },
  },
  {
    requestId: 'demo-solution-4',
    maker: 'jonas-weber',
    name: 'Small credit notes',
    purpose: 'Pays credit notes below 200 euros by itself when order and delivery agree.',
    facts: { kind: 'automation-flow', audience: 'business-unit', dataClasses: ['internal', 'financial-records'], externalContent: false, movesMoney: true, decidesAboutIndividuals: ['none'], integrations: ['erp', 'payment'] },
  },
] as const
