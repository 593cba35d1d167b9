import type { Exit } from '#src/outbound/index.ts'
import { cut, fitted, lineText, oneLine } from './letter.ts'
import type { Letter, Linked } from './letter.ts'
import type { Outcome } from './outcome.ts'
import { post } from './post.ts'

/**
 * Microsoft names 28 KB for a message (learn.microsoft.com "Create an Incoming Webhook"; the Workflows connector: "about
 * 28 KB"); users of the webhook measured 413 from 21,000 bytes on (rubydoc.info/gems/msteams_hermes).
 */
const MOST_BYTES = 20_000
const MOST_LINES = 60
const MOST_CHARACTERS = 1_000

/** Sends a letter to a channel or chat of Microsoft Teams, by the address of its workflow or incoming webhook. */
export const sendToTeams = (exit: Pick<Exit, 'request'>, url: string, letter: Letter, now: Temporal.Instant): Promise<Outcome> =>
  post(exit, { url, body: teamsCard(letter), now, read: statusWithin })

/**
 * The body that Teams takes: a message with one Adaptive Card (learn.microsoft.com "Send Adaptive Cards using an Incoming
 * Webhook"; the trigger "When a Teams webhook request is received" takes the same). Version 1.4, which phones show, too.
 */
export const teamsCard = (letter: Letter): string => {
  const body = (letter: Letter) => JSON.stringify(message(letter))
  return body(fitted(letter, MOST_LINES, shorter => Buffer.byteLength(body(shorter)) <= MOST_BYTES))
}

const message = ({ subject, greeting, lines, action, reason, language }: Letter) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        lang: language,
        body: [
          said(subject, { weight: 'Bolder', size: 'Medium' }),
          said(greeting),
          ...lines.map(linked),
          said(reason, { isSubtle: true, size: 'Small' }),
        ],
        actions: action ? [{ type: 'Action.OpenUrl', title: cut(oneLine(action.label), 80), url: action.url }] : [],
      },
    },
  ],
})

/** A run of text is no markup ("Markdown is not supported", schema explorer, TextRun): a name can't become a link. */
const said = (text: string, look: Readonly<Record<string, unknown>> = {}) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text: cut(oneLine(text), MOST_CHARACTERS), ...look }],
})

const linked = (line: string | Linked) =>
  typeof line === 'string' ? said(line) : said(lineText(line), { selectAction: { type: 'Action.OpenUrl', url: line.url } })

/**
 * The older webhook answers 200 and says within that it failed ("Webhook message delivery failed with error: … returned
 * HTTP error 429", learn.microsoft.com "Create and send messages", rate limiting).
 */
const statusWithin = (answer: string): number | null => {
  const status = /returned HTTP error (\d{3})\b/.exec(answer)?.[1]
  return status === undefined ? null : Number(status)
}
