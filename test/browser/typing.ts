import type { Locator, Page } from 'playwright'
import { becameMore, lines, together, tooLong } from './naughty.ts'
import { badlyRefused, namedFrom, typedInto } from './refused.ts'
import { settled } from './site.ts'

export const fieldsOf = (place: Locator): Locator =>
  place.locator('textarea:visible, input:visible:is([type=text], [type=search], [type=email], [type=url], [type=password], :not([type]))')

/** Whatever else a form wants before it may be sent. */
const chooseSomething = async (form: Locator): Promise<void> => {
  for (const choice of await form.locator('select:visible').all()) {
    if ((await choice.inputValue()) === '' && (await choice.locator('option').count()) > 1) await choice.selectOption({ index: 1 })
  }
  for (const day of await form.locator('input[type=date]:visible').all()) await day.fill('2027-02-01')
  for (const time of await form.locator('input[type=datetime-local]:visible').all()) await time.fill('2027-02-01T10:00')
}

/** Fills every field; what takes several lines gets all of `lines` at once where that is given. */
export const typeInto = async (form: Locator, values: readonly string[], several?: string): Promise<void> => {
  for (const [at, field] of (await fieldsOf(form).all()).entries()) {
    // What was typed before may have taken the rest away, as a chosen person does with the field to find one.
    if (await field.isVisible()) await field.fill(values[at % values.length] ?? '')
  }
  if (several !== undefined) for (const field of await form.locator('textarea:visible').all()) await field.fill(several)
}

const sends = '[type=submit], #decide-reject'

/** Sends what a form holds; what only narrows a list takes it with Enter. */
export const send = async (page: Page, form: Locator): Promise<void> => {
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

/** What was found on the way through forms. */
export interface Walked {
  typed: number
  /** Where something typed became more than text, or took the page away. */
  wrong: string[]
  forms: number
  /** Where a form says badly that it was refused. */
  unsaid: string[]
}

/**
 * Types into every field that a page or its dialog shows: more than any takes, which each form has to refuse well, and then odd text.
 * @param sent whether the odd text is sent as well; left out where it would be taken once only.
 */
export const typeEverywhere = async (page: Page, walked: Walked, { sent = true } = {}): Promise<void> => {
  const { pathname } = new URL(page.url())
  const named = namedFrom(page)
  const asked = page.locator('dialog[open], [role=dialog]')
  const place = (await asked.first().isVisible()) ? asked.first() : page.locator('main')
  const forms = await place.locator('form:visible').all()
  const count = await fieldsOf(place).count()
  if (count === 0) walked.wrong.push(`${pathname}: no field to type into`)
  walked.typed += count
  walked.forms += forms.length
  if (forms.length === 0) for (const values of [[tooLong], lines]) await typeInto(place, values)
  // What is refused changes nothing, so that every form is still as it was; what is taken may take others away.
  for (const form of forms) walked.unsaid.push(...(await refusedAt(page, form, named)).map(what => `${pathname}: ${what}`))
  for (const form of forms) {
    if (!(await form.isVisible()) || (await fieldsOf(form).count()) === 0) continue
    await chooseSomething(form)
    await typeInto(form, lines, together)
    await leaveOut(form)
    if (!sent) continue
    await send(page, form)
    await page.keyboard.press('Escape')
  }
  walked.wrong.push(...(await becameMore(page)).map(what => `${pathname}: ${what}`))
  if (!(await page.getByRole('heading', { level: 1 }).first().isVisible())) walked.wrong.push(`${pathname}: nothing is left of the page`)
  named.stop()
}

/** What a form does badly that is sent with more than any of its fields takes. */
const refusedAt = async (page: Page, form: Locator, named: ReturnType<typeof namedFrom>): Promise<string[]> => {
  if ((await fieldsOf(form).count()) === 0 || ((await form.locator(sends).count()) === 0 && !(await narrows(form)))) return []
  // No browser lets anybody type more into these.
  if ((await fieldsOf(form).count()) === (await fieldsOf(form).and(form.locator('[maxlength]')).count())) return []
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
export const leaveOut = async (form: Locator): Promise<void> => {
  const names = await form.locator('input[type=search]:visible').all()
  if ((await narrows(form)) || (await fieldsOf(form).count()) === names.length) return
  for (const name of names) await name.fill('')
}

export const nothingYet = (): Walked => ({ typed: 0, wrong: [], forms: 0, unsaid: [] })
