/** What Home says to those who are signed in; German in `de.ts`. */
export const home = {
  titles: {
    none: 'Nothing needs you now',
    noneByName: 'Nothing waits for you by name',
    some: (n: number) => (n === 1 ? 'One thing needs you now' : `${n} things need you now`),
  },
  lead: (name: string) => `You are here as ${name}.`,
  check: 'Check an idea',
  solutions: 'Your solutions',
  stakes: 'Promises at stake and second looks',
  findings: 'Not as the charter wants it',
  reviews: 'Reviews for you',
  reviewsLate: (n: number) => (n === 1 ? 'one is late' : `${n} are late`),
  reviewsToday: (n: number) => (n === 1 ? 'one is due today' : `${n} are due today`),
  reviewsFree: (n: number) => (n === 1 ? 'One review is nobody’s yet' : `${n} reviews are nobody’s yet`),
  proposals: 'Proposals that wait for a second person',
  proposedBy: (name: string, until: string) => `proposed by ${name}, open until ${until}`,
  program: 'The program',
  programFindings: (all: number, grave: number) =>
    all === 0
      ? 'Nothing is found that needs somebody.'
      : `${all === 1 ? 'One finding needs' : `${all} findings need`} somebody${grave === 0 ? ', none of them grave' : `, ${grave} of them grave`}.`,
  toFindings: 'See the findings',
  toTonight: 'What tonight brings',
  toFigures: 'See the figures of reviews',
  unit: 'Your unit',
  toUnit: 'See the solutions of your unit',
  jobs: 'Work behind the pages',
  jobsGood: 'Every round went well.',
  jobsFailed: (n: number) => (n === 1 ? 'One kind of job failed last time.' : `${n} kinds of job failed last time.`),
  toJobs: 'See the jobs',
  ledger: 'The ledger',
  ledgerSigned: (n: string) => `${n} entries are signed.`,
  toLedger: 'Read and verify it',
  all: (n: number) => `See all ${n}`,
  expired: 'expired',
  late: 'conditions are late',
  waiting: 'Waits for others',
  waitsFor: (when: string) => `with reviewers, answer by ${when}`,
}

export type HomeTexts = typeof home
