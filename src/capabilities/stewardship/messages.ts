import { sql } from 'kysely'
import { defineMessage, stillIn } from '../define-message.ts'

/** Offers are answered in one's own list: whoever is asked need not see the solution yet. */
const offers = () => '/my-solutions' as const
const solution = ({ key }: { key: string }) => `/solutions/${key}` as const

/** Somebody is asked to answer for a solution: only they can say. */
export const offeredToYou = defineMessage({
  kind: 'handover-offered',
  urgency: 'act',
  example: { by: 'Ada Martin', solution: 'Invoice sorter' },
  texts: {
    en: {
      subject: '{by} asks you to answer for {solution}',
      lines: ['Nothing changes until you say yes. If you say no, {by} asks somebody else.'],
      action: 'Say yes or no',
    },
    de: {
      subject: '{by} bittet Sie, für {solution} einzustehen',
      lines: ['Bis Sie ja sagen, ändert sich nichts. Sagen Sie nein, so fragt {by} jemand anderen.'],
      action: 'Ja oder nein sagen',
    },
  },
  path: offers,
  stillTrue: stillIn('handover', 'offered'),
  async asked(db, ids) {
    const { rows } = await sql<{ id: string; version: number; purpose: string }>`
      select handover.id, handover.version, solution.purpose from handover join solution on solution.id = handover.solution_id
      where handover.id = any(${[...ids]}::text[])`.execute(db)
    return new Map(rows.map(({ id, version, purpose }) => [id, { form: 'offer', only: { offer: id }, version, text: purpose }]))
  },
})

export const offerAnswered = {
  accepted: defineMessage({
    kind: 'handover-accepted',
    urgency: 'digest',
    example: { by: 'Ben Kowalski', solution: 'Invoice sorter' },
    texts: {
      en: { subject: '{by} answers for {solution} now', lines: ['Your offer was accepted.'], action: 'See the solution' },
      de: { subject: '{by} steht jetzt für {solution} ein', lines: ['Ihr Angebot wurde angenommen.'], action: 'Lösung ansehen' },
    },
    path: solution,
  }),
  declined: defineMessage({
    kind: 'handover-declined',
    urgency: 'act',
    example: { by: 'Ben Kowalski', solution: 'Invoice sorter' },
    texts: {
      en: {
        subject: '{by} does not want to answer for {solution}',
        lines: ['Your offer was declined. Ask somebody else.'],
        action: 'Ask somebody else',
      },
      de: {
        subject: '{by} möchte nicht für {solution} einstehen',
        lines: ['Ihr Angebot wurde abgelehnt. Fragen Sie jemand anderen.'],
        action: 'Jemand anderen fragen',
      },
    },
    path: solution,
  }),
}

/** Word of a stop does not wait for the morning. */
export const stoppedSolution = defineMessage({
  kind: 'solution-stopped',
  urgency: 'act',
  loud: true,
  example: { solution: 'Invoice sorter', why: 'Customer data went to an outside address.' },
  texts: {
    en: {
      subject: '{solution} was stopped',
      lines: ['It may not run until two people let it. The reason: {why}'],
      action: 'See what happened',
    },
    de: {
      subject: '{solution} wurde angehalten',
      lines: ['Sie darf erst wieder laufen, wenn zwei Personen es erlauben. Der Grund: {why}'],
      action: 'Ansehen, was geschehen ist',
    },
  },
  path: solution,
  stillTrue: stillIn('solution', 'suspended'),
})

export const resumedSolution = defineMessage({
  kind: 'solution-resumed',
  urgency: 'digest',
  example: { solution: 'Invoice sorter' },
  texts: {
    en: { subject: '{solution} may run again', lines: ['Two people ended its stop.'], action: 'See the solution' },
    de: { subject: '{solution} darf wieder laufen', lines: ['Zwei Personen haben das Anhalten beendet.'], action: 'Lösung ansehen' },
  },
  path: solution,
})
