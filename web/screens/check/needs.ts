import type { Charter, Decision } from '../../client.generated.ts'
import type { Texts } from '../../texts/en.ts'

/** One line of the checklist: what, why, who does it, and when. */
export interface Need {
  id: string
  title: string
  note: string
  who: Doer
  when: string
}

/** Who does it: a person by name, or a team (`person` null); `own` where it falls to the reader. */
export interface Doer {
  label: string
  person: string | null
  own: boolean
}

/** Duties before the sign-offs, and those that come with using it; a duty we do not know comes last. */
const first = ['register', 'accept-standards', 'baseline']
const doneByOthers = ['periodic-audit']

/** What stands between the idea and its use, in the order in which it is done. */
export const needsOf = (t: Texts, charter: Charter, decision: Decision, maker: Doer): readonly Need[] => {
  const own = { who: maker }
  const mend = decision.guardrails.map(({ rule, because, remedy }): Need => ({
    id: rule,
    title: remedy,
    note: because,
    ...own,
    when: t.result.mend,
  }))
  const settle = (decision.verdict === 'clarify' ? decision.openQuestions : []).flatMap(fact =>
    charter.questions.flatMap(({ id, title }): Need[] =>
      id === fact ? [{ id: `open-${fact}`, title, note: t.result.settle, ...own, when: t.result.open }] : [],
    ),
  )
  const signOffs = decision.approvals.map((role): Need => {
    const known = named(t.result.approvals, role)
    return { id: role, title: known?.title ?? role, note: known?.note ?? '', who: team(known?.who ?? role), when: t.result.before }
  })
  const duties = decision.obligations.map(({ id, because }): Need => {
    const known = named(t.result.obligations, id)
    const by = doneByOthers.includes(id) ? { who: team(t.result.approvals.coe.who) } : own
    return { id, title: known?.title ?? because, note: known === undefined ? '' : because, ...by, when: known?.when ?? '' }
  })
  return [
    ...mend,
    ...first.flatMap(id => duties.filter(duty => duty.id === id)),
    ...settle,
    ...signOffs,
    ...duties.filter(({ id }) => !first.includes(id)),
  ]
}

const team = (label: string): Doer => ({ label, person: null, own: false })

const named = <T>(words: Readonly<Record<string, T>>, id: string): T | undefined => (Object.hasOwn(words, id) ? words[id] : undefined)
