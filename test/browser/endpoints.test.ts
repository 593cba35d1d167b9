import type { Page } from 'playwright'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EveryPage, expectSoundInGerman, expectSoundPages, seenBy } from './every-page.ts'
import { once, openPort } from './mail.ts'
import { lines } from './naughty.ts'
import { openReceiver, type Receiver } from './receiver.ts'
import { ask } from './reviewing.ts'
import { openSite, settled, type Site } from './site.ts'
import { as, button, heading } from './walking.ts'

/** The company's event bus, on a port that two people opened. */
let receiver: Receiver
let site: Site
beforeAll(async () => {
  receiver = await openReceiver()
  site = await openSite({ settings: { GUILDHALL_CA_FILE: receiver.authority } })
  const { page, close } = await site.visit()
  await openPort(page, receiver.port, 'The company’s event bus.')
  await close()
})
afterAll(async () => {
  await site.close()
  await receiver.close()
})

/** Has events sent now, instead of within the minute. */
const sendNow = (page: Page) => once(page, '/api/jobs', { kind: 'deliver-events' })
/** What a job did nobody is told, so the page asks again. */
const shown = async (page: Page, text: string): Promise<void> =>
  expect
    .poll(async () => (await page.reload(), await settled(page), await page.getByText(text).count()), { timeout: 30_000 })
    .toBeGreaterThan(0)

test('an administrator adds a webhook, copies its secret, sees a test arrive, and has one tried again that was given up', async () => {
  const { page, complaints, close } = await site.visit()
  await as(page, 'grace-mbeki', '/settings/endpoints')
  await heading(page, 'No event leaves Guildhall yet').waitFor()
  await page.getByRole('link', { name: 'Add an endpoint' }).click()
  await heading(page, 'Where should events go?').waitFor()
  await button(page, 'Add it').click()
  await page.getByRole('link', { name: 'Say what it is called.' }).waitFor()
  await page.getByRole('link', { name: 'Choose what it gets.' }).waitFor()
  await page.getByLabel('Name').fill(lines[0]?.slice(0, 80) ?? '')
  await page.getByLabel('Address', { exact: true }).fill(`https://127.0.0.1:${receiver.port}/hook`)
  await page.getByRole('checkbox', { name: 'Solutions' }).check()
  await button(page, 'Add it').click()
  const secret = await page.getByText(/^whsec_/u).innerText()
  await page.getByRole('link', { name: 'See how it is doing, and send a test' }).click()
  await heading(page, 'Nothing was sent there yet').waitFor()
  await page.getByText('No event yet').waitFor()
  expect(await page.locator('main').innerText()).not.toContain('/hook')
  await as(page, 'grace-mbeki', '/settings/endpoints')
  await heading(page, 'Nothing was sent to any of them yet').waitFor()
  await page.goBack()

  await button(page, 'Send a test event').click()
  await page.getByText('A test is on its way.').waitFor()
  await sendNow(page)
  await expect.poll(() => receiver.got.length, { timeout: 30_000 }).toBe(1)
  const [{ body, headers } = { body: '', headers: {} }] = receiver.got
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'endpoint-test' })
  await shown(page, 'Every event arrives')

  receiver.answer(400)
  await button(page, 'Send a test event').click()
  await page.getByText('A test is on its way.').waitFor()
  await sendNow(page)
  await shown(page, 'Nothing has arrived since')
  await page.getByText('The receiver refused it, after one try').waitFor()
  receiver.answer(200)
  await button(page, 'Try again: A test').click()
  await page.getByText('It goes out again within a minute.').waitFor()
  await sendNow(page)
  await expect.poll(() => receiver.got.length, { timeout: 30_000 }).toBe(3)
  expect(receiver.got[2]?.headers['webhook-id']).toBe(receiver.got[1]?.headers['webhook-id'])

  await button(page, 'See how much that is').click()
  await page.getByText(/from \w{3},? \d+ \w+,? 09:00 \(UTC\) on go(?:es)? out once more\./u).waitFor()
  await page.getByRole('radio', { name: 'From an entry of the ledger' }).check()
  await button(page, 'See how much that is').click()
  await page.getByRole('link', { name: 'Write the number of an entry, such as 1200.' }).waitFor()
  await page.getByRole('textbox', { name: 'From an entry of the ledger' }).fill('0')
  await button(page, 'See how much that is').click()
  await page.getByText(/events from entry 0 on go out once more\./u).waitFor()
  await button(page, 'Make a new secret').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new secret' }).click()
  await page.getByText(/^whsec_/u).waitFor()
  await page.getByText(/The secret before signs as well until/u).waitFor()
  await button(page, 'Pause').click()
  await heading(page, 'It is paused: what happens meanwhile waits').waitFor()
  expect(complaints).toEqual([])
  await close()
}, 120_000)

const everyPage: EveryPage = async (page, look) => {
  const seen = seenBy(page, look)
  await seen('endpoints', 'grace-mbeki', '/settings/endpoints', 'tbody th')
  await seen('adding one', 'grace-mbeki', '/settings/endpoints/add', 'main form')
  const { endpoints } = await ask<{ endpoints: { id: string }[] }>(page, 'GET', '/api/endpoints')
  await seen('an endpoint', 'grace-mbeki', `/settings/endpoints/${endpoints[0]?.id}`, 'tbody th')
  await seen('an endpoint, looked at by an auditor', 'yusuf-demir', `/settings/endpoints/${endpoints[0]?.id}`, 'tbody th')
}

test('no page of endpoints has a barrier that axe knows of or scrolls in two directions', () => expectSoundPages(site, everyPage), 120_000)

test('nor in German', () => expectSoundInGerman(site, everyPage), 120_000)
