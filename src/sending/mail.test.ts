import { describe, expect, test } from 'vitest'
import { mailOf } from './index.ts'
import { hostile, letter } from './letters.fixture.ts'

const page = 'https://guildhall.example.com/messages/preferences'

describe('a letter as mail', () => {
  test('says the same in both of its forms', () => {
    const { text, html, subject } = mailOf(letter(), page)
    expect(subject).toBe('Jo offers you “Invoices”')
    for (const words of [
      'Good morning Kim,',
      'Jo asks you to answer for it from now on.',
      'Invoices',
      'Accept or decline',
      'named you as its',
    ])
      for (const form of [text, html]) expect(form).toContain(words)
    expect(text).toContain('https://guildhall.example.com/handovers/1?a=1&b=2')
    expect(html).toContain('href="https://guildhall.example.com/handovers/1?a=1&#38;b=2"')
  })

  test('ends with why it was sent and where to change that, in the reader’s language', () => {
    const { text, html, headers } = mailOf(letter({ language: 'de', reason: 'Sie bekommen das als Eigentümerin.' }), page)
    expect(text).toMatch(/\n-- \nSie bekommen das als Eigentümerin\.\nÄndern, was Sie bekommen: https:\S+preferences\n$/)
    expect(html).toContain('<html lang="de">')
    expect(headers['list-unsubscribe']).toBe(`<${page}>`)
  })

  test('loads nothing from anywhere, and sets no colour but the button’s', () => {
    const { html } = mailOf(letter(), page)
    expect(html).not.toMatch(/<img|<link|<script|@import|url\(|src=/)
    expect(html.match(/(?<!-)\bcolor: /g)).toHaveLength(1)
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
  })

  test('nothing that somebody typed becomes a header, a line of its own, or markup', () => {
    const { subject, text, html } = mailOf(letter({ subject: hostile, greeting: hostile, lines: [hostile], reason: hostile }), page)
    for (const form of [subject, text]) expect(form).not.toMatch(/^Bcc|\r|\u202e/m)
    expect(subject).not.toContain('\n')
    expect(html).not.toMatch(/<img|<https|<!channel/)
    expect(html).toContain('&#60;img src=//evil.example&#62; &#38;amp;')
  })
})
