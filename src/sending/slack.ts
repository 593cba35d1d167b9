import type { Exit } from '#src/outbound/index.ts'
import { cut, fitted, lineText, oneLine } from './letter.ts'
import type { Letter, Linked } from './letter.ts'
import type { Outcome } from './outcome.ts'
import { post } from './post.ts'

/**
 * Limits of Block Kit (docs.slack.dev/reference/block-kit): 50 blocks a message, 3,000 characters a section, 150 a header,
 * 75 a button. In all some 13,000 were refused with msg_blocks_too_long (github.com/slackapi/bolt-js/issues/2509).
 */
const MOST_BLOCKS = 50
const MOST_IN_SECTION = 3_000
const MOST_IN_HEADER = 150
const MOST_IN_BUTTON = 75
const MOST_IN_ALL = 12_000
/** Header, greeting, button and reason are blocks, too. */
const MOST_LINES = MOST_BLOCKS - 4

/** Sends a letter to a channel of Slack by the address of its incoming webhook. */
export const sendToSlack = (exit: Pick<Exit, 'request'>, url: string, letter: Letter, now: Temporal.Instant): Promise<Outcome> =>
  post(exit, { url, body: slackMessage(letter), now })

/** The body that an incoming webhook takes (docs.slack.dev, "Sending messages using incoming webhooks"). */
export const slackMessage = (letter: Letter): string => {
  const body = (letter: Letter) => JSON.stringify(message(letter))
  return body(fitted(letter, MOST_LINES, shorter => body(shorter).length <= MOST_IN_ALL))
}

const message = ({ subject, greeting, lines, action, reason }: Letter) => ({
  // What a notification and a screen reader say in the place of blocks.
  text: escaped(cut(oneLine(subject), MOST_IN_HEADER)),
  blocks: [
    { type: 'header', text: plainText(subject, MOST_IN_HEADER) },
    section(greeting),
    ...lines.map(section),
    ...(action
      ? [
          {
            type: 'actions',
            elements: [{ type: 'button', text: plainText(action.label, MOST_IN_BUTTON), url: action.url, action_id: 'open' }],
          },
        ]
      : []),
    { type: 'context', elements: [plainText(reason, MOST_IN_SECTION)] },
  ],
})

const plainText = (text: string, most: number) => ({ type: 'plain_text', text: cut(oneLine(text), most), emoji: false })

/** `verbatim` keeps Slack from making links and mentions of what looks like one. */
const section = (line: string | Linked) => ({ type: 'section', text: { type: 'mrkdwn', verbatim: true, text: marked(line) } })

const marked = (line: string | Linked): string => {
  // Escaped, a character may become five; the rest is for where it leads.
  const text = escaped(cut(lineText(line), MOST_IN_SECTION / 6))
  return typeof line === 'string' ? text : `<${escaped(line.url).replaceAll('|', '%7C')}|${text}>`
}

/** The three characters that control Slack's text (docs.slack.dev, "Formatting message text", escaping). */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
