import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MailServer } from '../db/messages-world.ts'
import { type EveryPage, expectSoundInGerman, expectSoundPages, seenBy } from './every-page.ts'
import { letMailGo, once, openMail, openPort } from './mail.ts'
import { openReceiver, type Receiver } from './receiver.ts'
import { ask, speakAs } from './reviewing.ts'
import { openSite, settled, type Site } from './site.ts'
import { nothingYet, typeEverywhere } from './typing.ts'
import { as, button } from './walking.ts'

/** A server of chats, on a port that two people opened. */
let chats: Receiver
let site: Site
let mail: MailServer
beforeAll(async () => {
  chats = await openReceiver()
  site = await openSite({ settings: { GUILDHALL_CA_FILE: chats.authority } })
  const { page, close } = await site.visit()
  mail = await openMail(page, ['sofia-marques'])
  await openPort(page, chats.port, 'The company’s chat.')
  await letMailGo(page, mail, site.address)
  await close()
})
afterAll(async () => {
  await site.close()
  await chats.close()
  await mail.close()
})

/** Has letters and cards sent now, instead of within the minute; in a page of its own, so that the other stays whose it is. */
const sendNow = async (): Promise<void> => {
  const { page, close } = await site.visit()
  await speakAs(page, 'grace-mbeki')
  for (const kind of ['deliver-messages', 'deliver-cards']) {
    const { id } = await once<{ id: string }>(page, '/api/jobs', { kind })
    await expect.poll(async () => (await ask<{ state: string }>(page, 'GET', `/api/jobs/${id}`)).state, { timeout: 30_000 }).toBe('done')
  }
  await close()
}
const offer = async (page: Page, key: string, to: string): Promise<void> => {
  await speakAs(page, 'priya-raman')
  await once(page, `/api/solutions/${key}/offers`, { role: 'owner', to, note: 'I move to another unit.' })
}

test('an administrator opens a host, a reader sets their chat and tries it, is told by mail, gets a card and answers from its button', async () => {
  const { page, complaints, close } = await site.visit()
  await as(page, 'sofia-marques', '/messages/preferences')
  await page.getByText('Your company lets no letters go to chats.').waitFor()
  await page.getByRole('radio', { name: 'In my chat' }).check()
  await button(page, 'Save').click()
  await page.getByRole('link', { name: 'Set your own chat first, below.' }).waitFor()

  await as(page, 'grace-mbeki', '/messages/sending')
  const hosts = page.getByLabel('Hosts to which cards may go')
  await hosts.fill('https://127.0.0.1\nhooks.slack.com')
  await button(page, 'Save the hosts').click()
  await page.getByRole('alert').waitFor()
  expect(await hosts.getAttribute('aria-invalid')).toBe('true')
  await hosts.fill('127.0.0.1\n\nHooks.Slack.com')
  await button(page, 'Save the hosts').click()
  await page.getByText('Saved. It counts from now on.').waitFor()
  expect(await hosts.inputValue()).toBe('127.0.0.1\nhooks.slack.com')

  await as(page, 'sofia-marques', '/messages/preferences')
  await page.getByRole('radio', { name: 'In my chat' }).check()
  const walked = nothingYet()
  await typeEverywhere(page, walked, { sent: false })
  expect({ wrong: walked.wrong, unsaid: walked.unsaid }).toEqual({ wrong: [], unsaid: [] })
  await page.reload()
  await page.getByLabel('Address of the workflow').fill('https://evil.example/x')
  await button(page, 'Keep this chat').click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Address of the workflow').fill(`https://127.0.0.1:${chats.port}/secret`)
  await button(page, 'Keep this chat').click()
  await page.getByText('Your chat is kept. Choose “In my chat” above, so that letters come there.').waitFor()
  expect(await page.locator('main').innerText()).not.toContain('/secret')
  await button(page, 'Send me a test card').click()
  await page.getByText('It is on its way: cards go out once a minute.').waitFor()
  await sendNow()
  await page.getByText('Your chat took it. Look there.').waitFor({ timeout: 30_000 })
  expect(chats.got[0]?.body).toContain('A test card from Guildhall')
  expect(mail.taken.filter(({ to }) => to.startsWith('sofia-marques')).map(({ subject }) => subject)).toEqual([
    'A chat in Microsoft Teams was set for your letters',
  ])
  await page.getByRole('radio', { name: 'In my chat' }).check()
  await page.getByText('What comes in your chat?').waitFor()
  await button(page, 'Save').click()
  await page.getByText('Cards come in your chat in Microsoft Teams.').waitFor()

  await offer(page, 'SOL-0005', 'sofia-marques')
  await sendNow()
  const [, link = ''] = /"Action\.OpenUrl","title":"[^"]*","url":"http:\/\/[^/"]+(\/answer#[\w.-]+)"/u.exec(chats.got[1]?.body ?? '') ?? []
  const hers = await site.visit()
  await hers.page.goto(link)
  await hers.page.getByRole('radio', { name: 'Yes, I answer for it' }).waitFor()
  await hers.close()
  await as(page, 'grace-mbeki', '/messages/deliveries')
  const row = page.locator('tbody tr').filter({ hasText: 'Asked to answer for a solution' }).first()
  expect(await row.innerText()).toMatch(/Sofia Marques[^]*In their chat[^]*Sent/u)
  expect(complaints.filter(complaint => !/status of 4\d\d/.test(complaint))).toEqual([])
  await close()
}, 120_000)

