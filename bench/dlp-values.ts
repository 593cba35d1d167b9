import { stdnum } from 'stdnum'
import type { Dice } from './dlp-random.ts'

/**
 * Made-up values with right check digits. Checks come from another library than the scanner's own formulas, or are
 * worked out here anew, so that a mistake in the scanner cannot hide in its own test.
 */
const until = (make: () => string, accept: (value: string) => boolean): string => {
  for (let tries = 0; tries < 200_000; tries++) {
    const value = make()
    if (accept(value)) return value
  }
  throw new Error('no valid value found')
}

const validBy =
  (country: string, id: string) =>
  (value: string): boolean =>
    stdnum[country]?.[id]?.validate(value).isValid ?? false

const luhnDigit = (body: string): string => {
  const sum = Array.from(body)
    .toReversed()
    .reduce((total, char, i) => total + (i % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(char)]! : Number(char)), 0)
  return String((10 - (sum % 10)) % 10)
}

const date = (d: Dice): { yy: string; yyyy: string; mm: string; dd: string } => {
  const year = d.int(1945, 2006)
  return {
    yyyy: String(year),
    yy: String(year).slice(2),
    mm: String(d.int(1, 12)).padStart(2, '0'),
    dd: String(d.int(1, 28)).padStart(2, '0'),
  }
}

export const card = (d: Dice): string => {
  const [prefix, length] = d.pick([
    ['4', 16],
    ['51', 16],
    ['55', 16],
    ['2221', 16],
    ['34', 15],
    ['37', 15],
    ['6011', 16],
    ['3528', 16],
    ['36', 14],
    ['4', 16],
    ['53', 16],
  ] as const)
  const body = prefix + d.digits(length - prefix.length - 1)
  const digits = body + luhnDigit(body)
  const mark = d.pick([' ', '-', '', ' ', ''])
  if (length === 15) return digits.replace(/(\d{4})(\d{6})(\d{5})/, `$1${mark}$2${mark}$3`)
  if (length === 14) return digits.replace(/(\d{4})(\d{6})(\d{4})/, `$1${mark}$2${mark}$3`)
  return digits.replace(/(\d{4})(\d{4})(\d{4})(\d{4})/, `$1${mark}$2${mark}$3${mark}$4`)
}

const IBAN_BODIES: Readonly<Record<string, string>> = {
  DE: '##################',
  GB: 'NWBK##############',
  FR: '##########ABC########98',
  ES: '####################',
  IT: 'X######################',
  NL: 'ABNA##########',
  BE: '############',
  AT: '################',
  CH: '#####012345678901',
  PL: '########################',
  SE: '####################',
  DK: '##############',
  FI: '##############',
  NO: '###########',
  PT: '#####################',
  IE: 'AIBK##############',
}

export const iban = (d: Dice, country: string): string => {
  const body = d.fill((IBAN_BODIES[country] ?? IBAN_BODIES['DE'] ?? '').replace(/[?%]/g, '#'))
  const place = IBAN_BODIES[country] ? country : 'DE'
  const number = Array.from(`${body}${place}00`, char => (/\d/.test(char) ? char : String(char.charCodeAt(0) - 55))).join('')
  const check = String(98n - (BigInt(number) % 97n)).padStart(2, '0')
  const compact = place + check + body
  return d.next() < 0.5 ? compact : (compact.match(/.{1,4}/g) ?? []).join(' ')
}

export const ssn = (d: Dice): string =>
  until(
    () => d.fill('###-##-####'),
    value => !/^(?:000|666|9)/.test(value) && !/-00-|-0000$/.test(value) && value !== '123-45-6789',
  )

