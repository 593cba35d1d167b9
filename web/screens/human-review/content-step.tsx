import { IconCircleCheck, IconHourglass } from '@tabler/icons-react'
import { lazy } from 'react'
import type { ContentStep, Solution } from '../../client.generated.ts'
import { useContentStep } from '../../data/content.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { LazyFold } from '../../parts/lazy-fold.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useContentTexts } from '../../texts/human-review/use.ts'
import { useTexts } from '../../texts/language.tsx'
import parts from '../solutions/parts.module.css'
import { workingTime } from './content-clock.tsx'

const NameReviewers = lazy(async () => ({ default: (await import('./name-reviewers.tsx')).NameReviewers }))
const ConnectFlow = lazy(async () => ({ default: (await import('./connect-flow.tsx')).ConnectFlow }))

/** On a solution's page: who looks at what it writes, and whether that was seen at work. */
export const ContentStepOf = ({ solution: { key, you } }: { solution: Solution }) => {
  const words = useContentTexts()
  const { data: step, error, refetch } = useContentStep(key)
  return (
    <section id="content-step" className={parts.part}>
      <h2 tabIndex={-1}>{words.step.title}</h2>
      {error && <Trouble title={words.step.title} error={error} retry={() => void refetch()} />}
      {step && (
        <>
          <Proof step={step} />
          {step.version > 0 && <Figures step={step} />}
          <div className={parts.screen}>
            {step.you.names && (
              <LazyFold title={step.version === 0 ? words.step.setUp : words.step.change}>
                <NameReviewers key={step.version} solutionKey={key} step={step} />
              </LazyFold>
            )}
            {step.version > 0 && you.may.includes('request-waiver') && (
              <LazyFold title={words.step.connect}>
                <ConnectFlow solutionKey={key} step={step} />
              </LazyFold>
            )}
          </div>
        </>
      )}
    </section>
  )
}

const Proof = ({ step: { version, proven, enough, figures } }: { step: ContentStep }) => {
  const { step: words } = useContentTexts()
  if (version === 0) return <p className={parts.quiet}>{words.nobody}</p>
  return (
    <>
      <Tag icon={proven ? IconCircleCheck : IconHourglass} tone={proven ? 'ok' : 'quiet'}>
        {proven ? words.proven : words.unproven}
      </Tag>
      <p className={parts.quiet}>
        {proven ? words.provenText(figures.days) : words.unprovenText(figures.read, enough)}
        {figures.byMachine > 0 && ` ${words.byMachine(figures.byMachine)}`}
      </p>
    </>
  )
}

const Figures = ({ step: { reviewers, deadlineMinutes, keepDays, figures } }: { step: ContentStep }) => {
  const { language } = useTexts()
  const words = useContentTexts()
  const { step } = words
  const { days, submitted, waiting, approved, edited, rejected, expired, medianMinutes } = figures
  const measured = (has: boolean, said: string) => (has ? said : step.notMeasured)
  return (
    <FactList>
      <FactRow label={step.reviewers}>{reviewers.map(({ name, active }) => (active ? name : `${name} (${step.gone})`)).join(', ')}</FactRow>
      <FactRow label={step.deadline} note={step.keeps(keepDays ?? 0)}>
        {step.deadlineIs(workingTime(words, deadlineMinutes ?? 0))}
      </FactRow>
      <FactRow label={step.through(days)}>{measured(submitted > 0, step.submitted(submitted, waiting))}</FactRow>
      <FactRow label={step.approved} {...(approved > 0 && { note: step.editRate(edited, Math.round((edited / approved) * 100)) })}>
        {measured(submitted > 0, String(approved))}
      </FactRow>
      <FactRow label={step.not}>{measured(submitted > 0, step.notSent(rejected, expired))}</FactRow>
      <FactRow label={step.median}>
        {measured(medianMinutes !== null, step.medianIs((medianMinutes ?? 0).toLocaleString(language, { maximumFractionDigits: 1 })))}
      </FactRow>
    </FactList>
  )
}
