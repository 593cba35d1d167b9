import { describe, expect, it } from 'vitest'
import { connections, node } from './cases/build.ts'
import { difference, inspect } from './index.ts'

const read = (nodes: unknown[], links: string[]) =>
  inspect({ name: 'f', bytes: new TextEncoder().encode(JSON.stringify({ nodes, connections: connections(links) })) })
const start = node('Start', 'webhook')
const mail = node('Mail', 'gmail', { sendTo: '={{ $json.to }}' })

describe('a difference between two versions', () => {
  it('is none when only names, places and wording changed', () => {
    const before = read([start, mail, node('Judge', 'lc:agent', { text: 'Be kind' })], ['Start > Judge > Mail'])
    const after = read(
      [node('Judge it', 'lc:agent', { text: 'Be very kind indeed' }), { ...mail, position: [9, 9], name: 'Reply' }, start],
      ['Start > Judge it > Reply'],
    )
    expect(difference(before, after)).toEqual({ same: true, sentences: [], facts: [] })
  })

  it('names a new way out and what it does to the review', () => {
    const before = read([start, node('Ask', 'slack', { operation: 'sendAndWait' }), mail], ['Start > Ask > Mail'])
    const after = read(
      [start, node('Ask', 'slack', { operation: 'sendAndWait' }), mail, node('Post', 'twitter', { text: 'x' })],
      ['Start > Ask > Mail', 'Start > Post'],
    )
    const { same, sentences, facts } = difference(before, after)
    expect(same).toBe(false)
    expect(facts).toEqual(['publishesExternally', 'externalSendsReviewed'])
    expect(sentences).toContain('It now publishes outside.')
    expect(sentences).toContain('It now has what leaves reviewed by a person: some (before: all).')
    expect(sentences.some(sentence => sentence.startsWith('New step: n8n-nodes-base.twitter'))).toBe(true)
  })

  it('sees code that changed though no fact did', () => {
    const before = read([start, node('Code', 'code', { jsCode: 'return items' })], ['Start > Code'])
    const after = read([start, node('Code', 'code', { jsCode: 'return items.slice(0, 5)' })], ['Start > Code'])
    expect(difference(before, after)).toMatchObject({
      same: false,
      facts: [],
      sentences: [expect.stringMatching(/^New step: .*javascript/), expect.stringMatching(/^Gone: /)],
    })
  })

  it('says what is gone', () => {
    expect(difference(read([start, mail], ['Start > Mail']), read([start], [])).sentences).toContain(
      'It no longer sends messages by email.',
    )
  })
})
