import type { Finding, FindingRule } from '../../client.generated.ts'
import { useTools } from '../../data/tools.ts'
import { type Language, useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import type { ToldTexts } from '../../texts/findings/told-en.ts'
import { useToldTexts } from '../../texts/findings/use-told.ts'

type Told = Pick<Finding, 'rule' | 'values' | 'subject'>

const moment = /^\d{4}-\d\d-\d\d(?:T|$)/

/**
 * Why, in the rule's words with the finding's numbers. A flag that is set and a value that is not known have a sentence of
 * their own; a rule of another release that has no words here says what the server says of it.
 */
export const why = (
  words: ToldTexts,
  { rule, values, says }: Told & Pick<Finding, 'says'>,
  language: Language,
  toolNamed: (id: string) => string,
): string => {
  const known = words.ruleWords[rule]
  if (known === undefined) return says
  const otherwise = Object.values(values).some(value => value === true || value === null)
  return ((otherwise ? known.whyElse : undefined) ?? known.why).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? ''
    if (name === 'tool') return toolNamed(String(value))
    if (name === 'what') return words.duties[String(value)] ?? String(value)
    return typeof value === 'string' && moment.test(value) ? day(value, language) : String(value)
  })
}

/** What people call a tool by; findings know it by its word in the charter. */
const useToolNames = (asks: boolean): ((id: string) => string) => {
  const { data } = useTools({}, asks)
  return id => data?.tools.find(tool => tool.id === id)?.name ?? id
}

/** Whether a tool has to be named for what is said of it. */
export const namesTool = ({ subject, values }: Told): boolean => subject.kind === 'tool' || 'tool' in values

/** Everything that pages say of findings, in the reader's language; where no tool is among it, nobody is asked for their names. */
export const useSaid = (namesTools = true) => {
  const { language } = useTexts()
  const words = useToldTexts()
  const toolNamed = useToolNames(namesTools)
  return {
    rule: ({ rule }: Pick<FindingRule, 'rule'>): string => words.ruleWords[rule]?.name ?? rule,
    why: (finding: Told & Pick<Finding, 'says'>): string => why(words, finding, language, toolNamed),
    remedy: ({ rule }: Pick<Finding, 'rule'>): string | undefined => words.ruleWords[rule]?.remedy,
    because: (rule: string): string => words.because[rule] ?? rule,
    about: ({ kind, id, name }: Finding['subject']): string => (kind === 'tool' ? toolNamed(id) : name),
  }
}
