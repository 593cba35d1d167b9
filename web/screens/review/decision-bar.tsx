import { Button } from '@mantine/core'
import type { Review } from '../../client.generated.ts'
import { useCommands } from '../../parts/commands.ts'
import { KeyHint } from '../../parts/key-hint.tsx'
import { Shortcuts } from '../../parts/shortcuts.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import css from './decision-bar.module.css'
import type { Decision } from './views.ts'

interface DecisionBarProps {
  review: Review
  conditions: number
  onDecide: (decision: Decision, form: HTMLFormElement | null) => void
}

/** The three ways to end it, below what one has found. Where no yes is possible, why stands in its place. */
export const DecisionBar = ({ review, conditions, onDecide }: DecisionBarProps) => {
  const words = useReviewTexts()
  const { state, clock, current, standsInTheWay } = review
  const waits = state === 'with-maker'
  const approvable = standsInTheWay.length === 0
  const press = (decision: Decision) => () => document.getElementById(`decide-${decision}`)?.click()
  const keys = [
    { keys: ['a'], does: words.keys.approve, run: press('approve') },
    { keys: ['r'], does: words.keys.return, run: press('return') },
    { keys: ['x'], does: words.keys.reject, run: press('reject') },
  ]
  const open = keys.filter(({ keys: [key] }) => !waits && current && (approvable || key !== 'a'))
  useCommands(open.map(({ keys: [key = ''], does, run }) => ({ name: does, key: key.toUpperCase(), run })))
  return (
    <div className={css.bar}>
      <p className={css.says}>
        {waits
          ? words.decide.waits(clock.pausedFor?.name ?? '')
          : !current
            ? words.page.changedText
            : approvable
              ? words.decide.ready
              : `${words.decide.cannotApprove} ${words.decide.ready}`}
      </p>
      {!waits && current && (
        <div className={css.buttons}>
          <Button
            id="decide-reject"
            variant="default"
            className={css.reject ?? ''}
            rightSection={<KeyHint>X</KeyHint>}
            onClick={event => onDecide('reject', event.currentTarget.form)}
          >
            {words.decide.reject}
          </Button>
          <Button
            id="decide-return"
            variant="default"
            rightSection={<KeyHint>R</KeyHint>}
            onClick={event => onDecide('return', event.currentTarget.form)}
          >
            {words.decide.return}
          </Button>
          {approvable && (
            <Button
              id="decide-approve"
              rightSection={<KeyHint>A</KeyHint>}
              onClick={event => onDecide('approve', event.currentTarget.form)}
            >
              {conditions === 0 ? words.decide.approve : words.decide.approveWith(conditions)}
            </Button>
          )}
        </div>
      )}
      <div className={css.keys}>
        <Shortcuts all={keys} hints={[]} />
      </div>
    </div>
  )
}