/** National numbers: how each is written, and what holds it. */
export const NATIONAL: Readonly<Record<string, (d: Dice) => string>> = {
  US_SSN: ssn,
  US_ITIN: d => d.fill('9##-7#-####'),
  US_EIN: d => `${d.pick(['12', '20', '35', '47', '82', '91'])}-${d.digits(7)}`,
  CA_SIN: d => {
    const value = until(
      () => d.fill('%########'),
      text => validBy('CA', 'sin')(text) && !text.startsWith('8'),
    )
    return d.pick([value, value.replace(/(...)(...)(...)/, '$1 $2 $3'), value.replace(/(...)(...)(...)/, '$1-$2-$3')])
  },
  UK_NHS: d => {
    const value = until(
      () => d.fill('%#########'),
      text => Array.from(text).reduce((sum, char, i) => sum + Number(char) * (10 - i), 0) % 11 === 0,
    )
    return d.pick([value, value.replace(/(...)(...)(....)/, '$1 $2 $3')])
  },
  UK_NINO: d => {
    const value = `${d.pick(['AB', 'CE', 'HJ', 'JG', 'MW', 'PX', 'SZ', 'TE'])}${d.digits(6)}${d.pick(['A', 'B', 'C', 'D'])}`
    return d.pick([value, value.replace(/(..)(..)(..)(..)(.)/, '$1 $2 $3 $4 $5')])
  },
  DE_TAX_ID: d => {
    const value = until(
      () => {
        const ten = Array.from('0123456789')
          .sort(() => d.next() - 0.5)
          .join('')
          .replace(/^0(.)/, '$10')
        const at = d.int(1, 9)
        const body = ten.slice(0, at) + ten.charAt(0) + ten.slice(at + 1)
        return body + d.digits(1)
      },
      validBy('DE', 'idnr'),
    )
    return d.pick([value, value.replace(/(..)(...)(...)(...)/, '$1 $2 $3 $4')])
  },
  FR_NIR: d => {
    const { yy, mm } = date(d)
    const body = `${d.int(1, 2)}${yy}${mm}${String(d.int(1, 94)).padStart(2, '0').replace('20', '21')}${String(d.int(1, 900)).padStart(3, '0')}${String(d.int(1, 900)).padStart(3, '0')}`
    const value = body + String(97n - (BigInt(body) % 97n)).padStart(2, '0')
    return d.pick([value, value.replace(/(.)(..)(..)(..)(...)(...)(..)/, '$1 $2 $3 $4 $5 $6 $7')])
  },
  ES_NIF: d => {
    const value = until(() => d.fill('########?'), validBy('ES', 'dni'))
    return d.pick([value, `${value.slice(0, 8)}-${value.slice(8)}`])
  },
  IT_FISCAL_CODE: d =>
    until(
      () =>
        `${d.fill('??????')}${date(d).yy}${d.pick(['A', 'B', 'C', 'D', 'E', 'H', 'L', 'M', 'P', 'R', 'S', 'T'])}${date(d).dd}${d.pick(['F205', 'H501', 'L219', 'D612'])}${d.fill('?')}`,
      validBy('IT', 'codicefiscale'),
    ),
  NL_BSN: d => until(() => d.fill('%########'), validBy('NL', 'bsn')),
  BE_RRN: d => {
    const { yyyy, yy, mm, dd } = date(d)
    const body = `${yy}${mm}${dd}${String(d.int(1, 997)).padStart(3, '0')}`
    const check = String(97 - (Number((Number(yyyy) >= 2000 ? '2' : '') + body) % 97)).padStart(2, '0')
    return d.pick([body + check, `${yy}.${mm}.${dd}-${body.slice(6)}.${check}`])
  },
  CH_AHV: d => until(() => d.fill('756##########'), validBy('CH', 'ssn')).replace(/(...)(....)(....)(..)/, '$1.$2.$3.$4'),
  PL_PESEL: d =>
    until(
      () => `${date(d).yy}${date(d).mm}${date(d).dd}${d.digits(5)}`,
      value => Number(value.slice(0, 2)) > 9 && validBy('PL', 'pesel')(value),
    ),
  SE_PERSONNUMMER: d => {
    const { yyyy, yy, mm, dd } = date(d)
    const body = `${yy}${mm}${dd}${d.digits(3)}`
    const tail = `${body.slice(6)}${luhnDigit(body)}`
    return d.pick([`${yy}${mm}${dd}-${tail}`, `${yyyy}${mm}${dd}-${tail}`, `${yyyy}${mm}${dd}${tail}`])
  },
  DK_CPR: d => `${date(d).dd}${date(d).mm}${date(d).yy}-${d.fill('%###')}`,
  FI_HETU: d =>
    until(
      () => `${date(d).dd}${date(d).mm}${date(d).yy}-${d.int(100, 899)}${d.pick(Array.from('0123456789ABCDEFHJKLMNPRSTUVWXY'))}`,
      validBy('FI', 'hetu'),
    ),
  PT_NIF: d => until(() => d.fill('2########'), validBy('PT', 'nif')),
  IN_AADHAAR: d => until(() => `${d.int(2, 9)}${d.digits(11)}`, validBy('IN', 'aadhaar')).replace(/(....)(....)(....)/, '$1 $2 $3'),
  IN_PAN: d => `${d.fill('???')}P${d.fill('?####?')}`,
  BR_CPF: d => until(() => d.digits(11), validBy('BR', 'cpf')).replace(/(...)(...)(...)(..)/, '$1.$2.$3-$4'),
  BR_CNPJ: d =>
    until(() => `${d.digits(8)}0001${d.digits(2)}`, validBy('BR', 'cnpj')).replace(/(..)(...)(...)(....)(..)/, '$1.$2.$3/$4-$5'),
  AU_TFN: d => until(() => d.fill('%########'), validBy('AU', 'tfn')).replace(/(...)(...)(...)/, '$1 $2 $3'),
  AU_MEDICARE: d => {
    const body = `${d.int(2, 6)}${d.digits(7)}`
    const check = Array.from(body).reduce((sum, char, i) => sum + Number(char) * [1, 3, 7, 9, 1, 3, 7, 9][i]!, 0) % 10
    return `${body.slice(0, 4)} ${body.slice(4)}${check} ${d.int(1, 9)}`
  },
  ZA_ID: d => {
    const body = `${date(d).yy}${date(d).mm}${date(d).dd}${d.digits(4)}08`
    return body + luhnDigit(body)
  },
  KR_RRN: d => {
    const body = `${date(d).yy}${date(d).mm}${date(d).dd}${d.int(1, 2)}${d.digits(5)}`
    const sum = Array.from(body).reduce((total, char, i) => total + Number(char) * [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5][i]!, 0)
    return `${body.slice(0, 6)}-${body.slice(6)}${(11 - (sum % 11)) % 10}`
  },
  SG_NRIC: d => {
    const body = d.digits(7)
    const sum = Array.from(body).reduce((total, char, i) => total + Number(char) * [2, 7, 6, 5, 4, 3, 2][i]!, 0)
    return `S${body}${'JZIHGFEDCBA'.charAt(sum % 11)}`
  },
}

