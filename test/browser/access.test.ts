import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers, openSite, type Site } from './site.ts'
import { nothingYet, typeEverywhere } from './typing.ts'

let site: Site
beforeAll(async () => {
  site = await openSite({ holds: 'nothing' })
})
afterAll(() => site.close())

const email = 'ada@lovelace.example'
const password = 'nine herons over the weir at dusk'

const signIn = async (page: Page, typed: string): Promise<void> => {
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(typed)
  await page.locator('form [type=submit]').click()
}

test('a company of one’s own begins with a link from the terminal and ends up behind a password and a second factor', async () => {
  const { page, complaints, close } = await site.visit()
  const found: string[] = []
  const typed = nothingYet()
  const look = async (name: string) => {
    found.push(...(await barriers(page)).map(barrier => `${name}: ${barrier}`))
  }

  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: 'How would you like to begin?' }).waitFor()
  await look('first choice')
  await page.getByRole('button', { name: 'Start ours' }).click()
  await page.getByRole('heading', { level: 1, name: 'Open the set-up link' }).waitFor()
  await look('before the link')
  await expect.poll(() => /\/set-up#\S+/u.exec(site.terminal())?.[0]).toBeDefined()
  const link = /\/set-up#\S+/u.exec(site.terminal())?.[0] ?? ''

  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: 'Set up Guildhall for your company' }).waitFor()
  await page.getByRole('button', { name: 'Set it up' }).click()
  await page.getByRole('alert').waitFor()
  await look('set-up link, with problems')
  await typeEverywhere(page, typed, { sent: false })
  await page.locator('#company').fill('Lovelace Mills')
  await page.locator('#name').fill('Ada Lovelace')
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await page.getByRole('button', { name: 'Set it up' }).click()
  await page.waitForURL(url => url.pathname === '/')
  await page.getByRole('button', { name: /Ada Lovelace/u }).waitFor()

  await page.getByRole('heading', { level: 2, name: 'First, a second administrator' }).waitFor()
  await page.getByRole('button', { name: 'Make their invitation' }).click()
  await page.getByRole('alert').waitFor()
  await look('second administrator, with problems')
  await typeEverywhere(page, typed, { sent: false })
  await page.locator('#name').fill('Ben Ito')
  await page.locator('#email').fill('ben@lovelace.example')
  await page.getByRole('button', { name: 'Make their invitation' }).click()
  await page.getByText('A link for Ben Ito').waitFor()
  await look('second administrator, invited')
  expect(await page.locator('code').first().textContent()).toMatch(/\/invitation#\S{43}$/u)

  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: 'This link is not good any more' }).waitFor()
  await look('used link')

  await page.goto('/access')
  await page.getByRole('button', { name: 'Set up a second factor' }).click()
  await page.getByRole('img', { name: 'Square code for an authenticator app' }).waitFor()
  await look('second factor')
  const key = (await page.locator('p:has-text("Key") code').textContent()) ?? ''
  await page.locator('#code').fill(new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate())
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('Your recovery codes').waitFor()
  await look('recovery codes')
  const codes = await page.locator('[class*=codes] li').allTextContents()
  expect(codes.length).toBeGreaterThan(5)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText(/^On since/u).waitFor()

  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.locator('#email').waitFor()
  expect(await page.context().cookies()).toEqual([])

  // Somebody who was away for too long: their sign-in ended, and they sign in again.
  const { hostname } = new URL(site.address)
  await page.context().addCookies([{ name: 'guildhall-session', value: 'e'.repeat(43), domain: hostname, path: '/', httpOnly: true }])
  const asked: string[] = []
  page.on('request', request => void asked.push(request.url()))
  await page.goto('/sign-in')
  await page.locator('#email').waitFor()
  expect(asked.filter(url => url.endsWith('/api/me')).length).toBeLessThanOrEqual(3)
  await signIn(page, 'nine herons over the weir at dawn')
  await page.getByRole('alert').waitFor()
  await look('sign-in, refused')
  await typeEverywhere(page, typed, { sent: false })
  await signIn(page, password)
  await page.locator('#code').fill(codes[0] ?? '')
  await page.locator('form [type=submit]').click()
  await page.getByRole('button', { name: /Ada Lovelace/u }).waitFor()

  await page.goto('/access')
  await page.getByText(`${codes.length - 1} recovery codes are left.`).waitFor()
  expect(found).toEqual([])
  expect(typed).toMatchObject({ wrong: [], unsaid: [] })
  expect(complaints).toEqual([])
  await close()
}, 120_000)
