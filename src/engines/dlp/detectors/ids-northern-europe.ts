import { isDay, isShortDay, luhn, weighted } from '../checksums.ts'
import { words } from '../context.ts'
import type { Detector } from '../types.ts'

/** Ustawa o ewidencji ludności: weights 1 3 7 9; the century is coded in the month (+20 for 2000, +80 for 1800 …). */
const isPesel = (n: string): boolean => {
  const month = Number(n.slice(2, 4))
  const century = [1900, 2000, 2100, 2200, 1800][Math.floor(month / 20)] ?? 0
  return (
    isDay(century + Number(n.slice(0, 2)), month % 20, Number(n.slice(4, 6))) && weighted(n, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0
  )
}

/** SFS 1991:481 and Skatteverket: Luhn over the last ten digits; coordination numbers add 60 to the day. */
const isSwedish = (n: string): boolean => {
  if (n.length === 12 && !/^(?:18|19|20)/.test(n)) return false
  const ten = n.slice(-10)
  const day = Number(ten.slice(4, 6))
  return isShortDay(ten.slice(0, 2), ten.slice(2, 4), String(day > 60 ? day - 60 : day)) && luhn(ten)
}

/** CPR-kontoret: day, month, year, serial. Since 2007 numbers without the modulus 11 check are issued too. */
const isDanish = (n: string): boolean => isShortDay(n.slice(4, 6), n.slice(2, 4), n.slice(0, 2)) && !n.endsWith('0000')
const hasDanishCheck = (n: string): boolean => isDanish(n) && weighted(n, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0

/** Digital and Population Data Services Agency: nine digits mod 31; signs of the century since 2023 include U–Y and A–F. */
const HETU = /^(\d\d)(\d\d)(\d\d)[-+A-FU-Y]?(\d{3})([0-9A-FHJ-NPR-Y])$/
const isHetu = (_: string, raw: string): boolean => {
  const match = HETU.exec(raw.toUpperCase())
  if (!match || !/[-+A-Z]/i.test(raw.charAt(6))) return false
  const [, dd = '', mm = '', yy = '', serial = '', check = ''] = match
  return isShortDay(yy, mm, dd) && serial >= '002' && '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(dd + mm + yy + serial) % 31] === check
}

const SE = words('personn|pnr\\b|p-nr|samordningsnummer|swedish (?:id|personal)|personal (?:identity )?number|skatteverket')
const DK = words('cpr|personnummer|danish (?:id|personal)|cpr-nr')

export const northernEuropeanIds: Detector = {
  family: 'ids-northern-europe',
  types: ['PL_PESEL', 'SE_PERSONNUMMER', 'DK_CPR', 'FI_HETU'],
  forms: [
    {
      type: 'PL_PESEL',
      written: ['###########', '###### #####', '######-#####'],
      check: isPesel,
      label: words('pesel|ewidencyjny|polish id'),
      alone: 0.7,
      labelled: 0.99,
    },
    {
      type: 'SE_PERSONNUMMER',
      written: ['########-####', '######-####', '######+####', '########+####', '######## ####'],
      check: isSwedish,
      label: SE,
      alone: 0.86,
      labelled: 0.98,
    },
    { type: 'SE_PERSONNUMMER', written: ['############'], check: isSwedish, label: SE, alone: 0.6, labelled: 0.97 },
    { type: 'SE_PERSONNUMMER', written: ['##########', '###### ####'], check: isSwedish, label: SE, alone: 0, labelled: 0.95 },
    { type: 'DK_CPR', written: ['######-####'], check: hasDanishCheck, label: DK, alone: 0.75, labelled: 0.98 },
    { type: 'DK_CPR', written: ['######-####'], check: isDanish, label: DK, alone: 0.55, labelled: 0.96 },
    {
      type: 'DK_CPR',
      written: ['##########', '###### ####', '## ## ## ####', '##.##.##-####', '##-##-##-####'],
      check: isDanish,
      label: DK,
      alone: 0,
      labelled: 0.95,
    },
    {
      type: 'FI_HETU',
      written: ['######-###A', '######A###A', '######+###A', '######-####', '######A####', '######+####'],
      check: isHetu,
      label: words('hetu|henkilö|sotu|finnish (?:id|personal)|personal identity'),
      alone: 0.92,
      labelled: 0.99,
    },
  ],
  examples: [
    {
      type: 'PL_PESEL',
      found: ['PESEL «44051401359»', '«44051401359» to mój numer'],
      ignored: ['44051401358', 'PESEL 44991401359', 'ticket 44051401359', '0.4.8 / 2014-09-28', '7.3.0 (2020-06-11)'],
    },
    {
      type: 'SE_PERSONNUMMER',
      found: ['personnummer «811228-9874»', '«19811228-9874»', 'pnr «198112289874»', '«670919-9530»'],
      ignored: ['811228-9873', 'order 8112289874', '811328-9874'],
    },
    {
      type: 'DK_CPR',
      found: ['CPR «211062-5629»', 'cpr-nummer: «2110625629»'],
      ignored: ['2110625629', 'CPR 321362-5629', 'article 211062-5629'],
    },
    { type: 'FI_HETU', found: ['henkilötunnus «131052-308T»', '«131052A308T»'], ignored: ['131052-308U', '321352-308T'] },
  ],
}
