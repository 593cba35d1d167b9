import { defineMessage, stillIn } from '../define-message.ts'

const solution = ({ key }: { key: string }) => `/solutions/${key}` as const

/** What a review came to, told to who answers for a solution and who submitted it. */
export const outcomeOfReview = {
  approved: defineMessage({
    kind: 'solution-approved',
    urgency: 'digest',
    example: { solution: 'Invoice sorter' },
    texts: {
      en: { subject: '{solution} is approved', lines: ['Its page says what comes before it goes live.'], action: 'See the solution' },
      de: { subject: '{solution} ist freigegeben', lines: ['Auf ihrer Seite steht, was vor dem Start kommt.'], action: 'Lösung ansehen' },
    },
    path: solution,
  }),
  'changes-requested': defineMessage({
    kind: 'changes-requested',
    urgency: 'act',
    example: { solution: 'Invoice sorter' },
    texts: {
      en: {
        subject: 'Changes are asked for in {solution}',
        lines: ['Its reviewers sent it back, with what is missing. Change it, and submit it again.'],
        action: 'See what is missing',
      },
      de: {
        subject: 'Für {solution} werden Änderungen verlangt',
        lines: ['Die Prüfung hat sie zurückgegeben und sagt, was fehlt. Ändern Sie sie, und reichen Sie sie neu ein.'],
        action: 'Ansehen, was fehlt',
      },
    },
    path: solution,
    stillTrue: stillIn('solution', 'changes-requested'),
  }),
  refused: defineMessage({
    kind: 'solution-refused',
    urgency: 'digest',
    example: { solution: 'Invoice sorter' },
    texts: {
      en: { subject: '{solution} was refused', lines: ['Its page says why, and how to appeal.'], action: 'See why' },
      de: {
        subject: '{solution} wurde abgelehnt',
        lines: ['Auf ihrer Seite steht, warum, und wie man Einspruch erhebt.'],
        action: 'Ansehen, warum',
      },
    },
    path: solution,
  }),
  appeal: defineMessage({
    kind: 'appeal-decided',
    urgency: 'digest',
    example: { solution: 'Invoice sorter' },
    texts: {
      en: { subject: 'Your appeal about {solution} is decided', lines: ['Its page says how it goes on.'], action: 'See the solution' },
      de: {
        subject: 'Über Ihren Einspruch zu {solution} ist entschieden',
        lines: ['Auf ihrer Seite steht, wie es weitergeht.'],
        action: 'Lösung ansehen',
      },
    },
    path: solution,
  }),
}

/** The central team has an idea and confirms it within the charter's days. */
export const ideaForYou = defineMessage({
  kind: 'idea-referred',
  urgency: 'act',
  example: { solution: 'Invoice sorter', by: '2026-12-04' },
  texts: {
    en: { subject: '{solution} comes to the central team', lines: ['Confirm by {by} that you have it.'], action: 'Confirm it' },
    de: {
      subject: '{solution} kommt zum zentralen Team',
      lines: ['Bestätigen Sie bis zum {by}, dass Sie sie haben.'],
      action: 'Bestätigen',
    },
  },
  date: { fact: 'by', title: { en: 'Confirm receipt of {solution}', de: 'Erhalt bestätigen: {solution}' }, remindDays: 1 },
  path: solution,
  async stillTrue(db, told) {
    const rows = await db
      .selectFrom('referral')
      .select('id')
      .where(
        'id',
        'in',
        told.map(({ id }) => id),
      )
      .where('receivedAt', 'is', null)
      .execute()
    const waiting = new Set(rows.map(({ id }) => id))
    return told.filter(({ id }) => waiting.has(id))
  },
})
