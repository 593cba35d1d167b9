import type { Dice } from './dlp-random.ts'
import { dice } from './dlp-random.ts'
import { LOCALES, type Locale } from './dlp-locales.ts'
import { card, iban, NATIONAL, SECRETS, vin } from './dlp-values.ts'

export interface Span {
  type: string
  start: number
  end: number
}

export interface Labelled {
  text: string
  spans: Span[]
}

const pad = (n: number): string => String(n).padStart(2, '0')

/** Names half from the locale's stock, half built from syllables, as nobody's list contains every name. */
const rareName = (d: Dice, locale: Locale): string => {
  const word = Array.from({ length: d.int(2, 3) }, () => d.pick(locale.syllables)).join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}
const given = (d: Dice, locale: Locale): string => (d.next() < 0.8 ? d.pick(locale.given) : rareName(d, locale))
const surname = (d: Dice, locale: Locale): string => (d.next() < 0.6 ? d.pick(locale.surnames) : rareName(d, locale))

const MAKERS: Readonly<Record<string, (d: Dice, locale: Locale) => string>> = {
  PERSON: (d, l) => `${given(d, l)} ${surname(d, l)}`,
  SURNAME: (d, l) => surname(d, l),
  GIVEN: (d, l) => d.pick(l.given),
  EMAIL_ADDRESS: (d, l) =>
    `${given(d, l)}${d.pick(['.', '_', '', '-'])}${surname(d, l)}${d.pick(['', '', String(d.int(1, 99))])}@${d.pick(['example.com', 'mail.example.org', 'firma.example.de', 'post.co.uk', 'corp.io'])}`
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^\x21-\x7e]/g, ''),
  PHONE_NUMBER: (d, l) => d.fill(d.pick(l.phones)),
  CREDIT_CARD: d => card(d),
  IBAN_CODE: (d, l) => iban(d, l.iban),
  IP_ADDRESS: d =>
    d.next() < 0.75
      ? `${d.int(11, 223)}.${d.int(0, 255)}.${d.int(0, 255)}.${d.int(1, 254)}`
      : `2001:db8:${d.int(1, 9999).toString(16)}::${d.int(1, 65535).toString(16)}:${d.int(1, 65535).toString(16)}`,
  MAC_ADDRESS: d =>
    Array.from({ length: 6 }, () => pad(d.int(10, 99)))
      .join(':')
      .replace(/^../, 'a4'),
  URL: d =>
    `https://${d.pick(['www.', '', 'portal.'])}${d.pick(['example', 'contoso', 'fabrikam', 'acme-tools'])}.${d.pick(['com', 'org', 'de', 'co.uk', 'io'])}${d.pick(['', '/orders', '/a/b?id=7', '/docs/index.html#top'])}`,
  DATE_OF_BIRTH: (d, l) => dateText(d, l, d.int(1940, 2005)),
  DATE_TIME: (d, l) => dateText(d, l, d.int(2015, 2026)),
  STREET_ADDRESS: (d, l) => d.fill(d.pick(l.streets).replace('{street}', d.pick(l.streetNames)).replace('{city}', d.pick(l.cities))),
  LOCATION: (d, l) => d.pick([...l.cities, l.country]),
  ORGANIZATION: (d, l) => `${rareName(d, l)} ${d.pick(l.legal)}`,
  NATIONAL: (d, l) => (NATIONAL[l.id] ?? NATIONAL['US_SSN']!)(d),
  SECRET: d => d.pick(Object.values(SECRETS))(d),
  PASSWORD: d => d.pick(['Wint', 'Secr', 'Adm', 'Hunt']) + d.pick(['er', 'et', 'in', 'er']) + d.digits(3) + d.pick(['!', '#', '?x', '$']),
  VIN: d => vin(d),
  US_DRIVER_LICENSE: d => d.fill(d.pick(['?#######', '#########', '########', '?##-##-####', '?###-####-####', '##???####'])),
  PASSPORT: d => d.fill(d.pick(['?########', '#########', '??#######', 'C##X##T##'])),
  MEDICAL_RECORD: d => d.fill(d.pick(['########', 'MR-#######', '######'])),
  BANK_ACCOUNT: d => d.digits(d.int(8, 10)).replace(/^0/, '4'),
  AGE: d => String(d.int(18, 89)),
}

