import type { Charter } from '#src/engines/charter/index.ts'

/** The share of approvals of a tier, in percent, that the charter has looked at once more. */
export const drawnShare = ({ documents }: Pick<Charter, 'documents'>, tier: number): number => {
  const { tier1Percent, tier2Percent } = documents['audit.yaml'].secondLook
  return tier === 1 ? tier1Percent : tier === 2 ? tier2Percent : 0
}
