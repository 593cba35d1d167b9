import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../harness.ts'
import { answerAll, choices, goOn, input, teamHelper } from './answering.ts'
import { arrange, type Arranged } from './arranged.ts'
import { openContent } from './content.ts'
import { tooLong } from './naughty.ts'
import { saidBy } from './refused.ts'
import { speakAs } from './reviewing.ts'
import { openSecondLook } from './second-look.ts'
import { openSite, settled, type Site } from './site.ts'
import { fieldsOf, leaveOut, nothingYet, send, typeEverywhere, typeInto, type Walked } from './typing.ts'

interface Meeting {
  /** The sources of web/screens whose fields are met here. */
  files: readonly string[]
  person: string | null
  path: string
  /** What to press before they are there, in order. */
  press?: readonly string[]
  /** How to come there, where an address does not lead to it. */
  way?: (page: Page) => Promise<void>
}

let site: Site
let arranged: Arranged
/** A solution whose content people look at. */
let writing: string
/** The review in which one of those solutions is looked at again that were drawn for it. */
let drawn: string
beforeAll(async () => {
  site = await openSite()
  const { page, close } = await site.visit()
  drawn = await openSecondLook(page)
  arranged = await arrange(site)
  writing = (await openContent(page)).solution
  await close()
})
afterAll(() => site.close())

/** Everywhere that somebody may type. */
const meetings = (): readonly Meeting[] => [
  {
    files: ['solutions/solution-form', 'solutions/kind-fields', 'solutions/benefit-fields'],
    person: 'priya-raman',
    path: '/check',
    way: registerNow,
  },
  { files: ['check/question-fields'], person: null, path: '/check', way: nameATool },
  { files: ['solutions/submit-page'], person: 'priya-raman', path: `/solutions/${arranged.draft}/submission` },
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
  { files: ['review/change-form'], person: 'tomas-novak', path: `/reviews/${arranged.review}` },
  {
    files: ['review/ask', 'review/escalate', 'review/rule-on-fact', 'review/decision-form'],
    person: 'daniel-okoye',
    path: `/reviews/${arranged.review}`,
  },
  { files: ['review/second-look'], person: 'hanna-lindqvist', path: `/reviews/${drawn}`, way: seeOneFact },
  { files: ['review/condition-fields'], person: 'ines-cardoso', path: `/reviews/${arranged.review}`, press: ['Add a condition'] },
  { files: ['findings/steps'], person: 'hanna-lindqvist', path: '/findings?rule=tool-unreviewed', press: ['tbody th a', 'Put it off'] },
  { files: ['findings/change-rule'], person: 'amelia-hart', path: '/findings/rules', press: ['tbody button'] },
  { files: ['ledger/filters'], person: 'yusuf-demir', path: '/ledger' },
  { files: ['charter/ask-second'], person: 'amelia-hart', path: '/charter/propose', way: seeTheReach },
  // What was typed into the editor is kept, so it comes last.
  { files: ['charter/line-editor'], person: 'amelia-hart', path: '/charter/propose' },
  { files: ['review/questions'], person: 'priya-raman', path: `/reviews/${arranged.asked}` },
  { files: ['proposals/proposal-page'], person: 'amelia-hart', path: `/proposals/${arranged.proposal}` },
  { files: ['waivers/waivers-page'], person: 'hanna-lindqvist', path: '/waivers' },
  { files: ['messages/preferences-page'], person: 'priya-raman', path: '/messages/preferences' },
  { files: ['messages/change-text'], person: 'grace-mbeki', path: '/messages/texts', press: ['tbody button'] },
  { files: ['messages/settings-form', 'messages/chat-hosts'], person: 'grace-mbeki', path: '/messages/sending' },
  { files: ['settings/private-targets'], person: 'grace-mbeki', path: '/settings' },
  { files: ['endpoints/endpoint-form'], person: 'grace-mbeki', path: '/settings/endpoints/add' },
  { files: ['endpoints/replay'], person: 'grace-mbeki', path: `/settings/endpoints/${arranged.endpoint}` },
  { files: ['search/command-menu'], person: 'priya-raman', path: '/', press: ['Search'] },
  { files: ['tools/tools-page'], person: 'priya-raman', path: '/tools' },
  { files: ['tools/request-form'], person: 'priya-raman', path: '/tools/request' },
  { files: ['tools/change-form'], person: 'hanna-lindqvist', path: '/tools/app-builder/change' },
  { files: ['tools/withdraw-page'], person: 'daniel-okoye', path: '/tools/app-builder/withdrawal' },
  { files: ['stops/choose-target'], person: 'daniel-okoye', path: '/stop' },
  { files: ['stops/start-page'], person: 'daniel-okoye', path: '/stop?kind=solution&target=SOL-0005' },
  { files: ['incidents/told-fields'], person: 'daniel-okoye', path: '/incidents/open' },
  { files: ['stops/stop-page'], person: 'daniel-okoye', path: `/stops/${arranged.stop}` },
  {
    files: ['incidents/known', 'incidents/actions', 'incidents/happened'],
    person: 'daniel-okoye',
    path: `/incidents/${arranged.incident}`,
  },
  { files: ['people/people-page'], person: 'grace-mbeki', path: '/people' },
  { files: ['people/person-form'], person: 'grace-mbeki', path: '/people/add' },
  { files: ['people/person-form', 'people/propose-roles', 'people/absences'], person: 'grace-mbeki', path: '/people/luca-ferri' },
  { files: ['people/contact'], person: 'jonas-weber', path: '/people/jonas-weber' },
  { files: ['people/unit-forms', 'people/units-page'], person: 'grace-mbeki', path: '/units' },
  { files: ['emergency/emergency-page'], person: 'ines-cardoso', path: '/emergency' },
  { files: ['human-review/name-reviewers'], person: 'priya-raman', path: `/solutions/${writing}` },
  { files: ['access/tokens', 'access/password', 'access/second-factor'], person: 'priya-raman', path: '/access' },
]

