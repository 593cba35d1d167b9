import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answers, forTeam } from '../db/solutions-world.ts'
import { root } from '../harness.ts'
import { answerAll, teamHelper } from './answering.ts'
import { lines, together, tooLong } from './naughty.ts'
import { ask, openReviews, speakAs } from './reviewing.ts'
import { openSite, type Site } from './site.ts'

interface Meeting {
  /** The sources of web/screens whose fields are met here. */
  files: readonly string[]
  person: string | null
  path: string
  /** What to press before they are there, in order. */
  press?: readonly string[]
}

let site: Site
let controlled: string
beforeAll(async () => {
  site = await openSite()
  controlled = (await openReviews(site)).controlled
})
afterAll(() => site.close())

/** Everywhere that somebody may type. */
const meetings = (): readonly Meeting[] => [
  { files: ['check/question-fields'], person: null, path: '/check?page=tools' },
  {
    files: ['solutions/solution-form', 'solutions/kind-fields', 'solutions/benefit-fields'],
    person: 'priya-raman',
    path: '/check/register',
  },
  { files: ['solutions/filters', 'solutions/views'], person: 'hanna-lindqvist', path: '/solutions' },
  { files: ['solutions/edit-page', 'solutions/solution-form'], person: 'priya-raman', path: '/solutions/SOL-0005/edit' },
  { files: ['solutions/submit-page'], person: 'priya-raman', path: '/solutions/SOL-0005/submission' },
  { files: ['solutions/confirm-page'], person: 'priya-raman', path: '/solutions/SOL-0002/confirmation' },
  {
    files: ['solutions/people-forms', 'people/choose-person', 'solutions/waivers-of', 'solutions/benefit-fields'],
    person: 'priya-raman',
    path: '/solutions/SOL-0002',
  },
  { files: ['solutions/act-dialog'], person: 'hanna-lindqvist', path: '/solutions/SOL-0002', press: ['Stop it'] },
  { files: ['solutions/referral'], person: 'hanna-lindqvist', path: '/solutions/SOL-0004' },
  { files: ['solutions/offers'], person: 'jonas-weber', path: '/my-solutions', press: ['Decline'] },
  { files: ['review/meet'], person: 'sofia-marques', path: '/solutions/SOL-0006' },
  { files: ['review/change-form'], person: 'tomas-novak', path: `/reviews/${controlled}` },
  {
    files: ['review/ask', 'review/escalate', 'review/rule-on-fact', 'review/decision-form'],
    person: 'daniel-okoye',
    path: `/reviews/${controlled}`,
  },
  { files: ['review/condition-fields'], person: 'ines-cardoso', path: `/reviews/${controlled}`, press: ['Add a condition'] },
  { files: ['findings/steps'], person: 'hanna-lindqvist', path: '/findings?rule=tool-unreviewed', press: ['tbody th a', 'Put it off'] },
  { files: ['findings/change-rule'], person: 'amelia-hart', path: '/findings/rules', press: ['tbody button'] },
  { files: ['ledger/filters'], person: 'yusuf-demir', path: '/ledger' },
  { files: ['tools/tools-page'], person: 'priya-raman', path: '/tools' },
  { files: ['tools/request-form'], person: 'priya-raman', path: '/tools/request' },
  { files: ['tools/change-form'], person: 'hanna-lindqvist', path: '/tools/app-builder/change' },
  { files: ['tools/withdraw-page'], person: 'daniel-okoye', path: '/tools/app-builder/withdrawal' },
  { files: ['people/people-page'], person: 'grace-mbeki', path: '/people' },
  { files: ['people/person-form'], person: 'grace-mbeki', path: '/people/add' },
  { files: ['people/person-form', 'people/propose-roles', 'people/absences'], person: 'grace-mbeki', path: '/people/luca-ferri' },
  { files: ['people/contact'], person: 'jonas-weber', path: '/people/jonas-weber' },
  { files: ['people/unit-forms', 'people/units-page'], person: 'grace-mbeki', path: '/units' },
  { files: ['emergency/emergency-page'], person: 'ines-cardoso', path: '/emergency' },
  { files: ['access/tokens', 'access/password', 'access/second-factor'], person: 'priya-raman', path: '/access' },
]

