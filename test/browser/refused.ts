import type { Locator, Page, Response } from 'playwright'

/** The fields that the server's refusals of a step name. */
export const namedFrom = (page: Page): { fields: () => Promise<string[]>; forget: () => void; stop: () => void } => {
  const answers: Promise<string[]>[] = []
  const heard = (response: Response) => {
    if (response.status() >= 400 && response.request().method() !== 'GET') answers.push(fieldsIn(response))
  }
  page.on('response', heard)
  return {
    fields: async () => (await Promise.all(answers)).flat(),
    forget: () => answers.splice(0),
    stop: () => page.off('response', heard),
  }
}

const fieldsIn = async (response: Response): Promise<string[]> => {
  const { blockers = [] } = (await response.json()) as { blockers?: { field?: string }[] }
  return blockers.flatMap(({ field }) => field ?? [])
}

/** What people can read; a bare code is no sentence, nor is what the checking library says by itself. */
const sentence = /^(?!.*\b(?:expected|Invalid)\b)[\p{Lu}„“].* .*[.?!]$/u

/** What a form holds. */
export const typedInto = async (form: Locator): Promise<string[]> =>
  Promise.all((await form.locator('input:visible, textarea:visible, select:visible').all()).map(field => field.inputValue()))

/** What the summary of a form says, line by line. */
export const saidBy = async (form: Locator): Promise<string[]> => form.getByRole('alert').getByRole('listitem').allInnerTexts()

/**
 * What a form does badly once it was refused. Its summary takes the focus and leads to every field at fault; beside that field
 * the same stands, and belongs to it.
 */
export const badlyRefused = async (page: Page, form: Locator, named: readonly string[]): Promise<string[]> => {
  const alert = form.getByRole('alert').first()
  if (!(await alert.isVisible())) return ['says nothing']
  const wrong: string[] = []
  if ((await form.locator('[role=alert]:focus').count()) !== 1) wrong.push('the summary has no focus')
  wrong.push(...(await saidBy(form)).filter(text => !sentence.test(text)).map(text => `no sentence: ${text}`))
  const ways = await alert.getByRole('link').all()
  if (ways.length === 0 && named.length > 0) wrong.push(`leads to none of ${named.join(', ')}`)
  for (const way of ways) wrong.push(...(await badlyLed(page, form, way)))
  for (const field of await form.locator('[aria-invalid=true][id]:visible').all()) {
    const id = (await field.getAttribute('id')) ?? ''
    if ((await alert.locator(`a[href="#${id}"]`).count()) === 0) wrong.push(`${id}: at fault, yet not in the summary`)
  }
  return wrong
}

const badlyLed = async (page: Page, form: Locator, way: Locator): Promise<string[]> => {
  const id = ((await way.getAttribute('href')) ?? '').slice(1)
  const text = await way.innerText()
  if ((await page.locator(`[id="${id}"]`).count()) !== 1) return [`${id}: not the one of this name in the page`]
  const field = form.locator(`[id="${id}"]`)
  if ((await field.count()) === 0) return [`${id}: not a field of the form`]
  await way.press('Enter')
  if ((await form.locator(`[id="${id}"]:focus`).count()) !== 1) return [`${id}: the summary does not lead there`]
  // ARIA 1.2 has no group invalid where several of its boxes may be chosen; it is described like a field.
  const ofMany = (await field.and(form.locator('fieldset, [role=group]')).count()) === 1
  const atFault = form.locator(`[id="${id}"][aria-invalid=true], [role=radiogroup][aria-invalid=true]:has([id="${id}"])`)
  if (!ofMany && (await atFault.count()) === 0) return [`${id}: not said to be at fault`]
  const described = ((await field.or(atFault).first().getAttribute('aria-describedby')) ?? '').split(' ').filter(each => each !== '')
  const beside = (await Promise.all(described.map(each => page.locator(`[id="${each}"]:visible`).allInnerTexts()))).flat()
  return beside.some(said => said.includes(text)) ? [] : [`${id}: “${text}” does not stand beside it`]
}
