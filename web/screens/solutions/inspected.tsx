import type { Charter, PreviewInspectionOutput, Solution } from '../../client.generated.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { useArtifactTexts } from '../../texts/solution/use-artifact.ts'
import { answerInWords, chosen } from '../check/answers.ts'
import declared from './declared.module.css'
import css from './inspected.module.css'
import parts from './parts.module.css'

export type Inspection = PreviewInspectionOutput['inspection']
type Fact = Inspection['facts'][number]
type Evidence = Fact['evidence'][number]
type Facts = Solution['facts']

interface InspectedProps {
  charter: Charter
  declaration: { facts: Facts; inspection: NonNullable<NonNullable<Solution['draft']>['inspection']> }
}

/** What was read from the artifact of a declaration, with who had it read. */
export const Inspected = ({ charter, declaration: { facts, inspection } }: InspectedProps) => {
  const { language } = useTexts()
  const words = useArtifactTexts()
  const { name, bytes } = inspection.file
  return (
    <section className={parts.part}>
      <h3>{words.title}</h3>
      <p className={parts.quiet}>{words.file(name, sizeOf(bytes, language))}</p>
      <p className={parts.who}>{words.who(inspection.by.name, day(inspection.at, language))}</p>
      <Shows charter={charter} facts={facts} inspection={inspection} />
    </section>
  )
}

const sizeOf = (bytes: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 }).format(bytes / 1000)

/** What a file shows beside what is declared, each with where it was seen. */
export const Shows = ({ charter, facts, inspection }: { charter: Charter; facts: Facts; inspection: Inspection }) => {
  const words = useArtifactTexts()
  const labels: Readonly<Record<string, string>> = words.labels
  const besides = Map.groupBy(inspection.besides, ({ fact }) => fact)
  return (
    <>
      {inspection.facts.every(({ differs }) => !differs) && <p className={parts.quiet}>{words.nothing}</p>}
      <ul className={parts.list}>
        {inspection.facts.map(fact => (
          <SeenFact key={fact.fact} charter={charter} declaredAs={facts[fact.fact]} fact={fact} asks={inspection.asks} />
        ))}
      </ul>
      {besides.size > 0 && (
        <>
          <h3>{words.besides}</h3>
          <FactList>
            {[...besides].map(([fact, seen]) => (
              <FactRow key={fact} label={labels[fact] ?? fact}>
                {seen.map(({ value }) => (value === true ? words.yes : String(value))).join(', ')}
              </FactRow>
            ))}
          </FactList>
        </>
      )}
      <Lines title={words.questions} lines={inspection.questions.map(({ question }) => question)} />
      <Lines title={words.warnings} lines={inspection.warnings} />
      {inspection.evidenceLeftOut > 0 && <p className={parts.who}>{words.more(inspection.evidenceLeftOut)}</p>}
    </>
  )
}

interface SeenFactProps {
  charter: Charter
  declaredAs: unknown
  fact: Fact
  asks: Inspection['asks']
}

const SeenFact = ({ charter, declaredAs, fact: { fact, seen, counts, differs, evidence }, asks }: SeenFactProps) => {
  const { t } = useTexts()
  const words = useArtifactTexts()
  const known: Readonly<Record<string, string>> = words.asks
  const ask = asks.find(each => each.fact === fact)
  const said = (answer: unknown) => answerInWords(charter, fact, amongOf(answer), t)
  const open = counts === null || chosen(counts).includes('not-sure')
  return (
    <li>
      <p className={declared.fact}>{charter.questions.find(({ id }) => id === fact)?.title ?? fact}</p>
      {ask && <p className={parts.quiet}>{known[fact] ?? <span lang="en">{ask.because}</span>}</p>}
      <dl className={declared.pair}>
        <div>
          <dt>{words.declared}</dt>
          <dd>{said(declaredAs) ?? words.unanswered}</dd>
        </div>
        <div>
          <dt>{words.seen}</dt>
          <dd>{said(seen) ?? words.doubtful}</dd>
        </div>
        <div>
          <dt>
            {words.counts}
            {differs && (
              <span className={declared.differs}>
                <span aria-hidden="true">≠ </span>
                {words.differs}
              </span>
            )}
          </dt>
          <dd>{open ? words.open : (said(counts) ?? words.unanswered)}</dd>
        </div>
      </dl>
      <Places evidence={evidence} />
    </li>
  )
}

/** Where it was seen. The readers speak English. */
const Places = ({ evidence }: { evidence: readonly Evidence[] }) => {
  const words = useArtifactTexts()
  if (evidence.length === 0) return null
  return (
    <details className={css.evidence}>
      <summary>{words.places(evidence.length)}</summary>
      <ul>
        {evidence.map(({ fact, value, where, why, confidence }) => (
          <li key={`${fact} ${value} ${where}`}>
            <code>{where}</code>: <span lang="en">{why}</span> ({words.sure(confidence)})
          </li>
        ))}
      </ul>
    </details>
  )
}

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul className={parts.bullets} lang="en">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )

/** One of these, we do not know which: said as a list. */
const amongOf = (answer: unknown): unknown => (typeof answer === 'object' && answer !== null && 'among' in answer ? answer.among : answer)