/** Fields that are met elsewhere, each with the reason. */
const elsewhere: Readonly<Record<string, string>> = {
  'access/link-page': 'access.test.ts: a link is good once',
  'access/sign-in-form': 'access.test.ts: the demo asks for no password',
  'welcome/second-administrator': 'access.test.ts: before a company has a second one',
  'review/questions': 'an answer needs a question; below',
  'review/second-look': 'a second look is drawn at chance',
  'findings/undo-form': 'effects.test.ts: a rule must have acted',
  'proposals/proposal-page': 'below, on what was proposed here',
  'waivers/waivers-page': 'below, on what was asked for here',
}

test('every source of a text field is met here, or says where', () => {
  const folder = join(root, 'web', 'screens')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.tsx') && /<(?:TextInput|Textarea|PasswordInput)\b/.test(readFileSync(join(folder, path), 'utf8')))
    .map(path => path.replaceAll('\\', '/').slice(0, -4))
  const met = new Set([...meetings().flatMap(({ files }) => files), ...Object.keys(elsewhere)])
  expect(sources.length).toBeGreaterThan(30)
  expect(sources.filter(source => !met.has(source))).toEqual([])
})

const fieldsOf = (place: Locator): Locator =>
  place.locator('textarea:visible, input:visible:is([type=text], [type=search], [type=email], [type=url], [type=password], :not([type]))')

const press = async (page: Page, what: string): Promise<void> =>
  (/^[A-Z]/.test(what) ? page.getByRole('button', { name: what }) : page.locator(what)).first().click()

const open = async (page: Page, { person, path, press: ways = [] }: Meeting): Promise<void> => {
  if (person !== null) await speakAs(page, person)
  if (path.startsWith('/check')) {
    await page.goto('/check')
    await page.evaluate('localStorage.clear()')
    await page.goto('/check')
    await answerAll(page, teamHelper)
    if (path.includes('tools')) await page.goto(path)
    else await page.getByRole('link', { name: 'Register it' }).click()
  } else await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  for (const what of ways) await press(page, what)
  await page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
}

/** Whatever else a form wants before it may be sent. */
const chooseSomething = async (form: Locator): Promise<void> => {
  for (const choice of await form.locator('select:visible').all()) {
    if ((await choice.inputValue()) === '' && (await choice.locator('option').count()) > 1) await choice.selectOption({ index: 1 })
  }
  for (const day of await form.locator('input[type=date]:visible').all()) await day.fill('2027-02-01')
  for (const time of await form.locator('input[type=datetime-local]:visible').all()) await time.fill('2027-02-01T10:00')
}

/** Fills every field; what takes several lines gets all of `lines` at once where that is given. */
const typeInto = async (form: Locator, values: readonly string[], several?: string): Promise<void> => {
  for (const [at, field] of (await fieldsOf(form).all()).entries()) {
    // What was typed before may have taken the rest away, as a chosen person does with the field to find one.
    if (await field.isVisible()) await field.fill(values[at % values.length] ?? '')
  }
  if (several !== undefined) for (const field of await form.locator('textarea:visible').all()) await field.fill(several)
}

