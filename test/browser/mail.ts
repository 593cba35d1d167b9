import type { Page } from 'playwright'
import { type MailServer, openMailServer } from '../db/messages-world.ts'
import { ask, speakAs } from './reviewing.ts'

/** Asks for something that is to happen once. */
export const once = <T>(page: Page, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> =>
  ask<T>(page, 'POST', path, body, { 'idempotency-key': crypto.randomUUID(), ...headers })

/** Two people open a port of this machine, as they would one inside the company. */
export const openPort = async (page: Page, port: number, note: string): Promise<void> => {
  await speakAs(page, 'grace-mbeki')
  const target = { target: `127.0.0.1:${port}`, note }
  const { id, version, digest } = await once<{ id: string; version: number; digest: string }>(
    page,
    '/api/proposals/private-targets',
    target,
  )
  await speakAs(page, 'daniel-okoye')
  await ask(page, 'POST', `/api/proposals/${id}/adoption`, { digest }, { 'if-match': `"${version}"` })
}

/** Somebody is told at any hour: tests run in the evening, too, when letters wait for the morning. */
const atAnyHour = async (page: Page, person: string): Promise<void> => {
  await speakAs(page, person)
  const { version, channel, level, digestAt, timeZone, language } = await ask<Record<string, unknown>>(
    page,
    'GET',
    '/api/messages/preferences',
  )
  const wish = { channel, level, digestAt, quietFrom: null, quietTo: null, timeZone, language }
  await ask(page, 'PUT', '/api/messages/preferences', wish, { 'if-match': `"${String(version)}"` })
}

/** A mail server beside the company, which two people let it call, and some who get its letters at whatever hour it is. */
export const openMail = async (page: Page, readers: readonly string[]): Promise<MailServer> => {
  const mail = await openMailServer()
  for (const reader of readers) await atAnyHour(page, reader)
  await openPort(page, mail.port, 'The company’s mail server.')
  return mail
}

/** Letters go out by that mail server from now on; the page speaks as an administrator afterwards. */
export const letMailGo = async (page: Page, mail: MailServer, address: string): Promise<void> => {
  await speakAs(page, 'grace-mbeki')
  const { usualAddress: _, passwordSet: __, ...settings } = await ask<Record<string, unknown>>(page, 'GET', '/api/message-settings')
  const server = { host: '127.0.0.1', port: mail.port, security: 'none', from: 'guildhall@aldermoor.example', user: 'guildhall' }
  const change = { ...settings, version: undefined, dryRun: false, address, mail: server, password: mail.password }
  await ask(page, 'PUT', '/api/message-settings', change, { 'if-match': `"${String(settings['version'])}"` })
}
