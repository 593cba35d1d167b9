import { useCharter } from '../../data/charter.ts'
import { TierMark } from '../../parts/tier-mark.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import { asTier, tierNames } from '../check/sentences.ts'
import css from './tier.module.css'

/** Mark and name of a tier; in a narrow column the name is for those who hover or listen. */
export const TierOf = ({ tier, named = false }: { tier: number | null; named?: boolean }) => {
  const words = useReviewTexts()
  const { data: charter } = useCharter()
  if (tier === null) return <span className={named ? undefined : css.spoken}>{words.queue.noTier}</span>
  const name = charter === undefined ? '' : tierNames(charter)[tier - 1]
  return (
    <span className={css.tier} title={name}>
      <TierMark tier={asTier(tier)} size={18} />
      <span className={named ? undefined : css.spoken}>{name}</span>
    </span>
  )
}
