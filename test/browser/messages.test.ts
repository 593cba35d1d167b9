import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { MailServer } from '../db/messages-world.ts'
import { type EveryPage, expectSoundInGerman, expectSoundPages, seenBy } from './every-page.ts'
import { once, openMail } from './mail.ts'
import { speakAs } from './reviewing.ts'
import { openSite, settled, type Site } from './site.ts'
import { as, button, heading, link } from './walking.ts'

let site: Site
let mail: MailServer
beforeAll(async () => {
  site = await openSite()
  const { page, close } = await site.visit()
  mail = await openMail(page, ['luca-ferri', 'sofia-marques'])
  await close()
})
afterAll(async () => {
  await site.close()
  await mail.close()
})
beforeEach(() => {
  mail.answers = {}
})

/** Somebody is asked to answer for one of Priya Raman's solutions; the page speaks as her afterwards. */
const offer = async (page: Page, to: string, key: string): Promise<void> => {
  await speakAs(page, 'priya-raman')
  await once(page, `/api/solutions/${key}/offers`, { role: 'owner', to, note: 'I move to another unit.' })
}

/** Has letters sent now, instead of within the minute, and looks at them as the administrator does. */
const lettersNow = async (page: Page, state?: string): Promise<void> => {
  await speakAs(page, 'grace-mbeki')
  await once(page, '/api/jobs', { kind: 'deliver-messages' })
  await page.goto(state === undefined ? '/messages/deliveries' : `/messages/deliveries?state=${state}`)
}

/** A row of the list of letters, once there is one; what a job did nobody is told, so the page asks again. */
const letterTo = async (page: Page, name: string, what: string) => {
  const row = page.locator('tbody tr').filter({ hasText: name }).filter({ hasText: what }).first()
  await expect.poll(async () => (await page.reload(), await settled(page), await row.count()), { timeout: 30_000 }).toBe(1)
  return row
}

test('an administrator sets the mail server, tests it, sees who would be written to, and lets letters go; a reader acts on one', async () => {
  const { page, complaints, close } = await site.visit()
  await as(page, 'grace-mbeki', '/messages/deliveries')
  await heading(page, 'Nothing is sent yet: this is who would receive what').waitFor()
  await link(page, 'Mail server and limits').first().click()
  await heading(page, 'No mail server is set, so nothing can be sent').waitFor()
  await page.getByLabel('Host', { exact: true }).fill('127.0.0.1')
  await page.getByLabel('Port').fill('many')
  await page.getByRole('radio', { name: 'None' }).check()
  await page.getByLabel('Letters come from').fill('guildhall@aldermoor.example')
  await page.getByLabel('User name').fill('guildhall')
  await page.getByLabel('Password', { exact: true }).fill(mail.password)
  await page.getByLabel('Address of this program').fill(site.address)
  await button(page, 'Save').click()
  await page.getByRole('link', { name: 'Write a port as a number, such as 587.' }).waitFor()
  await page.getByLabel('Port').fill(String(mail.port))
  await button(page, 'Save').click()
  await heading(page, 'Letters would go out by 127.0.0.1').waitFor()
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('')

  await button(page, 'Send me a test message').click()
  await page.getByText('It is on its way').waitFor()
  await once(page, '/api/jobs', { kind: 'deliver-messages' })
  await page.getByText('The mail server took it. Look into your mailbox.').waitFor({ timeout: 30_000 })
  expect(mail.taken.map(({ to }) => to)).toEqual(['grace-mbeki@aldermoor.example'])

  await offer(page, 'luca-ferri', 'SOL-0002')
  await lettersNow(page)
  expect(await (await letterTo(page, 'Luca Ferri', 'Asked to answer for a solution')).innerText()).toContain('Would be sent')
  await button(page, 'Send letters from now on').click()
  const asked = page.getByRole('dialog')
  await asked.getByText(/of the trial (?:is|are) not sent any more/u).waitFor()
  await asked.getByRole('button', { name: 'Send letters from now on' }).click()
  await page.getByText('Letters go out from now on.').waitFor()
  await heading(page, 'Every letter went out').waitFor()
  expect(mail.taken).toHaveLength(1)

  const hers = await site.visit()
  const listens = hers.page.waitForResponse(response => response.url().includes('/api/events'))
  await as(hers.page, 'sofia-marques', '/messages')
  await listens
  await offer(page, 'sofia-marques', 'SOL-0005')
  // Nobody reloads: her page hears of the offer.
  await heading(hers.page, 'One thing waits for you').waitFor()
  await hers.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Messages 1 for you' }).waitFor()
  await hers.close()
  await lettersNow(page, 'sent')
  await letterTo(page, 'Sofia Marques', 'Asked to answer for a solution')
  expect(mail.taken.map(({ to }) => to)).toEqual(['grace-mbeki@aldermoor.example', 'sofia-marques@aldermoor.example'])
  expect(mail.taken[1]?.raw).toContain(`${site.address}/messages/preferences`)

  await as(page, 'sofia-marques', '/messages')
  await heading(page, 'One thing waits for you').waitFor()
  const told = page.getByRole('list', { name: 'What you were told' }).getByRole('listitem').first()
  expect(await told.innerText()).toMatch(/^Priya Raman asks you to answer for [^]*New[^]*You get this because you were asked\./u)
  await page.getByRole('button', { name: / as read$/u }).click()
  await page.getByText('They are marked as read.').waitFor()
  expect(await told.innerText()).not.toContain('New')
  await told.getByRole('link').click()
  await page.waitForURL('**/my-solutions')
  await button(page, 'Accept').click()
  await page.getByRole('dialog').getByRole('button').last().click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.goto('/messages')
  await heading(page, 'Nothing waits for you').waitFor()
  expect(complaints).toEqual([])
  await close()
}, 120_000)

