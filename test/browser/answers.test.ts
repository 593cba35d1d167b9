import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test, vi, onTestFinished } from 'vitest'
import { answerToken } from '#src/capabilities/messages/answer-link.ts'
import type { MailServer } from '../db/messages-world.ts'
import { answers, forTeam } from '../db/solutions-world.ts'
import { type EveryPage, expectSoundInGerman, expectSoundPages } from './every-page.ts'
import { letMailGo, once, openMail } from './mail.ts'
import { ask, beginSweep, speakAs } from './reviewing.ts'
import { barriers, openSite, settled, type Site } from './site.ts'
import { nothingYet, typeEverywhere } from './typing.ts'
import { button, heading } from './walking.ts'

/** Letters that a real mail server took, answered in a browser in which nobody ever signed in. */
let site: Site
let mail: MailServer
const links: Record<'offer' | 'refused' | 'question', string> = { offer: '', refused: '', question: '' }

/** The address of the answer in a letter since then with those words in its subject, as mail writes it (RFC 2045 §6.7). */
const linkIn = (subject: string, since: number): string | undefined => {
  const raw = mail.taken
    .slice(since)
    .find(letter => letter.subject.includes(subject))
    ?.raw.replaceAll('=\r\n', '')
  return raw && /http:\S+(\/answer#[\w.-]+)/u.exec(raw)?.[1]
}
const arrived = async (page: Page, subject: string): Promise<string> => {
  const since = mail.taken.length
  await speakAs(page, 'grace-mbeki')
  await once(page, '/api/jobs', { kind: 'deliver-messages' })
  return vi.waitUntil(() => linkIn(subject, since), { timeout: 30_000 })
}
const offer = async (page: Page, key: string, to: string): Promise<string> => {
  await speakAs(page, 'priya-raman')
  await once(page, `/api/solutions/${key}/offers`, { role: 'owner', to, note: 'I move to another unit.' })
  return arrived(page, 'asks you to answer for')
}

beforeAll(async () => {
  site = await openSite()
  const { page, close } = await site.visit()
  mail = await openMail(page, ['luca-ferri', 'sofia-marques', 'priya-raman'])
  await letMailGo(page, mail, site.address)
  links.offer = await offer(page, 'SOL-0002', 'luca-ferri')
  links.refused = await offer(page, 'SOL-0005', 'sofia-marques')

  await speakAs(page, 'priya-raman')
  const idea = { name: 'Claims letters', purpose: 'Writes letters about claims.', facts: forTeam, answers }
  const { key, version: read } = await once<{ key: string; version: number }>(page, '/api/solutions', idea)
  const { review } = await ask<{ review: { key: string } }>(
    page,
    'POST',
    `/api/solutions/${key}/submission`,
    {},
    { 'if-match': `"${read}"` },
  )
  await speakAs(page, 'hanna-lindqvist')
  const seen = await ask<{ version: number }>(page, 'GET', `/api/reviews/${review.key}`)
  const question = { text: 'Who reads the letters?', facts: [] }
  await ask(page, 'POST', `/api/reviews/${review.key}/questions`, question, { 'if-match': `"${seen.version}"` })
  links.question = await arrived(page, 'asks you something about Claims letters')
  await close()
}, 120_000)
afterAll(async () => {
  await site.close()
  await mail.close()
})

const everyPage: EveryPage = async (page, look) => {
  for (const [name, path] of Object.entries({ ...links, broken: '/answer#none', empty: '/answer' })) {
    await page.goto('/sign-in')
    await page.goto(path)
    await page.locator('main h1').waitFor()
    await settled(page)
    await look(name)
  }
}

test('no page of an answer has a barrier, in either theme, on a phone or at 400 % zoom', () => expectSoundPages(site, everyPage), 120_000)

test('nor in German', () => expectSoundInGerman(site, everyPage), 120_000)

/** The link of a letter about a finding whose words those are: the newest that is good, of whoever of some people was written to. */
const linkOfFinding = async ({ sign }: Site, page: Page, words: RegExp, people: readonly string[]): Promise<string | undefined> => {
  const { now } = await ask<{ now: string }>(page, 'GET', '/api/me')
  const since = Temporal.Instant.from(now).subtract({ hours: 24 * 29 })
  for (const toId of people) {
    await speakAs(page, toId)
    const { messages } = await ask<{ messages: Told[] }>(page, 'GET', '/api/messages?limit=100')
    for (const { id, kind, subject, urgency, open, at, about } of messages) {
      const moment = Temporal.Instant.from(at)
      if (!(open || urgency === 'digest') || !words.test(subject) || Temporal.Instant.compare(moment, since) < 0) continue
      const token = await answerToken(sign, { id, toId, kind, ofId: about.key, ofVersion: 1, at: moment })
      await page.context().clearCookies()
      return `/answer#${token}`
    }
  }
  return undefined
}
interface Told {
  id: string
  kind: string
  subject: string
  urgency: 'act' | 'digest'
  open: boolean
  at: string
  about: { key: string }
}

test('an entry that ends is confirmed from a letter of the made-up company’s year', async () => {
  const year = await openSite({ holds: 'year' })
  // Also where something below fails: a server that nobody ends lives on.
  onTestFinished(() => year.close())
  const { page, complaints } = await year.visit()
  await page.goto('/sign-in')
  const walked = nothingYet()
  const { personas } = await ask<{ personas: { id: string }[] }>(page, 'GET', '/api/personas')
  const people = personas.map(({ id }) => id)
  await page.goto((await linkOfFinding(year, page, /its entry expires soon$/u, people)) ?? '/answer')
  await button(page, 'Nothing changed').waitFor()
  expect(await barriers(page)).toEqual([])
  await typeEverywhere(page, walked, { sent: false })
  await page.getByLabel('Anything that whoever reads this next year should know').fill('It is as it was.')
  await button(page, 'Nothing changed').click()
  await heading(page, 'Thank you, that is settled').waitFor()
  expect({ wrong: walked.wrong, unsaid: walked.unsaid }).toEqual({ wrong: [], unsaid: [] })
  expect(complaints.filter(complaint => !/status of 4\d\d/.test(complaint))).toEqual([])
}, 120_000)

test('standards are accepted by name by whoever took over what needs them', async () => {
  const { page, complaints, close } = await site.visit()
  await page.goto('/sign-in')
  const walked = nothingYet()
  await speakAs(page, 'jonas-weber')
  const { id, version } = await once<{ id: string; version: number }>(page, '/api/solutions/SOL-0001/offers', {
    role: 'owner',
    to: 'luca-ferri',
    note: 'I move.',
  })
  await speakAs(page, 'luca-ferri')
  await ask(page, 'POST', `/api/offers/${id}/acceptance`, {}, { 'if-match': `"${version}"` })
  await beginSweep(page)
  const words = /has not accepted the standards$/u
  await expect.poll(() => linkOfFinding(site, page, words, ['luca-ferri']), { timeout: 30_000, interval: 500 }).toBeDefined()
  await page.goto((await linkOfFinding(site, page, words, ['luca-ferri'])) ?? '/answer')
  await heading(page, /has not accepted the standards$/u).waitFor()
  const name = page.getByLabel('Your full name, as your signature under these standards')
  await name.waitFor()
  expect(await barriers(page)).toEqual([])
  await typeEverywhere(page, walked, { sent: false })
  await name.fill('Somebody Else')
  await button(page, 'I accept them').click()
  await page.getByText('Type your full name:').first().waitFor()
  const whose = /^For (.+), Aldermoor Foods\./u.exec(await page.getByText(/^For /u).innerText())?.[1] ?? ''
  await name.fill(whose)
  await button(page, 'I accept them').click()
  await heading(page, 'Thank you, that is settled').waitFor()
  expect({ wrong: walked.wrong, unsaid: walked.unsaid }).toEqual({ wrong: [], unsaid: [] })
  expect(complaints.filter(complaint => !/status of 4\d\d/.test(complaint))).toEqual([])
  await close()
}, 90_000)

test('an administrator invites somebody and sees that the letter went out', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'grace-mbeki')
  const ada = { name: 'Ada Krol', email: 'ada.krol@aldermoor.example', jobTitle: 'Buyer', unit: 'supplier-operations' }
  const { id } = await once<{ id: string }>(page, '/api/people', ada)
  await page.goto(`/people/${id}`)
  await button(page, 'Make an invitation').click()
  await page.getByText('The invitation is on its way by mail. It is good until').waitFor()
  await once(page, '/api/jobs', { kind: 'deliver-messages' })
  await page.getByText(/^The invitation was mailed .+\. It is good until/u).waitFor()
  expect(complaints).toEqual([])
  await close()
}, 60_000)