/** Nothing of what was typed became more than text. */
const becameMore = async (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...(globalThis.naughty === undefined ? [] : ['a script ran']), ...[...document.querySelectorAll('.naughty, img[src=x]')].map(each => each.outerHTML)]`,
  )

test('what is typed into any field stays text, and what can’t be taken is said beside its field', async () => {
  const { page, complaints, close } = await site.visit()
  const dialogs: string[] = []
  page.on('dialog', dialog => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const wrong: string[] = []
  let typed = 0
  for (const meeting of meetings()) {
    await open(page, meeting)
    const place = page.locator('main, [role=dialog]')
    const asked = page.getByRole('dialog')
    const forms = await ((await asked.isVisible()) ? asked : page.locator('main')).locator('form:visible').all()
    const count = await fieldsOf(place).count()
    if (count === 0) wrong.push(`${meeting.path}: no field to type into`)
    typed += count
    if (forms.length === 0) await typeInto(place, lines)
    for (const form of forms) {
      if (!(await form.isVisible())) continue
      await chooseSomething(form)
      const send = form.locator('[type=submit], #decide-reject').first()
      // What only narrows a list says beside the list that nothing is found.
      const narrows = (await send.count()) === 0 || (await page.locator('search').filter({ has: send }).count()) > 0
      if (!narrows) {
        await typeInto(form, [tooLong])
        await send.click()
        const said = await form
          .getByRole('alert')
          .first()
          .innerText({ timeout: 5_000 })
          .catch(() => 'nothing')
        if ((await form.locator('[aria-invalid=true]').count()) === 0)
          wrong.push(`${meeting.path} (${meeting.person}): too long a text is refused beside no field, and in the summary: ${said.slice(0, 120)}`)
      }
      if (!(await (narrows ? form : send).isVisible())) continue
      await typeInto(form, lines, together)
      if (narrows) await fieldsOf(form).first().press('Enter')
      else await send.click()
      await page.waitForLoadState('networkidle')
      await page.keyboard.press('Escape')
    }
    wrong.push(...(await becameMore(page)).map(what => `${meeting.path}: ${what}`))
  }
  expect(typed).toBeGreaterThan(60)
  expect(wrong).toEqual([])
  expect(dialogs).toEqual([])
  expect(complaints).toEqual([])
  await close()
}, 240_000)

test('each of them is a name that everybody reads letter by letter, in every list, on paper and in a table for spreadsheets', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'priya-raman')
  const keys: string[] = []
  for (const name of lines) {
    const { key, version } = await ask<{ key: string; version: number }>(
      page,
      'POST',
      '/api/solutions',
      { name, purpose: together, facts: forTeam, answers: Object.fromEntries(Object.keys(answers).map(asked => [asked, together])) },
      { 'idempotency-key': crypto.randomUUID() },
    )
    keys.push(key)
    await ask(page, 'POST', `/api/solutions/${key}/submission`, { note: together }, { 'if-match': `"${version}"` })
  }
  const { review } = await ask<{ review: { key: string } }>(page, 'GET', `/api/solutions/${keys[0]}`)
  const wrong: string[] = []
  for (const [person, path, names] of [
    ['priya-raman', '/my-solutions', lines],
    ['hanna-lindqvist', '/solutions', lines],
    ['hanna-lindqvist', '/reviews', lines],
    ['hanna-lindqvist', `/solutions/${keys[0]}`, lines.slice(0, 1)],
    ['hanna-lindqvist', `/reviews/${review.key}`, lines.slice(0, 1)],
    ['amelia-hart', '/', []],
    ['yusuf-demir', '/ledger', []],
  ] as const) {
    await speakAs(page, person)
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    const shown = await page.evaluate<string>('document.querySelector("main").textContent')
    wrong.push(...names.filter(name => !shown.includes(name.trim())).map(name => `${path} does not show ${name}`))
    wrong.push(...(await becameMore(page)).map(what => `${path}: ${what}`))
  }
  expect(wrong).toEqual([])
  await speakAs(page, 'hanna-lindqvist')
  const { csv } = await ask<{ csv: string }>(page, 'GET', '/api/solutions/export')
  expect(csv).toContain("'=cmd|")
  const cells = parse(csv).flat()
  expect(cells).toEqual(expect.arrayContaining(lines.filter(name => !name.startsWith('=')).map(name => name.trim())))
  expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  expect(complaints).toEqual([])
  await close()
}, 120_000)
