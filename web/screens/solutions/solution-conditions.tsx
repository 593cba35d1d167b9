import { IconCircleCheck, IconHourglass, IconUserCheck, type TablerIcon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Solution } from '../../client.generated.ts'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import parts from './parts.module.css'

const Meet = lazy(async () => ({ default: (await import('../review/meet.tsx')).Meet }))

const looks: Readonly<Record<string, [TablerIcon, Tone]>> = {
  open: [IconHourglass, 'due'],
  met: [IconUserCheck, 'outline'],
  accepted: [IconCircleCheck, 'ok'],
}

/** What its approval depends on; whoever builds or owns it says here that it is done. */
export const SolutionConditions = ({ solution: { conditions, you } }: { solution: Solution }) => {
  const { language } = useTexts()
  const words = useSolutionTexts()
  if (conditions.length === 0) return null
  const states: Readonly<Record<string, string>> = words.conditions.states
  return (
    <section id="conditions" className={parts.part}>
      <h2 tabIndex={-1}>{words.conditions.title}</h2>
      <ul className={parts.list}>
        {conditions.map(condition => {
          const { id, text, state, needed, dueOn, review } = condition
          const [icon, tone] = looks[state] ?? [IconHourglass, 'quiet']
          return (
            <li key={id}>
              <div className={parts.head}>
                <p className={parts.text}>{text}</p>
                <Tag icon={icon} tone={tone}>
                  {states[state] ?? state}
                </Tag>
              </div>
              <p className={parts.who}>
                {needed === 'before' ? words.conditions.before : words.conditions.after(dueOn === null ? '' : day(dueOn, language))}
                {', '}
                <Link to="/reviews/$review" params={{ review }}>
                  {review}
                </Link>
              </p>
              {state === 'open' && you.may.includes('meet-conditions') && (
                <Suspense>
                  <Meet condition={condition} />
                </Suspense>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
