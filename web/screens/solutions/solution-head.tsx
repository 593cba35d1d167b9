import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Solution } from '../../client.generated.ts'
import type { AskedAct } from '../../data/acts.ts'
import { timeThere } from '../../data/server-time.ts'
import { useCharter } from '../../data/charter.ts'
import { Avatar } from '../../parts/avatar.tsx'
import { CalendarLink } from '../../parts/calendar-link.tsx'
import { TierMark } from '../../parts/tier-mark.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day, exactly } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { asTier, tierNames } from '../check/sentences.ts'
import { ActButton } from './act-button.tsx'
import parts from './parts.module.css'
import css from './solution-page.module.css'
import { StateTag } from './state-tag.tsx'

/** What it is called, where it stands and who answers for it; with the one thing to do next. */
export const SolutionHead = ({ solution, onAsk }: { solution: Solution; onAsk: (act: AskedAct) => void }) => {
  const { t } = useTexts()
  const words = useSolutionTexts()
  const { data: charter } = useCharter()
  const { key, name, purpose, state, tier, owner, backupOwner, you } = solution
  const said: Readonly<Record<string, string>> = words.says
  const second = you.next !== 'edit' && you.may.includes('edit')
  return (
    <>
      <div className={css.head}>
        <div>
          <div className={css.title}>
            <h1 tabIndex={-1}>{name}</h1>
            <StateTag state={state} />
          </div>
          <p className={css.purpose}>{purpose}</p>
        </div>
        <div className={`${parts.buttons} ${parts.screen}`}>
          {second && <ActButton solution={solution} act="edit" filled={you.next === null} onAsk={onAsk} />}
          {you.next !== null && <ActButton solution={solution} act={you.next} filled onAsk={onAsk} />}
          <Button variant="subtle" onClick={() => print()}>
            {words.head.print}
          </Button>
        </div>
      </div>
      <dl className={css.strip}>
        <div>
          <dt>{t.solution.tier}</dt>
          <dd>
            <TierMark tier={asTier(tier)} />
            {charter && tierNames(charter)[tier - 1]}
          </dd>
        </div>
        <Person label={t.solution.owner} person={owner} />
        <Person label={words.head.backup} person={backupOwner} />
        <div>
          <dt>{words.head.until}</dt>
          <dd>
            <ValidUntil solution={solution} />
          </dd>
        </div>
        <div>
          <dt>{t.solution.key}</dt>
          <dd className={css.key}>{key}</dd>
        </div>
      </dl>
      <p className={css.says}>
        {said[state]}
        {hasDates(solution) && (
          <span className={parts.screen}>
            {' '}
            <CalendarLink of={`/solutions/${key}`}>{words.head.keep}</CalendarLink>
          </span>
        )}
      </p>
    </>
  )
}

/** As the file of its dates has them. */
const hasDates = ({ expiresAt, retired, standing, conditions, findings }: Solution): boolean =>
  (retired === null ? expiresAt !== null && !standing.expired : retired.undoUntil > timeThere()) ||
  conditions.some(({ state, dueOn }) => state === 'open' && dueOn !== null) ||
  findings.some(({ rule }) => rule === 'tool-withdrawn' || rule === 'owner-gone')

const ValidUntil = ({ solution: { expiresAt, standing } }: { solution: Solution }) => {
  const { language } = useTexts()
  const { head } = useSolutionTexts()
  if (expiresAt === null) return head.unlimited
  return (
    <>
      <time dateTime={expiresAt} title={exactly(expiresAt, language)}>
        {day(expiresAt, language)}
      </time>
      {standing.expired ? (
        <span className={css.late}>{head.over}</span>
      ) : (
        standing.expiresInDays !== null && <span className={css.left}>{head.days(standing.expiresInDays)}</span>
      )}
    </>
  )
}

const Person = ({ label, person }: { label: string; person: Solution['owner'] | null }) => {
  const { head } = useSolutionTexts()
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {person === null ? (
          <span className={css.left}>{head.nobody}</span>
        ) : (
          <>
            <Avatar name={person.name} />
            <Link to="/people/$person" params={{ person: person.id }}>
              {person.name}
            </Link>
          </>
        )}
      </dd>
    </div>
  )
}
