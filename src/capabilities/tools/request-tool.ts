import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import { requestId, text } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { language, requestView, toolFields, toolId } from './contract.ts'
import { allTools } from './list.ts'
import { openRequest } from './open-request.ts'
import { noSuchTool } from './permissions.ts'
import { presentRequest } from './present.ts'
import { lockTool } from './store.ts'
import type { Tool } from './tool.ts'
import { alternativesTo, expectClasses, idFromName, wishOf } from './wish.ts'

export const requestTool = (charters: Charters) =>
  operation({
    name: 'request-tool',
    summary: 'Ask for a tool to be approved, or to be approved further; IT security and legal look at it.',
    effect: 'write',
    once: true,
    http: { method: 'POST', path: '/tool-requests' },
    input: z.strictObject({
      tool: toolId().optional().describe('The id of a tool of the list that is to be approved further, or again.'),
      ...toolFields(),
      note: text(2_000, { lines: true }).describe('What it is needed for.'),
      noneFits: text(2_000, { lines: true }).optional().describe('Why no approved tool will do; asked where some could.'),
      language: language(),
      requestId: requestId(),
    }),
    output: requestView,
    allows: personsOnly,
    async run({ tool: known, note, noneFits = null, language, ...fields }, { actor, db, now, record, send }) {
      const person = asPerson(actor)
      const id = known ?? idFromName(fields.name) ?? `tool-${newId().slice(-12)}`
      await lockTool(db, id)
      const { charter, tools } = await allTools(charters, db)
      const before = tools.find(tool => tool.id === id)
      if (known !== undefined && !before) throw noSuchTool()
      if (known === undefined) expectNew(tools, id, fields.name)
      const wish = wishOf(fields, before)
      expectClasses(charter, wish.listed)
      if (noneFits === null) expectNoAlternative(alternativesTo(tools, id, wish.listed), language)
      const content = { ...wish, ownerId: before?.ownerId ?? null }
      const { request, review } = await openRequest({ db, now, record, send }, charter, person, { tool: id, content, note, noneFits })
      return presentRequest(request, { names: new Map([[person.id, person.name]]), language }, new Map([[request.id, review]]))
    },
  })

const expectNew = (tools: readonly Tool[], id: string, name: string): void => {
  const called = name.toLowerCase()
  const same = tools.find(
    tool => tool.id === id || tool.listed.name.en.toLowerCase() === called || tool.listed.name.de.toLowerCase() === called,
  )
  if (same)
    throw refuse(
      'conflict',
      'tool-known',
      `${same.listed.name.en} is on the list already: ${same.status}.`,
      `Say what you need beyond that, on its page; its id is ${same.id}.`,
      'name',
    )
}

/** Approved alternatives first: whoever needs another says why. */
const expectNoAlternative = (alternatives: readonly Tool[], language: 'en' | 'de'): void => {
  if (alternatives.length > 0)
    throw new Refusal(
      'conflict',
      'approved-tools-exist',
      'Tools that are approved already may see all of these data.',
      alternatives.slice(0, 5).map(({ listed }) => ({
        field: 'noneFits',
        reason: `${listed.name[language]} may see them: ${listed.help[language]}`,
        remedy: 'Use it at once, or say why it won’t do.',
      })),
    )
}