test('a reader says how they want to be told, and reads in a sentence what that comes to', async () => {
  const { page, complaints, close } = await site.visit()
  await as(page, 'hanna-lindqvist', '/messages/preferences')
  await heading(page, 'You get at once what only you can do; everything else comes once a day at 08:00').waitFor()
  await page.getByRole('radio', { name: 'Daily only' }).check()
  await page.getByLabel('When should the daily mail come?').fill('half past')
  await button(page, 'Save').click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('When should the daily mail come?').fill('16:30')
  await page.getByText('Nothing comes at once: everything comes once a day at 16:30.').waitFor()
  await page.getByLabel('Time zone').selectOption('Europe/Lisbon')
  await button(page, 'Save').click()
  await heading(page, 'Nothing comes at once: everything comes once a day at 16:30').waitFor()
  await page.getByText('Saved. It counts from now on.').waitFor()
  await page.reload()
  await heading(page, 'Nothing comes at once: everything comes once a day at 16:30').waitFor()
  expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Lisbon')
  expect(complaints).toEqual([])
  await close()
})

test('an administrator words a message anew beside how it reads, is told of a name that it doesn’t know, and can take it back', async () => {
  const { page, complaints, close } = await site.visit()
  await as(page, 'grace-mbeki', '/messages/texts')
  await heading(page, 'Every message speaks in its own words').waitFor()
  await button(page, 'Change: Asked to answer for a solution').click()
  const subject = page.getByRole('textbox', { name: 'Subject' })
  await subject.fill('Please look at {solutoin}')
  await button(page, 'Save').click()
  await page.getByRole('alert').first().waitFor()
  expect(await subject.getAttribute('aria-invalid')).toBe('true')
  await subject.fill('Please look at {solution}')
  await page.getByLabel('Text', { exact: true }).fill('{by} would be glad.\nThere is no hurry.')
  const preview = page.getByRole('region', { name: 'So it would read' })
  await preview.getByText('There is no hurry.').waitFor()
  await preview.getByText('Please look at Invoice sorter').waitFor()
  await button(page, 'Save').click()
  await heading(page, 'One text is in your company’s words').waitFor()
  await button(page, 'Change: Asked to answer for a solution').click()
  await button(page, 'Its own words again').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Its own words again' }).click()
  await heading(page, 'Every message speaks in its own words').waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('a letter that was given up says why, and is tried again when asked', async () => {
  const { page, complaints, close } = await site.visit()
  mail.answers = { to: address => (address.startsWith('grace-mbeki') ? 550 : null) }
  await speakAs(page, 'grace-mbeki')
  await once(page, '/api/message-settings/test')
  await lettersNow(page, 'dead')
  expect(await (await letterTo(page, 'Grace Mbeki', 'A test of the mail server')).innerText()).toContain(
    'The mail server does not know the address, after one try',
  )
  await heading(page, 'One letter was given up').waitFor()
  mail.answers = {}
  const before = mail.taken.length
  await button(page, 'Try again: the letter to Grace Mbeki').click()
  await page.getByText('No letter is in this state').waitFor()
  await lettersNow(page, 'sent')
  await expect.poll(() => mail.taken.length, { timeout: 30_000 }).toBe(before + 1)
  expect(complaints).toEqual([])
  await close()
}, 60_000)

const everyPage: EveryPage = async (page, look) => {
  const seen = seenBy(page, look)
  await seen('messages', 'jonas-weber', '/messages', 'main li h2')
  await seen('preferences', 'jonas-weber', '/messages/preferences', 'main form')
  await seen('letters', 'grace-mbeki', '/messages/deliveries', 'tbody th')
  await seen('sending', 'grace-mbeki', '/messages/sending', 'main form')
  await page.goto('/messages/texts')
  await page.locator('tbody button').first().click()
  await page.locator('main form').waitFor()
  await settled(page)
  await look('a text, being changed')
}

test('no page of messages has a barrier that axe knows of or scrolls in two directions', () => expectSoundPages(site, everyPage), 120_000)

test('nor in German', () => expectSoundInGerman(site, everyPage), 120_000)