test('text that is typed into an answer stays text, and a refusal stands at its field', async () => {
  const { page, close } = await site.visit()
  const walked = nothingYet()
  await page.goto(links.refused)
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  await typeEverywhere(page, walked, { sent: false })
  await page.goto('/sign-in')
  await page.goto(links.question)
  await page.getByLabel('Your answer').waitFor()
  await typeEverywhere(page, walked, { sent: false })
  expect({ wrong: walked.wrong, unsaid: walked.unsaid, typed: walked.typed > 1 }).toEqual({ wrong: [], unsaid: [], typed: true })
  await close()
}, 60_000)

test('an offer is accepted and another declined from the letter, without signing in; then the link opens nothing', async () => {
  const { page, complaints, close } = await site.visit()
  await page.goto(links.offer)
  await heading(page, /^Priya Raman asks you to answer for /u).waitFor()
  await page.getByText('For Luca Ferri, Aldermoor Foods. Nothing happens until you send your answer.').waitFor()
  await button(page, 'Send my answer').click()
  await page.getByRole('alert').getByText('Say yes or no.').waitFor()
  await page.getByRole('radio', { name: 'Yes, I answer for it' }).check()
  await button(page, 'Send my answer').click()
  await heading(page, 'Thank you, that is settled').waitFor()
  await page.reload()
  await heading(page, 'This link opens nothing any more').waitFor()
  await page.getByText('This was answered or settled already.').waitFor()

  await page.goto('/sign-in')
  await page.goto(links.refused)
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  await page.getByLabel('Why not').fill('I leave in spring.')
  await button(page, 'Send my answer').click()
  await heading(page, 'Thank you, that is settled').waitFor()
  // Whoever holds the browser afterwards is nobody.
  await page.goto('/my-solutions')
  await page.getByText('Not signed in').first().waitFor()
  expect(complaints.filter(complaint => !/status of 409/.test(complaint))).toEqual([])
  await close()
}, 60_000)

test('a question is answered by keyboard alone; whoever is signed in as somebody else is told so', async () => {
  const other = await site.visit()
  await speakAs(other.page, 'jonas-weber')
  await other.page.goto(links.question)
  await other.page.getByText('This link was written to somebody else than who is signed in here.').waitFor()
  await other.close()

  const { page, close } = await site.visit()
  await page.goto(links.question)
  await page.getByText('Who reads the letters?').waitFor()
  await page.getByLabel('Your answer').focus()
  await page.keyboard.type('The claims team, each morning.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await heading(page, 'Thank you, that is settled').waitFor()
  await close()
}, 60_000)
