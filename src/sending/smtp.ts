import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { errorCode } from '#src/kernel/error-code.ts'
import type { Exit } from '#src/outbound/index.ts'
import { isDistrust } from '#src/outbound/index.ts'
import type { Letter } from './letter.ts'
import { mailOf } from './mail.ts'
import type { Outcome } from './outcome.ts'
import { outcomeOfFailure } from './post.ts'

/** Whom a letter goes to. */
export interface Recipient {
  readonly name: string
  readonly address: string
}

/** A way by which letters go out to single people. */
export interface Sender {
  /** One attempt. What went wrong is an outcome; anything thrown is a bug. */
  send(letter: Letter, to: Recipient): Promise<Outcome>
  close(): Promise<void>
}

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte, begun after the greeting (STARTTLS, RFC 3207), or none, as only a private target may be. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly from: string
  readonly user: string | null
  readonly password: string
  /** The page on which readers change what they get. */
  readonly preferences: string
}

/** A server that says nothing for so long is taken for gone. */
const SILENCE_MS = 20_000

/**
 * Sends by a mail server (RFC 5321), one connection a letter, opened by the exit. Each attempt carries the Message-ID that
 * follows from the letter's id, so that a mailbox which got it before can tell (RFC 5322 §3.6.4).
 */
export const createSmtp = (exit: Pick<Exit, 'connect' | 'trust'>, settings: SmtpSettings): Pick<Sender, 'send'> => {
  const { host, port, security, from, user, password } = settings
  const tls = ({ tls: 'at-once', starttls: 'later', none: 'never' } as const)[security]
  return {
    async send(letter, to) {
      const { attachments, ...mail } = mailOf(letter, settings.preferences)
      const connection = await exit.connect({ host, port, tls }).catch(outcomeOfFailure)
      if ('kind' in connection) return connection
      const transport = createTransport({
        host,
        port,
        connection,
        secured: security === 'tls',
        requireTLS: security === 'starttls',
        ignoreTLS: security === 'none',
        tls: { secureContext: exit.trust(), rejectUnauthorized: true },
        ...(user === null ? {} : { auth: { user, pass: password } }),
        greetingTimeout: SILENCE_MS,
        socketTimeout: SILENCE_MS,
        // A letter is text of ours: nothing in it is a file's name or an address to fetch.
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      try {
        const messageId = `<${letter.id}@${from.slice(from.lastIndexOf('@') + 1)}>`
        await transport.sendMail({ ...mail, attachments: [...attachments], from, to, messageId })
        return { kind: 'sent', id: messageId }
      } catch (error) {
        return outcomeOfReply(error)
      } finally {
        transport.close()
        connection.destroy()
      }
    },
  }
}

/**
 * What a mail server's answer means (RFC 5321 §4.2.1): 4xx is "not now", greylisting among it, 5xx "not this". A refused sign-in is
 * for the administrator to mend, and letters wait for that. Nothing that the server said is kept.
 */
const outcomeOfReply = (error: unknown): Outcome => {
  const code = errorCode(error)
  const { responseCode: reply, command, originalCode } = failed.parse(error)
  if (code === 'EAUTH') return { kind: 'again', why: 'login-refused', afterSeconds: null }
  if (code === 'ETLS') return { kind: 'again', why: 'not-trusted', afterSeconds: null }
  if (reply >= 500) return { kind: 'never', why: reply === 552 ? 'too-large' : command === 'RCPT TO' ? 'gone' : 'rejected' }
  if (reply >= 400) return { kind: 'again', why: 'busy', afterSeconds: null }
  if (code === '') throw error
  return isDistrust(originalCode)
    ? { kind: 'again', why: 'not-trusted', afterSeconds: null }
    : { kind: 'again', why: 'unreachable', afterSeconds: null }
}

/** What nodemailer says of a failure, as far as it is known: the reply to which step, or what the connection met. */
const failed = z.object({
  responseCode: z.number().catch(0),
  command: z.string().catch(''),
  originalCode: z.string().catch(''),
})