const TYPE_OF: Readonly<Record<string, string>> = { SURNAME: 'PERSON', GIVEN: 'PERSON', PASSWORD: 'SECRET' }

const dateText = (d: Dice, l: Locale, year: number): string => {
  const month = d.int(1, 12)
  const day = d.int(1, 28)
  const name = new Intl.DateTimeFormat(l.code, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, day),
  )
  return d.pick([
    name,
    `${year}-${pad(month)}-${pad(day)}`,
    l.code === 'en-US' ? `${pad(month)}/${pad(day)}/${year}` : `${pad(day)}.${pad(month)}.${year}`,
    `${pad(day)}/${pad(month)}/${year}`,
  ])
}

/** Fills `{TYPE}` and notes where each value stands. */
export const fill = (template: string, d: Dice, locale: Locale): Labelled => {
  const spans: Span[] = []
  let text = ''
  let done = 0
  for (const match of template.matchAll(/\{([A-Z_]+)\}/g)) {
    const name = match[1] ?? ''
    const maker = MAKERS[name]
    if (!maker) throw new Error(`no maker for ${name}`)
    const value = maker(d, locale)
    text += template.slice(done, match.index)
    spans.push({ type: TYPE_OF[name] ?? (name === 'NATIONAL' ? locale.id : name), start: text.length, end: text.length + value.length })
    text += value
    done = match.index + match[0].length
  }
  return { text: text + template.slice(done), spans }
}

/** Texts of all locales in turn; what is written in them stands in `dlp-locales.ts`. */
export const corpus = (seed: number, count: number): (Labelled & { locale: string })[] => {
  const d = dice(seed)
  return Array.from({ length: count }, (_, i) => {
    const locale = LOCALES[i % LOCALES.length]!
    const templates = [...locale.templates, ...(locale.code.startsWith('en') ? ENGLISH : NEUTRAL)]
    const parts = Array.from({ length: d.int(1, 3) }, () => fill(d.pick(templates), d, locale))
    let text = ''
    const spans: Span[] = []
    for (const part of parts) {
      if (text !== '') text += d.pick(['\n', ' ', '\n\n'])
      spans.push(...part.spans.map(({ type, start, end }) => ({ type, start: start + text.length, end: end + text.length })))
      text += part.text
    }
    return { locale: locale.code, text, spans }
  })
}

/** Shapes without a language: data, code, logs. */
const NEUTRAL = [
  '{"name":"{PERSON}","email":"{EMAIL_ADDRESS}","phone":"{PHONE_NUMBER}"}',
  'id;mail;iban\n4711;{EMAIL_ADDRESS};{IBAN_CODE}',
  '{"card_number": "{CREDIT_CARD}", "amount": 1299.00, "currency": "EUR"}',
  'ip={IP_ADDRESS} user={EMAIL_ADDRESS} status=200 bytes=51234',
  'curl -H "Authorization: Bearer {SECRET}" {URL}',
  'VIN: {VIN}',
  'IBAN: {IBAN_CODE}',
  'client_mac={MAC_ADDRESS} src={IP_ADDRESS}',
] as const

const ENGLISH = [
  ...NEUTRAL,
  'Hi {GIVEN},\n\ncould you send the contract to {EMAIL_ADDRESS}? You can call me on {PHONE_NUMBER}.\n\nBest regards,\n{PERSON}',
  'My name is {PERSON} and my card number is {CREDIT_CARD}. Please refund the last order.',
  '{PERSON} lives at {STREET_ADDRESS} and was born on {DATE_OF_BIRTH}.',
  'Please update the address of {PERSON} to {STREET_ADDRESS}.',
  'The payment to {ORGANIZATION} goes to IBAN {IBAN_CODE}.',
  'Login failed from {IP_ADDRESS} for {EMAIL_ADDRESS}.',
  'We met {PERSON} from {ORGANIZATION} in {LOCATION} last week.',
  'I am moving from {LOCATION} to {LOCATION} in spring.',
  'Patient {PERSON}, DOB {DATE_OF_BIRTH}, MRN {MEDICAL_RECORD}, was admitted on {DATE_TIME}.',
  'Her passport number is {PASSPORT}, valid for ten years.',
  "The driver's license number on file is {US_DRIVER_LICENSE}.",
  'Account number: {BANK_ACCOUNT}, please do not share.',
  'The password is {PASSWORD}, change it after the first login.',
  'export API_KEY={SECRET}',
  'My new mobile is {PHONE_NUMBER}.',
  'Mr. {SURNAME} asked for a copy of the invoice.',
  'Ask {PERSON} or {PERSON} about the rollout; both know {URL} well.',
  'He is {AGE} years old and works in {LOCATION}.',
  'Customer: {PERSON}\nPhone: {PHONE_NUMBER}\nAddress: {STREET_ADDRESS}\nCard: {CREDIT_CARD}',
] as const

