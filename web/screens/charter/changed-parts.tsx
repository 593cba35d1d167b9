import type { ChangedPart } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { TierMark } from '../../parts/tier-mark.tsx'
import { type CharterChangeTexts } from '../../texts/charter/en.ts'
import { useCharterChangeTexts } from '../../texts/charter/use.ts'
import { asTier, tierNames } from '../check/sentences.ts'
import css from './changed-parts.module.css'

type Field = ChangedPart['fields'][number]

/** What differs, rule by rule under the name of its document: each value now, and what it was before. */
export const ChangedParts = ({ parts }: { parts: readonly ChangedPart[] }) => {
  const words = useCharterChangeTexts()
  return (
    <div className={css.documents}>
      {[...Map.groupBy(parts, ({ document }) => document)].map(([document, its]) => (
        <section key={document}>
          <h3>{words.documents[document] ?? document}</h3>
          <Entries parts={its} />
        </section>
      ))}
    </div>
  )
}

/** The entries of one document. `told`: all that it says, so that nothing has to be marked as new. */
export const Entries = ({ parts, told = false }: { parts: readonly ChangedPart[]; told?: boolean }) => {
  const words = useCharterChangeTexts()
  return (
    <ul className={css.entries}>
      {parts.map(({ id, title, does, fields }) => (
        <li key={id ?? ''}>
          {id !== null && (
            <p className={css.title}>
              <b>{title ?? id}</b>
              {!told && (
                <span className={css.does} data-does={does}>
                  {words.parts.does[does]}
                </span>
              )}
            </p>
          )}
          <FactList>
            {fields
              // The title of what is new or gone stands above already.
              .filter(({ name, before, after }) => does === 'changed' || (before ?? after) !== title || name.length > 1)
              .toSorted((one, other) => Number(isForExperts(one)) - Number(isForExperts(other)))
              .map(field => (
                <FactRow key={field.name.join(' ')} label={nameOf(words, field.name)} note={<Before field={field} />}>
                  <Value name={field.name} value={does === 'removed' ? field.before : field.after} />
                  <Meaning field={field} />
                </FactRow>
              ))}
          </FactList>
        </li>
      ))}
    </ul>
  )
}

/** What only those look for who write rules stands last. */
const isForExperts = ({ name: [first = ''] }: Field): boolean => ['when', 'source', 'checked', 'reportedAs', 'pack'].includes(first)

/** “Sign-offs › legal › Business days” */
const nameOf = ({ fields, parts }: CharterChangeTexts, name: readonly string[]): string =>
  name.map(word => (word === 'en' || word === 'de' ? parts.inLanguage[word] : (fields[word] ?? word))).join(' › ')

const Before = ({ field: { name, before, after } }: { field: Field }) => {
  const { parts: words, answers } = useCharterChangeTexts()
  const tiers = useTierWords()
  if (before === null || after === null) return null
  return words.was(isTier(name) ? tiers(Number(before)) : (answers[before] ?? before))
}

const Value = ({ name, value }: { name: readonly string[]; value: string | null }) => {
  const { parts: words, answers } = useCharterChangeTexts()
  const tiers = useTierWords()
  if (value === null) return words.notThere
  if (isTier(name))
    return (
      <span className={css.tier}>
        <TierMark tier={asTier(Number(value))} size={18} />
        {tiers(Number(value))}
      </span>
    )
  return name.at(-1) === 'when' ? <code className={css.code}>{value}</code> : (answers[value] ?? value)
}

/** What another tier means for whoever it reaches. */
const Meaning = ({ field: { name, before, after } }: { field: Field }) => {
  const words = useCharterChangeTexts().parts
  if (!isTier(name) || before === null || after === null) return null
  return <span className={css.meaning}>{Number(after) > Number(before) ? words.more : words.less}</span>
}

const isTier = (name: readonly string[]): boolean => name.at(-1) === 'tier'

const useTierWords = () => {
  const words = useCharterChangeTexts().parts
  const charter = useCharter()
  const names = charter.data ? tierNames(charter.data) : []
  return (n: number): string => words.tier(n, names[n - 1])
}
