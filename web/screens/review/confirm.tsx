import { Button } from '@mantine/core'
import type { Review } from '../../client.generated.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useTexts } from '../../texts/language.tsx'
import { list } from '../../texts/moments.ts'
import { useReviewTexts } from '../../texts/review/use.ts'
import css from './confirm.module.css'
import type { Decision } from './views.ts'

interface ConfirmProps {
  review: Review
  role: string
  roleName: string
  /** What was asked for; null while nothing was. */
  decision: Decision | null
  conditions: number
  pending: boolean
  onClose: () => void
  onConfirm: (decision: Decision) => void
}

/** What follows from a decision, before it is taken: it can't be taken back. */
export const Confirm = ({ review, role, roleName, decision, conditions, pending, onClose, onConfirm }: ConfirmProps) => {
  const { language } = useTexts()
  const words = useReviewTexts()
  const others = review.signOffs.filter(each => each.state === 'open' && each.role !== role).map(each => each.roleName)
  const named = list(others, language)
  return (
    <Dialog
      opened={decision !== null}
      onClose={onClose}
      title={decision === null ? '' : words.decide.confirm[decision](review.subject.name)}
      buttons={
        decision !== null && (
          <>
            <Button variant="default" onClick={onClose}>
              {words.decide.cancel}
            </Button>
            <Button className={decision === 'reject' ? (css.reject ?? '') : ''} loading={pending} onClick={() => onConfirm(decision)}>
              {decision === 'approve' && conditions > 0 ? words.decide.approveWith(conditions) : words.decide[decision]}
            </Button>
          </>
        )
      }
    >
      {decision !== null && (
        <>
          <p>{decision === 'approve' ? words.decide.follows.approve(roleName) : words.decide.follows[decision]}</p>
          {decision === 'approve' ? (
            <p>{others.length === 0 ? words.decide.last : words.decide.others(named)}</p>
          ) : (
            others.length > 0 && <p>{words.decide.fallen(named)}</p>
          )}
          <p>{words.decide.noWayBack}</p>
        </>
      )}
    </Dialog>
  )
}
