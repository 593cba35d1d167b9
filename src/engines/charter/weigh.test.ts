import { describe, expect, it } from 'vitest'
import { charterFrom, defaultCharter, defaultFiles, editedFiles } from './default-charter.fixture.ts'
import { colleaguesFrom, loadCharter, weigh, type Charter } from './index.ts'

const nobody = colleaguesFrom([])
const weighed = (
  found: readonly (readonly [type: string, value: string])[],
  tool: string,
  colleagues = nobody,
  charter: Charter = defaultCharter,
) => {
  let text = ''
  const matches = found.map(([type, value]) => {
    const start = text.length
    text += `${value} `
    return { type, start, end: start + value.length, confidence: 0.9 }
  })
  return weigh(charter, { text, matches, tool, colleagues })
}
const mails = (count: number, domain = 'customer.example') =>
  Array.from({ length: count }, (_, i) => ['EMAIL_ADDRESS', `person${i}@${domain}`] as const)

describe('what the scanner found, weighed by the charter', () => {
  it('reports two contacts and acts from three on, counting different ones', () => {
    expect(weighed(mails(2), 'public-chat').action).toBe('report')
    expect(weighed(mails(3), 'public-chat').action).toBe('block')
    expect(weighed([...mails(2), ...mails(2), ...mails(2)], 'public-chat').action).toBe('report')
    expect(weighed(mails(3), 'company-assistant').action).toBe('allow')
  })

  it('counts a whole signature as one contact', () => {
    const signature = [
      ['PERSON', 'Jo Doe'],
      ...mails(1),
      ['PHONE_NUMBER', '030 1'],
      ['PHONE_NUMBER', '030 2'],
      ['PHONE_NUMBER', '030 3'],
    ] as const
    expect(weighed(signature, 'public-chat').matches.map(({ action }) => action)).toEqual(Array.from({ length: 5 }, () => 'report'))
  })

  it('knows colleagues by domain and by directory, and nobody by a name that ends alike', () => {
    const directory = colleaguesFrom(['Ada Byron', 'max@partner.example'])
    const of = (type: string, value: string) => weighed([[type, value]], 'public-chat', directory).matches[0]
    expect(of('EMAIL_ADDRESS', 'X@Aldermoor.EXAMPLE')).toMatchObject({ colleague: true, dataClass: 'internal' })
    expect(of('PERSON', 'BYRON,  Ada')).toMatchObject({ colleague: true, dataClass: 'internal' })
    expect(of('EMAIL_ADDRESS', 'max@partner.example')).toMatchObject({ colleague: true })
    for (const other of [
      'x@aldermoor.example.evil.example',
      'x@notaldermoor.example',
      'x@sub.aldermoor.example',
      'aldermoor.example@evil.example',
    ])
      expect(of('EMAIL_ADDRESS', other), other).toMatchObject({ colleague: false, dataClass: 'customer-pii' })
  })

  it('does not add colleagues to customers, and lets the strictest action stand for all', () => {
    expect(weighed([...mails(2), ...mails(9, 'aldermoor.example')], 'code-assistant').matches.map(({ action }) => action)).toEqual([
      'report',
      'report',
      ...Array.from({ length: 9 }, () => 'allow'),
    ])
    expect(
      weighed(
        [
          ['DATE_TIME', 'today'],
          ['SECRET', 'x'],
          ['MEDICAL_RECORD', '1'],
        ],
        'company-assistant',
      ),
    ).toMatchObject({
      action: 'block',
      matches: [{ action: 'allow' }, { action: 'redact' }, { action: 'block' }],
    })
    expect(weighed([], 'public-chat')).toMatchObject({ action: 'allow', matches: [] })
  })

  it('gives reasons in both languages, with the words for tool and data class', () => {
    const [match] = weighed([['IBAN_CODE', 'DE1']], 'public-chat').matches
    expect(match?.because.map(({ en }) => en)).toEqual([
      'It is a card, an account or a tax number of a company.',
      'Public chat service is not approved for financial records.',
    ])
    expect(match?.because[1]?.de).toBe('Öffentlicher Chatdienst ist nicht freigegeben für: Finanzunterlagen.')
  })

  it('stops everything before a tool that was withdrawn, and treats an unknown one as unlisted', () => {
    const { documents } = defaultCharter
    const tools = documents['tools.yaml'].tools.map(tool => ({ ...tool, status: 'withdrawn' as const }))
    const withdrawn = { ...defaultCharter, documents: { ...documents, 'tools.yaml': { ...documents['tools.yaml'], tools } } }
    expect(weighed([['URL', 'x']], 'company-assistant', nobody, withdrawn).action).toBe('block')
    expect(weighed([['SECRET', 'x']], 'company-assistant', nobody, withdrawn).action).toBe('block')
    expect(weighed([['SECRET', 'x']], 'other:thing').action).toBe('block')
    expect(weighed([['IP_ADDRESS', '10.0.0.1']], 'other:thing').action).toBe('allow')
  })
})

describe('mistakes in info-types.yaml are told by line', () => {
  const lineOf = (words: string): number =>
    (defaultFiles
      .find(({ path }) => path.endsWith('info-types.yaml'))
      ?.text.split('\n')
      .findIndex(line => line.includes(words)) ?? -1) + 1
  it.each([
    ['a class that is not there', 'dataClass: health', 'dataClass: helth', 'id: health-numbers', 'health'],
    ['a type in no group', 'infoTypes: [SECRET]', 'infoTypes: [SECRETS]', '', 'No group has SECRET'],
    ['a type in two groups', '[MEDICAL_RECORD, UK_NHS', '[MEDICAL_RECORD, SECRET, UK_NHS', '', 'two groups'],
    ['an unknown field', 'actsFrom: 3', 'actFrom: 3', 'actsFrom: 3', 'actFrom'],
    ['an unknown place to fill', '"{tool} gets it', '"{toll} gets it', 'redact: {', '{toll}'],
    ['an example that comes out otherwise', 'actsFrom: 3', 'actsFrom: 1', '', 'Example one-signature'],
    [
      'a group shown on one side',
      'about: machines\n    tool: public-chat',
      'about: everyday\n    tool: public-chat',
      '',
      'machines stopped',
    ],
    ['an unknown group', 'about: keys', 'about: kees', '', 'no group "kees"'],
  ])('%s', (_, from, to, near, says) => {
    const loaded = loadCharter(editedFiles('info-types.yaml', from, to))
    const problems = loaded.ok ? [] : loaded.problems
    const problem = problems.find(({ wrong, instead }) => `${wrong} ${instead}`.includes(says))
    expect(problem).toMatchObject({ file: 'charter/info-types.yaml', instead: expect.stringMatching(/./) })
    expect(Math.abs((problem?.line ?? 0) - lineOf(near === '' ? 'yaml-language-server' : near))).toBeLessThan(near === '' ? 1000 : 4)
  })

  it('the shipped document itself is right', () => {
    expect(() => charterFrom(defaultFiles)).not.toThrow()
  })
})
