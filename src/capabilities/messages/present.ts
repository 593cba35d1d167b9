import type { z } from 'zod'
import { isReason } from './reasons.ts'
import type { Language } from '#src/kernel/message.ts'
import type { deliveryView, messageSettingsView, messageTextView, messageView } from './contract.ts'
import type { MessageKind } from '../define-message.ts'
import type { DeliveryRow, MessageRow } from './delivery-store.ts'
import type { Kinds } from './kinds.ts'
import { wordingOf } from './letter.ts'
import type { Settings } from './settings.ts'
import type { Edited } from './texts.ts'
import { editedIn } from './texts.ts'

/** Messages in their reader's words; what no kind declares any more has none. */
export const presentMessages = (
  rows: readonly MessageRow[],
  { kinds, edited, language, open }: { kinds: Kinds; edited: Edited; language: Language; open: ReadonlySet<string> },
): z.input<typeof messageView>[] =>
  rows.flatMap(row => {
    const kind = kinds.get(row.kind)
    if (!kind || !isReason(row.because)) return []
    const { subject, lines, action, reason } = wordingOf(kind, row, edited, language)
    return [
      {
        id: row.id,
        kind: row.kind,
        urgency: row.urgency,
        at: row.at.toString(),
        because: row.because,
        reason,
        about: { kind: row.aboutKind, key: row.aboutKey, name: row.aboutName },
        subject,
        lines,
        action,
        read: row.readAt !== null,
        open: open.has(row.id),
      },
    ]
  })

export const presentDelivery = (row: DeliveryRow, names: ReadonlyMap<string, string>): z.input<typeof deliveryView> => ({
  id: row.id,
  person: { id: row.personId, name: names.get(row.personId) ?? 'Former colleague' },
  form: row.form,
  channel: row.channel,
  day: row.day,
  kind: row.kind,
  messages: row.messages,
  state: row.state,
  tries: row.tries,
  nextAt: row.state === 'due' || row.state === 'failed' ? row.nextAt.toString() : null,
  trouble: row.trouble,
  chatTrouble: row.chatTrouble,
  madeAt: row.madeAt.toString(),
  sentAt: row.sentAt?.toString() ?? null,
})

export const presentText = (kind: MessageKind, language: Language, edited: Edited): z.input<typeof messageTextView> => {
  const row = editedIn(edited, kind.kind, language)
  const { subject, lines } = kind.texts[language]
  const usual = { subject, lines: [...lines] }
  return {
    kind: kind.kind,
    language,
    urgency: kind.urgency,
    facts: Object.keys(kind.example),
    version: row?.version ?? 1,
    edited: row !== undefined,
    ...(row ? { subject: row.subject, lines: row.lines } : usual),
    usual,
  }
}

export const presentSettings = (
  settings: Settings & { version: number },
  usualAddress: string | null,
): z.input<typeof messageSettingsView> => ({
  version: settings.version,
  dryRun: settings.dryRun,
  dailyLetters: settings.dailyLetters,
  digestLines: settings.digestLines,
  language: settings.language,
  address: settings.address,
  usualAddress,
  mail: settings.mail,
  passwordSet: settings.sealedPassword !== null,
})
