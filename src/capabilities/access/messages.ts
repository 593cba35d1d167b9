import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Sign } from '#src/kernel/message.ts'
import { defineMessage } from '../define-message.ts'

/** The secret of an invitation: only this installation can make it of the link's id, so a letter can be written as often as it takes. */
export const invitationSecret = async (sign: Sign, link: string): Promise<string> => {
  const { signature } = await sign(ledger => ['guildhall invitation v1', ledger, link, ''].join('\n'))
  return hash('sha256', signature, 'base64url')
}

export const invited = defineMessage({
  kind: 'invitation-made',
  urgency: 'act',
  loud: true,
  example: { company: 'Aldermoor Foods' },
  texts: {
    en: {
      subject: 'You are invited to Guildhall at {company}',
      lines: [
        'Here you see what may be built with AI and automation, and look after what you built.',
        'Choose a password; the link is good for three days, once.',
      ],
      action: 'Choose a password',
    },
    de: {
      subject: 'Sie sind zu Guildhall bei {company} eingeladen',
      lines: [
        'Hier sehen Sie, was mit KI und Automatisierung gebaut werden darf, und kümmern sich um das, was Sie gebaut haben.',
        'Wählen Sie ein Passwort; der Link gilt drei Tage lang, einmal.',
      ],
      action: 'Passwort wählen',
    },
  },
  path: () => '/invitation',
  async stillTrue(db, told) {
    const { rows } = await sql<{ id: string }>`
      select id from link where id = any(${told.map(({ id }) => id)}::text[]) and ended_at is null`.execute(db)
    const open = new Set(rows.map(({ id }) => id))
    return told.filter(({ id }) => open.has(id))
  },
  fragment: invitationSecret,
})
