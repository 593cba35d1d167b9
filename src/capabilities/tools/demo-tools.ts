/** What the people of the demo company have asked for so far. */
export const demoToolRequests = [
  {
    requestId: 'demo-tool-request-1',
    maker: 'priya-raman',
    name: 'Meeting notes',
    help: 'Writes down what was said in a meeting, and who does what until when.',
    vendor: 'Fernhill Software',
    approvedFor: [
      { dataClass: 'internal', highestTier: 2 },
      { dataClass: 'other-personal', highestTier: 2 },
    ],
    features: ['Notes and tasks'],
    regions: ['European Union'],
    trainsOnOurData: 'no',
    note: 'Claims meetings: today one of us writes for an hour afterwards.',
    noneFits: 'The assistant that we have does not listen to meetings.',
  },
] as const
