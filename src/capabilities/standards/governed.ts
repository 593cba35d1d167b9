import { governed } from '#src/ledger/index.ts'

/** Who put their name under which page of standards. */
export const acceptances = governed({
  kind: 'standards-acceptance',
  table: 'standardsAcceptance',
  columns: ['personId', 'human', 'standardsVersion', 'standardsDigest', 'name', 'acceptedAt'],
})
