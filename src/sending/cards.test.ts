import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sendToSlack, sendToTeams } from './index.ts'
import type { Letter } from './index.ts'
import { hostile, letter, now } from './letters.fixture.ts'
import { openReceiver } from './receiver.fixture.ts'

let receiver: Awaited<ReturnType<typeof openReceiver>>
beforeAll(async () => {
  receiver = await openReceiver()
})
afterAll(() => receiver.close())
beforeEach(() => {
  receiver.got.length = 0
  Object.assign(receiver.answer, { status: 200, headers: {}, body: 'ok' })
})

/** What the receiver read of a letter, by the shape that its vendor documents. */
const received = async <S extends z.ZodType>(send: typeof sendToTeams, shape: S, given: Letter): Promise<z.infer<S>> => {
  expect(await send(receiver.exit, receiver.url, given, now)).toEqual({ kind: 'sent', id: null })
  const [got] = receiver.got.splice(0)
  expect(got?.headers['content-type']).toBe('application/json; charset=utf-8')
  return shape.parse(JSON.parse(got?.body ?? ''))
}

const open = z.strictObject({ type: z.literal('Action.OpenUrl'), title: z.string().optional(), url: z.url() })
const run = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string(),
  weight: z.literal('Bolder').optional(),
  size: z.enum(['Medium', 'Small']).optional(),
  isSubtle: z.boolean().optional(),
  selectAction: open.optional(),
})
const card = z.strictObject({
  $schema: z.string(),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.4'),
  lang: z.enum(['en', 'de']),
  body: z.array(z.strictObject({ type: z.literal('RichTextBlock'), inlines: z.tuple([run]) })),
  actions: z.array(open),
})
const teams = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([
    z.strictObject({ contentType: z.literal('application/vnd.microsoft.card.adaptive'), contentUrl: z.null(), content: card }),
  ]),
})
const runs = ({ attachments: [{ content }] }: z.infer<typeof teams>) => content.body.map(({ inlines: [run] }) => run)

const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.literal(false) })
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plainText(150) }),
  z.strictObject({
    type: z.literal('section'),
    text: z.strictObject({ type: z.literal('mrkdwn'), verbatim: z.literal(true), text: z.string().min(1).max(3_000) }),
  }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z.tuple([
      z.strictObject({ type: z.literal('button'), text: plainText(75), url: z.url().max(3_000), action_id: z.string().max(255) }),
    ]),
  }),
  z.strictObject({ type: z.literal('context'), elements: z.array(plainText(3_000)).max(10) }),
])
const slack = z.strictObject({ text: z.string(), blocks: z.array(block).max(50) })
const sections = ({ blocks }: z.infer<typeof slack>) => blocks.flatMap(each => (each.type === 'section' ? [each.text.text] : []))

const long = (count: number, characters: number) =>
  letter({ lines: Array.from({ length: count }, (_, index) => `${index + 1} ${'ä'.repeat(characters)}`) })

describe('Microsoft Teams gets a letter as an Adaptive Card', () => {
  test('with its lines, what to do, and why', async () => {
    const got = await received(sendToTeams, teams, letter())
    expect(runs(got).map(({ text }) => text)).toEqual([
      'Jo offers you “Invoices”',
      'Good morning Kim,',
      'Jo asks you to answer for it from now on.',
      'Invoices',
      'You get this because somebody named you as its next owner.',
    ])
    expect(runs(got)[3]?.selectAction?.url).toBe('https://guildhall.example.com/solutions/7')
    expect(got.attachments[0].content.actions).toEqual([
      { type: 'Action.OpenUrl', title: 'Accept or decline', url: 'https://guildhall.example.com/handovers/1?a=1&b=2' },
    ])
  })

  test('without a button where there is nothing to do', async () => {
    const { attachments } = await received(sendToTeams, teams, letter({ action: null }))
    expect(attachments[0].content.actions).toEqual([])
  })

  test('what somebody typed stays text: its runs know no markup', async () => {
    const got = await received(sendToTeams, teams, letter({ lines: [hostile] }))
    expect(runs(got)[2]?.text).toContain('[a](https://evil.example)')
    expect(runs(got)[2]?.text).not.toMatch(/\n|\u202e/)
  })

  test.each([
    [400, 10],
    [100, 900],
    [3, 90_000],
  ])('of %i lines with %i letters each as many as fit, and how many more there are', async (count, characters) => {
    await sendToTeams(receiver.exit, receiver.url, long(count, characters), now)
    const body = receiver.got[0]?.body ?? ''
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(20_000)
    const texts = runs(teams.parse(JSON.parse(body))).map(({ text }) => text)
    const lines = texts.slice(2, -1)
    if (count === 3) expect(lines.map(text => text.length)).toEqual([1_000, 1_000, 1_000])
    else expect(lines.at(-1)).toBe(`And ${count - (lines.length - 1)} more.`)
  })

  test('an error within an answer of 200 is one', async () => {
    receiver.answer.body = 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId x.'
    expect(await sendToTeams(receiver.exit, receiver.url, letter(), now)).toEqual({ kind: 'again', why: 'busy', afterSeconds: null })
  })
})

describe('Slack gets a letter as blocks', () => {
  test('with its lines, what to do, and why', async () => {
    const got = await received(sendToSlack, slack, letter())
    expect(got.text).toBe('Jo offers you “Invoices”')
    expect(got.blocks.map(({ type }) => type)).toEqual(['header', 'section', 'section', 'section', 'actions', 'context'])
    expect(sections(got)[2]).toBe('<https://guildhall.example.com/solutions/7|Invoices>')
  })

  test('what somebody typed calls nobody and leads nowhere', async () => {
    const got = await received(
      sendToSlack,
      slack,
      letter({ subject: hostile, greeting: hostile, lines: [hostile, { text: hostile, url: 'https://a.example/|b>' }] }),
    )
    for (const text of [got.text, ...sections(got)])
      expect(text.replace(/^<https:\/\/a\.example\/%7Cb&gt;\||>$/g, '')).not.toMatch(/[<>\n]|&(?!amp;|lt;|gt;)/)
  })

  test.each([
    [400, 10],
    [100, 900],
    [3, 90_000],
  ])('of %i lines with %i letters each as many as fit, and how many more there are', async (count, characters) => {
    const got = await received(sendToSlack, slack, long(count, characters))
    expect(JSON.stringify(got).length).toBeLessThanOrEqual(12_000)
    const lines = sections(got).slice(1)
    if (count === 3) expect(lines.map(text => text.length)).toEqual([500, 500, 500])
    else expect(lines.at(-1)).toBe(`And ${count - (lines.length - 1)} more.`)
  })

  test('a text is never cut within a character', async () => {
    const got = await received(sendToSlack, slack, letter({ subject: `${'a'.repeat(148)}😀😀` }))
    expect(got.blocks[0]).toMatchObject({ text: { text: `${'a'.repeat(148)}…` } })
  })
})