export const vin = (d: Dice): string => {
  const value = (char: string): number =>
    /\d/.test(char)
      ? Number(char)
      : ({
          A: 1,
          B: 2,
          C: 3,
          D: 4,
          E: 5,
          F: 6,
          G: 7,
          H: 8,
          J: 1,
          K: 2,
          L: 3,
          M: 4,
          N: 5,
          P: 7,
          R: 9,
          S: 2,
          T: 3,
          U: 4,
          V: 5,
          W: 6,
          X: 7,
          Y: 8,
          Z: 9,
        }[char] ?? 0)
  const body = Array.from({ length: 11 }, () => d.pick(Array.from('ABCDEFGHJKLMNPRSTUVWXYZ0123456789'))).join('') + d.digits(6)
  const sum =
    Array.from(body).reduce(
      (total, char, i) => total + (i === 8 ? 0 : value(char) * [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2][i]!),
      0,
    ) % 11
  return body.slice(0, 8) + (sum === 10 ? 'X' : String(sum)) + body.slice(9)
}

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const noise = (d: Dice, length: number, alphabet = ALNUM): string =>
  Array.from({ length }, () => alphabet.charAt(d.int(0, alphabet.length - 1))).join('')
const HEX = '0123456789abcdef'

const glued = (...parts: string[]): string => parts.join('')

/** Made when they are needed, from parts: nothing that looks like a secret stands in the source. */
export const SECRETS: Readonly<Record<string, (d: Dice) => string>> = {
  'aws-access-key': d => glued('AK', 'IA', noise(d, 16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')),
  'github-token': d => glued('gh', 'p_', noise(d, 36)),
  'gitlab-token': d => glued('gl', 'pat-', noise(d, 20)),
  'slack-token': d => glued('xo', 'xb-', d.digits(12), '-', d.digits(12), '-', noise(d, 24)),
  'stripe-key': d => glued('sk', '_live_', noise(d, 24)),
  'google-api-key': d => glued('AI', 'za', noise(d, 35)),
  'openai-key': d => glued('sk', '-proj-', noise(d, 48)),
  'anthropic-key': d => glued('sk', '-ant-api03-', noise(d, 80)),
  'npm-token': d => glued('np', 'm_', noise(d, 36)),
  'sendgrid-key': d => glued('S', 'G.', noise(d, 22), '.', noise(d, 43)),
  'twilio-key': d => glued('S', 'K', noise(d, 32, HEX)),
  'huggingface-token': d => glued('h', 'f_', noise(d, 34)),
  'databricks-token': d => glued('da', 'pi', noise(d, 32, HEX)),
  'digitalocean-token': d => glued('do', 'p_v1_', noise(d, 64, HEX)),
  'shopify-token': d => glued('shp', 'at_', noise(d, 32, HEX)),
  'mailgun-key': d => glued('ke', 'y-', noise(d, 32, HEX)),
  'pypi-token': d => glued('py', 'pi-', noise(d, 120)),
  'vault-token': d => glued('hv', 's.', noise(d, 40)),
  'azure-client-secret': d => glued(noise(d, 3), d.digits(1), 'Q', '~', noise(d, 34)),
  jwt: d => [glued('ey', 'JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9'), glued('ey', 'J', noise(d, 60)), noise(d, 43)].join('.'),
  'connection-string': d => `postgresql://app:${noise(d, 12)}@db${d.int(1, 9)}.example.net:5432/sales`,
  'private-key': d =>
    ['-----BEGIN PRIV', 'ATE KEY-----\n', ...Array.from({ length: 6 }, () => `${noise(d, 64)}\n`), '-----END PRIV', 'ATE KEY-----'].join(
      '',
    ),
  'telegram-token': d => `${d.int(100000000, 999999999)}:${'A'.repeat(2)}${noise(d, 33)}`,
  'postman-key': d => glued('PM', 'AK-', noise(d, 24, HEX), '-', noise(d, 34, HEX)),
  'linear-key': d => glued('lin', '_api_', noise(d, 40)),
}
