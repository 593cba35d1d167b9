import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../harness.ts'
import { answerAll, teamHelper } from './answering.ts'
import { becameMore, lines, together, tooLong } from './naughty.ts'
import { badlyRefused, namedFrom, saidBy, typedInto } from './refused.ts'
import { openReviews, speakAs } from './reviewing.ts'
import { openSite, settled, type Site } from './site.ts'

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
  {
    files: ['solutions/solution-form', 'solutions/kind-fields', 'solutions/benefit-fields'],
    person: 'priya-raman',
    path: '/check/register',
  },
  { files: ['solutions/filters', 'solutions/views'], person: 'hanna-lindqvist', path: '/solutions' },
  { files: ['solutions/edit-page', 'solutions/solution-form'], person: 'priya-raman', path: '/solutions/SOL-0005/edit' },
  { files: ['solutions/confirm-page'], person: 'priya-raman', path: '/solutions/SOL-0002/confirmation' },
  {
    files: ['solutions/people-forms', 'people/choose-person', 'solutions/waiver-form', 'solutions/benefit-fields'],
    person: 'priya-raman',
    path: '/solutions/SOL-0002',
  },
  { files: ['solutions/act-dialog'], person: 'hanna-lindqvist', path: '/solutions/SOL-0002', press: ['Stop it'] },
  { files: ['solutions/referral'], person: 'hanna-lindqvist', path: '/solutions/SOL-0004' },
  { files: ['solutions/answer-dialog'], person: 'jonas-weber', path: '/my-solutions', press: ['Decline'] },
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
  { files: ['charter/line-editor'], person: 'amelia-hart', path: '/charter/propose' },
  { files: ['settings/private-targets'], person: 'grace-mbeki', path: '/settings' },
  { files: ['search/command-menu'], person: 'priya-raman', path: '/', press: ['Search'] },
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

/** Fields that no page of the demo has at once, each with when it has them. */
const later: Readonly<Record<string, string>> = {
  'charter/ask-second': 'once a charter was changed and its reach was seen',
  'check/question-fields': 'for whoever names a tool that is not listed, or has details to add',
  'solutions/submit-page': 'for whoever submits what needs more than a name',
  'access/link-page': 'behind a link, which is good once',
  'access/sign-in-form': 'in a company of one’s own',
  'welcome/second-administrator': 'before a company has a second one',
  'review/questions': 'once somebody asked',
  'review/second-look': 'for whoever a second look was drawn for',
  'findings/undo-form': 'once a rule acted',
  'proposals/proposal-page': 'once something was proposed',
  'waivers/waivers-page': 'once a waiver was asked for',
}

test('every source of a text field is met here, or says when it is there', () => {
  const folder = join(root, 'web', 'screens')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      path =>
        path.endsWith('.tsx') &&
        /<(?:TextInput|Textarea|PasswordInput|textarea|input type="text")\b/.test(readFileSync(join(folder, path), 'utf8')),
    )
    .map(path => path.replaceAll('\\', '/').slice(0, -4))
  const met = new Set([...meetings().flatMap(({ files }) => files), ...Object.keys(later)])
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
    await page.getByRole('link', { name: 'Register it' }).click()
  } else await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await settled(page)
  for (const what of ways) await press(page, what)
  if (ways.length > 0) await fieldsOf(page.locator('main, dialog[open], [role=dialog]')).first().waitFor()
  await page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
  // Some of what is inside comes only now.
  await settled(page)
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

const sends = '[type=submit], #decide-reject'

/** Sends what a form holds; what only narrows a list takes it with Enter. */
const send = async (page: Page, form: Locator): Promise<void> => {
  const button = form.locator(sends).first()
  if ((await button.count()) > 0) await button.click()
  else await fieldsOf(form).first().press('Enter')
  await settled(page)
  const sure = page.locator('dialog[open]:not(:has(form)) button').last()
  if (!(await sure.isVisible())) return
  await sure.click()
  await settled(page)
}

/** Whether a form only narrows a list: its fields take no more than the server does, so nothing of it is refused. */
const narrows = async (form: Locator): Promise<boolean> => (await form.locator('xpath=ancestor::search').count()) > 0

interface Walked {
  typed: number
  /** Where something typed became more than text, or took the page away. */
  wrong: string[]
  forms: number
  /** Where a form says badly that it was refused. */
  unsaid: string[]
  dialogs: string[]
  complaints: string[]
}

