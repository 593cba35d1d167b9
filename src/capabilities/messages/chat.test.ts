import { describe, expect, test } from 'vitest'
import { endingOfCard, isOpen, readChatHost, whyNotThere } from './chat.ts'

const now = Temporal.Instant.from('2026-11-23T10:00:00Z')

describe('a host to which letters may go', () => {
  test.each([
    ['hooks.slack.com', 'hooks.slack.com'],
    ['Hooks.Slack.com.', 'hooks.slack.com'],
    ['*.Logic.Azure.com', '*.logic.azure.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['10.7', '10.0.0.7'],
    ['*', undefined],
    ['*.com', undefined],
    ['*.10.0.0.7', undefined],
    ['*.*.example.com', undefined],
    ['hooks.*.com', undefined],
    ['https://hooks.slack.com', undefined],
    ['hooks.slack.com/services', undefined],
    ['hooks.slack.com:443', undefined],
    ['me@hooks.slack.com', undefined],
    ['', undefined],
  ])('%j is %j', (written, read) => {
    expect(readChatHost(written)).toBe(read)
  })

  test('opens itself alone, and with a star what is below it, but nothing that only ends alike', () => {
    const hosts = ['hooks.slack.com', '*.logic.azure.com']
    const open = ['hooks.slack.com', 'prod-1.west.logic.azure.com', 'x.logic.azure.com']
    const shut = ['slack.com', 'a.hooks.slack.com', 'hooks.slack.com.evil.example', 'logic.azure.com', 'evillogic.azure.com', '127.0.0.1']
    expect([...open, ...shut].filter(host => isOpen(hosts, host))).toEqual(open)
    expect(isOpen([], 'hooks.slack.com')).toBe(false)
  })
})

test('a letter goes to the chat for which it was written, and to no other', () => {
  const chat = { host: 'hooks.slack.com', setAt: now }
  expect(whyNotThere(chat, { madeAt: now }, ['hooks.slack.com'])).toBeNull()
  expect(whyNotThere(undefined, { madeAt: now }, ['hooks.slack.com'])).toBe('removed')
  expect(whyNotThere(chat, { madeAt: now }, ['slack.com'])).toBe('host-closed')
  expect(whyNotThere(chat, { madeAt: now.subtract({ seconds: 1 }) }, ['hooks.slack.com'])).toBe('changed')
})

describe('a card that does not arrive', () => {
  const again = { kind: 'again', why: 'failing', afterSeconds: null } as const
  const byMail = { state: 'due', channel: 'mail', chatTrouble: 'failing', nextAt: now }
  const after = (tries: number, failing = false, test = false) => endingOfCard(again, { tries, test }, failing, now)

  test('is tried again after 1, 5 and 15 minutes, and then goes by mail', () => {
    const waits = [1, 2, 3]
      .map(tries => after(tries))
      .map(ending => ('nextAt' in ending ? now.until(ending.nextAt).total('minutes') : null))
    expect(waits).toEqual([1, 5, 15])
    expect(after(4)).toEqual(byMail)
  })

  test('goes by mail at once where the chat never takes it, failed before, or asks for more patience than that', () => {
    expect(endingOfCard({ kind: 'never', why: 'gone' }, { tries: 1, test: false }, false, now)).toEqual({ ...byMail, chatTrouble: 'gone' })
    expect(after(1, true)).toEqual(byMail)
    expect(endingOfCard({ ...again, afterSeconds: 901 }, { tries: 1, test: false }, false, now)).toEqual(byMail)
    expect(endingOfCard({ ...again, afterSeconds: 300 }, { tries: 1, test: false }, false, now)).toMatchObject({ state: 'failed' })
  })

  test('is given up where it only tried whether cards arrive', () => {
    expect(after(1, false, true)).toEqual({ state: 'dead', trouble: 'failing' })
  })
})