test('a chat that takes nothing says so on its page and in the list of letters; without it letters come by mail', async () => {
  const { page, complaints, close } = await site.visit()
  chats.answer(410)
  await offer(page, 'SOL-0002', 'sofia-marques')
  await sendNow()
  await sendNow()
  expect(mail.taken.map(({ subject }) => subject)).toContain('Your chat in Microsoft Teams takes no cards')
  await as(page, 'grace-mbeki', '/messages/deliveries')
  await page.getByText('By mail. The chat does not exist any more').waitFor()
  await as(page, 'sofia-marques', '/messages/preferences')
  await page.getByText(/^Your chat has taken nothing since /u).waitFor()
  await button(page, 'Give another address').click()
  await button(page, 'Cancel').click()
  await button(page, 'Give another address').click()
  await page.getByRole('radio', { name: 'Slack' }).check()
  await page.getByLabel('Address of the incoming webhook').fill(`https://127.0.0.1:${chats.port}/other`)
  await button(page, 'Keep this chat').click()
  await page.getByText('Your chat is in Slack, at 127.0.0.1.').waitFor()
  chats.answer(200)
  await button(page, 'Remove this chat').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove this chat' }).click()
  await page.getByText('Your chat is removed. What you are told comes by mail.').waitFor()
  expect(await page.getByRole('radio', { name: 'By mail' }).isChecked()).toBe(true)
  expect(complaints).toEqual([])
  await close()
}, 120_000)

const everyPage: EveryPage = async (page, look) => {
  const seen = seenBy(page, look)
  await seen('no chat yet', 'luca-ferri', '/messages/preferences', '#address')
  await speakAs(page, 'jonas-weber')
  await ask(page, 'PUT', '/api/messages/chat', { kind: 'slack', address: `https://127.0.0.1:${chats.port}/jonas` })
  await seen('a chat', 'jonas-weber', '/messages/preferences', 'main section button')
  // In either language: behind the test, before the removal.
  await page.locator('main section button').nth(1).click()
  await settled(page)
  await look('another address')
  await seen('hosts', 'grace-mbeki', '/messages/sending', '#hosts')
}

test('no page of chats has a barrier that axe knows of or scrolls in two directions', () => expectSoundPages(site, everyPage), 120_000)

test('nor in German', () => expectSoundInGerman(site, everyPage), 120_000)