/** Texts in which nothing is to be found. Each is somebody's everyday prompt or data. */
export const clean = (seed: number, count: number): string[] => {
  const d = dice(seed)
  return Array.from({ length: count }, () => d.fill(d.pick(CLEAN)))
}

const CLEAN = [
  'Summarise the following meeting notes in five bullet points and list the open decisions.',
  'Write a polite reminder that the order %########## has not been paid yet.',
  'Part number %###-###-#### is out of stock, use %##-#### instead.',
  'Order no. ##########, tracking 1Z%##??########, shipped in 3 parcels.',
  'ISBN 978-3-16-148410-0 and ISBN 0-306-40615-2 are out of print.',
  'Upgrade from version 10.0.%####.### to 10.0.%####.### before the weekend.',
  'commit 3f9a1c7e5b2d80463f9a1c7e5b2d8046%#######, parent 9b1d',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f0#a08',
  'epoch 17########, next run at 17########000 ms',
  'The price rose from 1,234.50 to 1,%##.99 within %# months; total 12,345,678.00.',
  'const total = items.reduce((sum, item) => sum + item.price * 1.19, 0)',
  'SELECT customer_id, sum(amount) FROM invoices WHERE year = 2025 GROUP BY 1 LIMIT %##;',
  'ERROR job %#### failed after %##.## s with exit code 137 (attempt 3 of 5)',
  'Invoice ##########/2026, customer number %######, due in 30 days.',
  'Explain the difference between a left join and an inner join with an example.',
  'What are good interview questions for a data analyst?',
  'Translate into German: The delivery will arrive on time.',
  'Bitte fasse den Vertrag in einfachen Worten zusammen und nenne die Fristen.',
  'Rédige une réponse courte et polie à cette réclamation.',
  'Escribe un resumen de las ventas del trimestre en tres frases.',
  'uuid 550e8400-e29b-41d4-a716-44665544#### was not found in table %##',
  'Set the timeout to ##### ms and retry %# times; see section %.%.%# of the handbook.',
  'GTIN 40#########, lot %####-?, best before end of next year, pallet ###### of ######',
  'Room 3.1%#, floor 4, seats 1%-2#, projector code ####',
  'x1 = 0.%#####; x2 = -12.%###e-5; n = 10000; p < 0.05',
  'Ticket INC00##### is linked to CHG00##### and PRB00#####.',
  'The forgot password page returns 404 when the token is missing.',
  'def parse(line: str) -> dict: return json.loads(line)["items"][0]',
  'GET /api/v2/orders/########?limit=50&offset=1## HTTP/1.1 200 %### 0.0##',
  'Our team meets every other week; the agenda is shared before noon.',
  'Compare three ways to forecast demand and recommend one.',
  'The warehouse has 12 docks, 4 of them cooled, and handles 1 2## pallets a day.',
  'Machine serial ???-########, firmware 2.%.%#, model XR-%###.',
  'IMEI check skipped; batch ##-####-## passed; yield 9#.# percent',
  'Draft a job description for a warehouse manager with forklift experience.',
  'Rewrite this paragraph so that a twelve-year-old understands it.',
  'Die Bestellung ########## wurde geändert, Artikel %##-##-### entfällt.',
  'rows: ##### | cols: ## | null: 0 | dup: 1##',
] as const
