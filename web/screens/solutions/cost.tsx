import { IconCoins } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Charter, PreviewEditOutput, Solution } from '../../client.generated.ts'
import { useDecision } from '../../data/charter.ts'
import type { Facts } from '../../data/charter-guide.ts'
import { useCost } from '../../data/solutions.ts'
import { Note } from '../../parts/note.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { list, moment } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { tierNames } from '../check/sentences.ts'
import parts from './parts.module.css'
import { sayBlockers } from './say-blocker.ts'

interface CostProps {
  charter: Charter
  solution: Solution
  facts: Facts
  /** Whether an answer differs from what is declared. */
  changed: boolean
}

/** What a change costs, said before anything is saved; it speaks anew with every answer. */
export const CostOf = ({ charter, solution, facts, changed }: CostProps) => {
  const { cost: words } = useSolutionTexts()
  const cost = useCost(solution.key, facts, changed)
  return (
    <section aria-live="polite" className={parts.part}>
      <h2>{words.title}</h2>
      {!changed ? (
        <p className={parts.quiet}>{words.nothing}</p>
      ) : cost.data ? (
        <Price charter={charter} solution={solution} facts={facts} cost={cost.data} />
      ) : cost.error ? (
        <Trouble title={words.title} error={cost.error} retry={() => void cost.refetch()} />
      ) : (
        <p className={parts.quiet}>{words.working}</p>
      )}
    </section>
  )
}

export const Price = ({ charter, solution, facts, cost }: Omit<CostProps, 'changed'> & { cost: PreviewEditOutput }) => {
  const { language } = useTexts()
  const words = useSolutionTexts()
  const { data: decision } = useDecision(facts)
  const { promise, signOffs, drops, falling, standsInTheWay, tier } = cost
  const offices: Readonly<Record<string, string>> = words.offices
  const office = (role: string) => offices[role] ?? role
  return (
    <Note icon={IconCoins} title={words.cost[cost.cost]} tone={drops !== null || standsInTheWay.length > 0 ? 'due' : 'plain'}>
      <ul className={parts.bullets}>
        {tier !== solution.tier && <li>{words.cost.tier(tierNames(charter)[tier - 1] ?? '')}</li>}
        {signOffs.length > 0 && <li>{words.cost.takes(list(signOffs.map(office), language))}</li>}
        {promise && <li>{promise.because === 'nobody' ? words.cost.nobody : words.cost.promise(moment(promise.by, language))}</li>}
        {promise?.because === 'queue' && <li>{words.cost.usual(moment(promise.usual, language))}</li>}
        {drops !== null && (
          <li>
            <Link to="/reviews/$review" params={{ review: drops }}>
              {words.cost.drops(drops)}
            </Link>
          </li>
        )}
        {drops !== null && falling.length === 0 && <li>{words.cost.nothingFalls}</li>}
        {falling.map(({ role, by }) => (
          <li key={role}>{words.cost.falls(by.name, office(role))}</li>
        ))}
        {solution.approved !== null && cost.cost !== 'noted' && <li>{words.cost.runs}</li>}
        {sayBlockers(standsInTheWay, { words, language, charter, decision }).map(({ id, title, note, lang }) => (
          <li key={id} lang={lang}>
            {title} {note}
          </li>
        ))}
      </ul>
    </Note>
  )
}
