import { dictionary } from '@zxcvbn-ts/language-common'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgePassword } from './password-quality.ts'

const about = ['Alderney Works', 'Emil Strand', 'emil@alderney.example']
const judge = async (password: string) => (await judgePassword(password, about, 'password'))?.code ?? 'good'
const leaked = dictionary['passwords-common'].map(String)

describe('a password is refused', () => {
  test('with fourteen characters, however good they are; counted as people see them', async () => {
    expect(await judge('vG7#qLp2!xZr9k')).toBe('weak-password')
    expect(await judge('vG7#qLp2!xZr9kW')).toBe('good')
    // Seven characters of two UTF-16 halves each are seven.
    expect(await judge('🦉🧵🪵🥾🛶🧭🪁')).toBe('weak-password')
  })

  test('with more characters than are ever judged', async () => {
    expect(await judge('quiet otters '.repeat(20))).toBe('weak-password')
  })

  test('where it is on the list of leaked ones, however long', async () => {
    const long = leaked.filter(password => Array.from(password).length >= 15)
    expect(leaked.length).toBeGreaterThan(10_000)
    expect(long.length).toBeGreaterThan(5)
    for (const password of long) expect({ password, says: await judge(password) }).toEqual({ password, says: 'weak-password' })
  })

  test('where a leaked one is only made longer, by itself, a year or a row of keys', async () => {
    const tricks = [
      (word: string) => word.repeat(4).slice(0, 24),
      (word: string) => `${word}${word}2026!`,
      (word: string) => `${word}123456789012`,
      (word: string) => `qwertyuiop${word}`,
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...leaked.slice(0, 500)), fc.constantFrom(...tricks), async (word, lengthen) => {
        const password = lengthen(word)
        expect({ password, says: await judge(password) }).toEqual({ password, says: 'weak-password' })
      }),
      { numRuns: 300, seed: 26 },
    )
  })

  test('where it is made of who its owner is', async () => {
    for (const password of ['alderneyworksemil', 'emilstrandalderney', 'Emil.Strand@Alderney!!', 'ALDERNEY works EMIL 2026'])
      expect({ password, says: await judge(password) }).toEqual({ password, says: 'weak-password' })
  })
})

test('four words that have nothing to do with each other are good, in whatever script', async () => {
  for (const password of ['pears under slow thunder', 'Nebel über vier Kupferdächern', '静かな雨と七つの古い橋のうえで猫'])
    expect({ password, says: await judge(password) }).toEqual({ password, says: 'good' })
})