/** Fields that other tests type into as this one does. */
const elsewhere: Readonly<Record<string, string>> = {
  'answers/answer-offer': 'in answers.test.ts',
  'answers/answer-question': 'in answers.test.ts',
  'answers/confirm-entry': 'in answers.test.ts',
  'answers/accept-standards': 'in answers.test.ts',
  'access/link-page': 'in access.test.ts',
  'access/sign-in-form': 'in access.test.ts',
  'welcome/second-administrator': 'in access.test.ts',
  'messages/chat-form': 'in chats.test.ts: it comes once letters go out',
  'findings/undo-form': 'in effects.test.ts',
  'human-review/decide': 'in human-review.test.ts: it takes whole letters',
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
  const met = new Set([...meetings().flatMap(({ files }) => files), ...Object.keys(elsewhere)])
  expect(sources.length).toBeGreaterThan(30)
  expect(sources.filter(source => !met.has(source))).toEqual([])
})

const press = async (page: Page, what: string): Promise<void> =>
  (/^[A-Z]/.test(what) ? page.getByRole('button', { name: what }) : page.locator(what)).first().click()

const open = async (page: Page, { person, path, way, press: ways = [] }: Meeting): Promise<void> => {
  if (person !== null) await speakAs(page, person)
  await page.goto(path)
  if (way) await way(page)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await settled(page)
  for (const what of ways) await press(page, what)
  if (ways.length > 0) await fieldsOf(page.locator('main, dialog[open], [role=dialog]')).first().waitFor()
  await page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
  // Some of what is inside comes only now.
  await settled(page)
}

const beginAnew = async (page: Page): Promise<void> => {
  await page.evaluate('localStorage.clear()')
  await page.goto('/check')
}

const registerNow = async (page: Page): Promise<void> => {
  await beginAnew(page)
  await answerAll(page, teamHelper)
  await page.getByRole('link', { name: 'Register it' }).click()
}

/** Says what one saw of what it does; nothing is sent without it. */
const seeOneFact = async (page: Page): Promise<void> => {
  await page.locator('#look-facts summary').first().click()
  await page.locator('#look-facts input').first().check()
}

/** Answers until tools are asked, and names one that is not on the list. */
const nameATool = async (page: Page): Promise<void> => {
  await beginAnew(page)
  const unlisted = page.locator('form input[name=tools][value="other:"]')
  for (;;) {
    await page.waitForURL(/page=/u)
    await page.locator('form h1').waitFor()
    if ((await unlisted.count()) > 0) break
    for (const choice of await choices(page, teamHelper)) await input(page, choice).check()
    await goOn(page)
  }
  await unlisted.check()
}

/** Changes a number of the charter and its label, and looks at whom it reaches. */
const seeTheReach = async (page: Page): Promise<void> => {
  const editor = page.getByRole('textbox', { name: /^Text of / })
  const rewrite = async (file: string, words: RegExp, others: string): Promise<void> => {
    await page.getByLabel('Document').selectOption(file)
    await editor.fill((await editor.inputValue()).replace(words, others))
  }
  await rewrite('waivers.yaml', /atMostDays: \d+/u, 'atMostDays: 60')
  await rewrite('charter.yaml', /^version: .*$/mu, 'version: "2027.1"')
  await page.getByRole('button', { name: 'See whom it reaches' }).click()
  await page.getByLabel('Why should it change?').waitFor()
}

/** Goes once through every form: with more than any field takes, and then with odd text. */
const walk = async (): Promise<Walked & { dialogs: string[]; complaints: string[] }> => {
  const { page, complaints, close } = await site.visit()
  const walked = { ...nothingYet(), dialogs: [] as string[], complaints }
  page.on('dialog', dialog => {
    walked.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  for (const meeting of meetings()) {
    await open(page, meeting)
    await typeEverywhere(page, walked)
  }
  await close()
  return walked
}

let walking: ReturnType<typeof walk> | undefined
const walked = () => (walking ??= walk())

test('what is typed into any field stays text, however long and odd it is, and the page stands', async () => {
  const { typed, wrong, dialogs, complaints } = await walked()
  expect(typed).toBeGreaterThan(60)
  expect(wrong).toEqual([])
  expect(dialogs).toEqual([])
  expect(complaints).toEqual([])
}, 600_000)

test('a refused form says so in a summary that has the focus and leads to each field, beside which the same stands', async () => {
  const { forms, unsaid } = await walked()
  expect(forms).toBeGreaterThan(30)
  expect(unsaid).toEqual([])
}, 600_000)

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
