/**
 * Tools that may see a class of data only up to a tier. The tier is no fact that a condition could read; but "at least
 * tier 3" is itself a condition over facts, so that a tool beyond its tier is one too: whatever holds of guardrails (what
 * is still open, what a change would bring) holds of this one.
 */
import type { Sentence } from './because.ts'
import { and, or, type Condition } from './condition.ts'
import type { Question } from './describe-facts.ts'
import type { Documents, Language } from './documents.ts'
import type { Facts } from './facts.ts'
import type { Rule } from './rules.ts'
import type { Fact, FactSpace, Tier } from './space.ts'

/** All that a list says "up to this tier" about. */
export interface ToolLimit {
  highest: Tier
  /** A tool with a class of data that it may see so far and no further. */
  pairs: Condition
  /** The same by the tool's value: values of data classes. */
  classes: ReadonlyMap<number, ReadonlySet<number>>
}

export const toolLimits = (documents: Documents, space: FactSpace): readonly ToolLimit[] => {
  const asked = factsOf(space)
  if (asked === null) return []
  const { tools, data } = asked
  const limits = documents['tools.yaml'].tools.flatMap(({ id, status, highestTiers = [] }) =>
    status === 'approved'
      ? highestTiers.map(({ dataClass, tier }) => ({ tool: placeOf(tools, id), dataClass: placeOf(data, dataClass), highest: tier }))
      : [],
  )
  // Nothing is beyond the highest tier.
  const before4 = limits.filter(({ highest }) => highest < 4)
  return [...Map.groupBy(before4, ({ highest }) => highest)].map(([highest, of]) => {
    const classes = new Map([...Map.groupBy(of, ({ tool }) => tool)].map(([tool, its]) => [tool, new Set(its.map(each => each.dataClass))]))
    return { highest, classes, pairs: pairsOf(tools, data, classes) }
  })
}

const pairsOf = (tools: Fact, data: Fact, classes: ToolLimit['classes']): Condition => {
  const alike = Map.groupBy(classes, ([, of]) => [...of].sort((a, b) => a - b).join())
  return or(
    [...alike.values()].map(of =>
      and([
        { is: 'any', fact: tools.index, values: new Set(of.map(([tool]) => tool)) },
        { is: 'any', fact: data.index, values: of[0]?.[1] ?? new Set() },
      ]),
    ),
  )
}

/** The guardrail that follows, part of the data boundary; null where no tool has a limit. `reaching(3)` is "at least tier 3". */
export const limitRule = (limits: readonly ToolLimit[], space: FactSpace, reaching: (tier: Tier) => Condition): Rule | null => {
  const asked = factsOf(space)
  if (asked === null || limits.length === 0) return null
  const { tools, data } = asked
  return {
    kind: 'guardrail',
    id: 'data-boundary-by-tier',
    reportedAs: 'data-boundary',
    title: {
      en: 'Data in a tool beyond the tier it is approved for',
      de: 'Daten in einem Werkzeug über der Stufe, für die es freigegeben ist',
    },
    when: '',
    because: { en: '', de: '' },
    remedy: null,
    tier: null,
    source: 'The tool list',
    checked: '',
    validFrom: null,
    validUntil: null,
    condition: or(limits.map(({ highest, pairs }) => and([pairs, reaching(above(highest))]))),
    facts: [tools.question, data.question],
    looksAt: new Map(),
  }
}

/** What is said of it: which tool, which data, up to which tier; and what to use instead. */
export const limitSentences = (
  limits: readonly ToolLimit[],
  space: FactSpace,
  questions: ReadonlyMap<string, Question>,
  certainTier: (facts: Facts) => Tier,
  suitable: Sentence,
): { because: Sentence; remedy: Sentence } => {
  const asked = factsOf(space)
  const phrase = (fact: Fact | undefined, value: number, language: Language) =>
    (fact && (questions.get(fact.question)?.values[value]?.phrase[language] ?? fact.values[value]?.id)) ?? ''
  return {
    because: (facts, language) =>
      limits
        .filter(({ highest }) => highest < certainTier(facts))
        .flatMap(({ highest, classes }) =>
          picked(facts, asked?.tools).flatMap(tool => {
            const seen = picked(facts, asked?.data).filter(value => classes.get(tool)?.has(value))
            const data = seen.map(value => phrase(asked?.data, value, language)).join(', ')
            return data === '' ? [] : [WORDS[language].because(phrase(asked?.tools, tool, language), data, highest)]
          }),
        )
        .join(' ') || WORDS[language].because('', '', null),
    remedy: (facts, language) => WORDS[language].remedy(certainTier(facts), suitable(facts, language)),
  }
}

/** The approved tools that may see all the data that were named, in the tier that is certain. */
export const suitableTools = (
  space: FactSpace,
  questions: ReadonlyMap<string, Question>,
  limits: readonly ToolLimit[],
  certainTier: (facts: Facts) => Tier,
): Sentence => {
  const data = space.byPath.get('dataClasses')
  const tools = (space.byPath.get('tools')?.values ?? []).flatMap(({ id, attributes: { approved, approvedFor } }, tool) =>
    approved === true && Array.isArray(approvedFor)
      ? [
          {
            name: questions.get('tools')?.values[tool]?.phrase ?? { en: id, de: id },
            sees: (data?.values ?? []).map((one, value): number =>
              approvedFor.includes(one.id) ? (limits.find(({ classes }) => classes.get(tool)?.has(value))?.highest ?? 4) : 0,
            ),
          },
        ]
      : [],
  )
  return (facts, language) => {
    const tier = certainTier(facts)
    const fitting = tools.filter(({ sees }) => picked(facts, data).every(value => (sees[value] ?? 0) >= tier))
    return fitting.map(({ name }) => name[language]).join(', ') || WORDS[language].nothing
  }
}

/** The facts that name tools and classes of data, where the charter asks for both. */
const factsOf = (space: FactSpace): { tools: Fact; data: Fact } | null => {
  const knows = (attribute: string) => space.facts.find(({ values }) => values.some(value => attribute in value.attributes))
  const [tools, data] = [knows('approvedFor'), knows('sensitive')]
  return tools && data ? { tools, data } : null
}

const placeOf = ({ values }: Fact, id: string): number => values.findIndex(value => value.id === id)
const picked = (facts: Facts, fact: Fact | undefined): readonly number[] => (fact ? (facts.picked[fact.index] ?? []) : [])
const above = (tier: Tier): Tier => (tier === 1 ? 2 : tier === 2 ? 3 : 4)

interface Words {
  because(tool: string, data: string, highest: Tier | null): string
  remedy(tier: Tier, suitable: string): string
  nothing: string
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    because: (tool, data, highest) =>
      highest === null
        ? 'A tool that you named may see these data only in a lower tier.'
        : `${tool} may see ${data} only in solutions up to tier ${highest}.`,
    remedy: (tier, suitable) =>
      `Leave the data out, use a tool that may see them in tier ${tier} (${suitable}), or ask for the tool to be approved that far.`,
    nothing: 'none yet',
  },
  de: {
    because: (tool, data, highest) =>
      highest === null
        ? 'Ein genanntes Werkzeug darf diese Daten nur in einer niedrigeren Stufe sehen.'
        : `${tool} darf ${data} nur in Lösungen bis Stufe ${highest} sehen.`,
    remedy: (tier, suitable) =>
      `Lassen Sie die Daten weg, nehmen Sie ein Werkzeug, das sie in Stufe ${tier} sehen darf (${suitable}), oder beantragen Sie, dass dieses so weit freigegeben wird.`,
    nothing: 'noch keines',
  },
}
