import type { Charter } from '../../data/charter-guide.ts'
import type { Check, Decision } from '../../client.generated.ts'
import type { Tier } from '../../parts/tier-mark.tsx'
import type { Texts } from '../../texts/en.ts'
import type { Language } from '../../texts/language.tsx'
import { list } from '../../texts/moments.ts'

/** The server speaks of tiers 1 to 4 and no other; anything else is read as the most careful one. */
export const asTier = (tier: number): Tier => (tier === 1 || tier === 2 || tier === 3 ? tier : 4)

export const tierNames = (charter: Charter): readonly string[] =>
  [1, 2, 3, 4].map(tier => charter.tiers.find(each => each.tier === tier)?.name ?? String(tier))

/** What is certain so far, as a sentence without its full stop. */
export const headline = (t: Texts, { verdict, range: [lowest] }: Decision): string => {
  if (verdict === 'refused') return t.soFar.refused
  return t.soFar.headlines[asTier(lowest)]
}

/** What the open questions can still do. */
export const outlookOf = (t: Texts, { range: [lowest, highest], openQuestions }: Decision, names: readonly string[]): string => {
  const left = openQuestions.length
  if (lowest !== highest) return t.soFar.couldBecome(names[highest - 1] ?? '', left)
  return left === 0 ? t.soFar.nothingOpen : t.soFar.sameTier(left)
}

/** That nothing may run with a tool that was chosen, for as long as it is stopped; null where none is, or where it makes no difference. */
export const stoppedSentence = (t: Texts, charter: Charter, { verdict, stopped }: Check, language: Language): string | null => {
  if (verdict === 'refused' || stopped.length === 0) return null
  const tools = charter.questions.find(({ id }) => id === 'tools')?.values ?? []
  const names = stopped.map(id => tools.find(tool => tool.id === id)?.text ?? id)
  return t.result.stopped(list(names, language))
}

/** The final answer in the house's voice. */
export const verdictSentence = (t: Texts, { verdict, tier }: Decision): string =>
  verdict === 'review' ? t.verdicts.review[tier === 3 ? 3 : 2] : t.verdicts[verdict]
