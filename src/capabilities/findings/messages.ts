import { sql } from 'kysely'
import type { MessageKind } from '../define-message.ts'
import { defineMessage, stillIn } from '../define-message.ts'
import { keyOf } from '../registry/index.ts'

const finding = ({ key }: { key: string }) => `/findings/${key}` as const
const example = {
  subject: 'Invoice sorter',
  what: { en: 'its entry expires soon', de: 'der Eintrag läuft bald ab' },
  by: '2026-12-04',
}
const stillTrue = stillIn('finding', 'open')
/** A finding's day as a calendar has it. */
export const dated = { fact: 'by', title: { en: '{subject}: {what}', de: '{subject}: {what}' }, remindDays: 7 }

/** An entry that ends is confirmed from the letter where nothing changed, and standards are accepted; everything else takes a look. */
const asked: MessageKind['asked'] = async (db, ids) => {
  const { rows } = await sql<{ id: string; rule: string; number: number; version: number; purpose: string }>`
    select finding.id, finding.rule, solution.number, solution.version, solution.purpose
    from finding join solution on finding.subject_kind = 'solution' and solution.id = finding.subject_id
    where finding.id = any(${[...ids]}::text[])
      and (finding.rule = 'standards-not-accepted' or (finding.rule in ('entry-expiring', 'entry-expired') and solution.state = 'active'))`.execute(
    db,
  )
  return new Map(
    rows.map(({ id, rule, number, version, purpose }) => [
      id,
      rule === 'standards-not-accepted'
        ? { form: 'standards', only: {}, version: null, text: '' }
        : { form: 'confirmation', only: { key: keyOf(number) }, version, text: purpose },
    ]),
  )
}
const texts = {
  en: { subject: '{subject}: {what}', lines: ['It has to be settled by {by}.'], action: 'See what to do' },
  de: { subject: '{subject}: {what}', lines: ['Das ist bis zum {by} zu klären.'], action: 'Ansehen, was zu tun ist' },
}

/** Something of one's own is not as the charter wants it, and nothing else happens by itself. */
export const findingOpened = defineMessage({ kind: 'finding-opened', urgency: 'digest', example, texts, path: finding, stillTrue, asked })

/** The same where a solution ends or stops by it unless somebody acts. */
export const findingToActOn = defineMessage({
  kind: 'finding-to-act-on',
  urgency: 'act',
  example,
  texts,
  date: dated,
  path: finding,
  stillTrue,
  asked,
})

export const findingAssigned = defineMessage({
  kind: 'finding-assigned',
  urgency: 'act',
  example: { ...example, from: 'Hanna Lindqvist' },
  texts: {
    en: {
      subject: '{from} gave you a finding about {subject}',
      lines: ['{subject}: {what}.', 'It has to be settled by {by}.'],
      action: 'See what to do',
    },
    de: {
      subject: '{from} hat Ihnen einen Befund zu {subject} gegeben',
      lines: ['{subject}: {what}.', 'Das ist bis zum {by} zu klären.'],
      action: 'Ansehen, was zu tun ist',
    },
  },
  date: dated,
  path: finding,
  stillTrue,
  asked,
})

/** What each rule finds, behind the name of what it is about. */
export const foundBy: Readonly<Record<string, { en: string; de: string }>> = {
  'condition-late': { en: 'a condition was not met in time', de: 'eine Auflage wurde nicht rechtzeitig erfüllt' },
  'tool-withdrawn': { en: 'it uses a tool that was withdrawn', de: 'es wird ein zurückgezogenes Werkzeug benutzt' },
  'no-human-review': { en: 'nobody looks at what it decides', de: 'niemand sieht an, was entschieden wird' },
  mislabelled: { en: 'what was declared does not fit what was read', de: 'die Angaben passen nicht zu dem, was gelesen wurde' },
  'rule-coming': { en: 'a coming rule changes what it may do', de: 'eine künftige Regel ändert, was erlaubt ist' },
  'entry-expired': { en: 'its entry has expired', de: 'der Eintrag ist abgelaufen' },
  'entry-expiring': { en: 'its entry expires soon', de: 'der Eintrag läuft bald ab' },
  'audit-due': { en: 'its audit is due', de: 'die Revision ist fällig' },
  'waiver-expired': { en: 'its leave is over', de: 'der Aufschub ist vorbei' },
  'review-overdue': { en: 'its promise is broken', de: 'die Zusage ist gebrochen' },
  'review-at-stake': { en: 'its promise is about to break', de: 'die Zusage ist in Gefahr' },
  'second-look-due': { en: 'a second look waits', de: 'ein zweiter Blick steht aus' },
  'tool-unreviewed': { en: 'it has to be gone through again', de: 'das Werkzeug ist neu durchzugehen' },
  'tool-unowned': { en: 'nobody answers for it', de: 'niemand steht dafür ein' },
  'charter-unsigned': { en: 'no two people have adopted the charter', de: 'die Charta haben noch keine zwei Personen beschlossen' },
  'effects-held-back': { en: 'a rule was kept from acting by its cap', de: 'eine Regel stieß an ihre Grenze' },
  'owner-gone': { en: 'whoever answers for it is gone', de: 'die verantwortliche Person ist weg' },
  'no-backup': { en: 'nobody can stand in for its owner', de: 'niemand kann für die verantwortliche Person einspringen' },
  'standards-not-accepted': { en: 'its owner has not accepted the standards', de: 'die Standards wurden nicht angenommen' },
  'owner-load': { en: 'you answer for very many solutions', de: 'Sie stehen für sehr viele Lösungen ein' },
}