/** What a form does badly that is sent with more than any of its fields takes. */
const refusedAt = async (page: Page, form: Locator, named: ReturnType<typeof namedFrom>): Promise<string[]> => {
  if ((await fieldsOf(form).count()) === 0 || ((await form.locator(sends).count()) === 0 && !(await narrows(form)))) return []
  await chooseSomething(form)
  await typeInto(form, [tooLong])
  await leaveOut(form)
  const before = await typedInto(form)
  named.forget()
  await send(page, form)
  if (await narrows(form)) return (await page.locator('main [role=alert]').count()) === 0 ? [] : ['takes more than its list does']
  const bad = await badlyRefused(page, form, await named.fields())
  return (await typedInto(form)).join() === before.join() ? bad : [...bad, 'what was typed is lost']
}

/** A name while nobody is chosen keeps a form from being sent; it is left out where something else was typed. */
const leaveOut = async (form: Locator): Promise<void> => {
  const names = await form.locator('input[type=search]:visible').all()
  if ((await narrows(form)) || (await fieldsOf(form).count()) === names.length) return
  for (const name of names) await name.fill('')
}

/** Goes once through every form: with more than any field takes, and then with odd text. */
const walk = async (): Promise<Walked> => {
  const { page, complaints, close } = await site.visit()
  const walked: Walked = { typed: 0, wrong: [], forms: 0, unsaid: [], dialogs: [], complaints }
  const { wrong } = walked
  const named = namedFrom(page)
  page.on('dialog', dialog => {
    walked.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  for (const meeting of meetings()) {
    await open(page, meeting)
    const asked = page.locator('dialog[open], [role=dialog]')
    const place = (await asked.first().isVisible()) ? asked.first() : page.locator('main')
    const forms = await place.locator('form:visible').all()
    const count = await fieldsOf(place).count()
    if (count === 0) wrong.push(`${meeting.path}: no field to type into`)
    walked.typed += count
    if (forms.length === 0) for (const values of [[tooLong], lines]) await typeInto(place, values)
    // What is refused changes nothing, so that every form is still as it was; what is taken may take others away.
    for (const form of forms) walked.unsaid.push(...(await refusedAt(page, form, named)).map(what => `${meeting.path}: ${what}`))
    walked.forms += forms.length
    for (const form of forms) {
      if (!(await form.isVisible()) || (await fieldsOf(form).count()) === 0) continue
      await chooseSomething(form)
      await typeInto(form, lines, together)
      await leaveOut(form)
      await send(page, form)
      await page.keyboard.press('Escape')
    }
    wrong.push(...(await becameMore(page)).map(what => `${meeting.path}: ${what}`))
    if (!(await page.getByRole('heading', { level: 1 }).first().isVisible())) wrong.push(`${meeting.path}: nothing is left of the page`)
  }
  await close()
  return walked
}

let walking: Promise<Walked> | undefined
const walked = async (): Promise<Walked> => (walking ??= walk())

test('what is typed into any field stays text, however long and odd it is, and the page stands', async () => {
  const { typed, wrong, dialogs, complaints } = await walked()
  expect(typed).toBeGreaterThan(60)
  expect(wrong).toEqual([])
  expect(dialogs).toEqual([])
  expect(complaints).toEqual([])
}, 240_000)

test('a refused form says so in a summary that has the focus and leads to each field, beside which the same stands', async () => {
  const { forms, unsaid } = await walked()
  expect(forms).toBeGreaterThan(30)
  expect(unsaid).toEqual([])
}, 240_000)

test('who reads German is refused in German, with what to do', async () => {
  const { page, close } = await site.visit({ locale: 'de-DE' })
  await speakAs(page, 'grace-mbeki')
  const refusedAt = async (path: string): Promise<string[]> => {
    await page.goto(path)
    const form = page.locator('main form').first()
    await form.waitFor()
    await typeInto(form, [tooLong])
    await leaveOut(form)
    await send(page, form)
    return saidBy(form)
  }
  const said = [...(await refusedAt('/people/add')), ...(await refusedAt('/units'))]
  expect(said).toContain('Das ist zu lang. Schreiben Sie höchstens 120 Zeichen.')
  expect(said.length).toBeGreaterThan(5)
  expect(said.filter(text => !text.includes('Schreiben Sie'))).toEqual([])
  await close()
}, 60_000)
