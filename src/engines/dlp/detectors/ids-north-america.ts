import { luhn } from '../checksums.ts'
import { words } from '../context.ts'
import type { Detector } from '../types.ts'

/** SSA: area 000, 666 and 900–999, group 00 and serial 0000 were never given out; two numbers are famous advertisements. */
const isSsn = (n: string): boolean =>
  !/^(?:000|666|9)/.test(n) &&
  n.slice(3, 5) !== '00' &&
  n.slice(5) !== '0000' &&
  n !== '078051120' &&
  n !== '219099999' &&
  n !== '123456789'

/** IRS: starts with 9, fourth and fifth digit 50–65, 70–88, 90–92, 94–99. */
const isItin = (n: string): boolean => /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])/.test(n)

/** IRS campus and internet prefixes that have been assigned. */
const EIN_PREFIX = /^(?:0[1-6]|1[0-6]|2[0-7]|3[0-9]|4[0-8]|5[0-9]|6[0-8]|7[1-7]|8[0-8]|9[0-58-9])/

const SSN = words('ssn|social|soc\\.? sec|ss ?#|ss no|seguro social|sozialversicherung|taxpayer id')

export const northAmericanIds: Detector = {
  family: 'ids-north-america',
  types: ['US_SSN', 'US_ITIN', 'US_EIN', 'CA_SIN'],
  forms: [
    { type: 'US_SSN', written: ['###-##-####'], check: isSsn, label: SSN, alone: 0.85, labelled: 0.98 },
    { type: 'US_SSN', written: ['### ## ####', '###.##.####'], check: isSsn, label: SSN, alone: 0.6, labelled: 0.97 },
    {
      type: 'US_SSN',
      written: ['#########', '### ### ###', '###-###-###', '###/##/####'],
      check: n => isSsn(n) || n === '123456789',
      label: SSN,
      alone: 0,
      labelled: 0.93,
    },
    { type: 'US_SSN', written: ['###-##-####'], check: n => n === '123456789', label: SSN, alone: 0.6, labelled: 0.9 },
    {
      type: 'US_ITIN',
      written: ['###-##-####'],
      check: isItin,
      label: words('itin|individual taxpayer|tax ?id|taxpayer'),
      alone: 0.8,
      labelled: 0.97,
    },
    {
      type: 'US_ITIN',
      written: ['#########', '### ## ####'],
      check: isItin,
      label: words('itin|individual taxpayer|taxpayer id'),
      alone: 0,
      labelled: 0.92,
    },
    {
      type: 'US_EIN',
      written: ['##-#######'],
      check: n => EIN_PREFIX.test(n),
      label: words('ein\\b|fein|employer id|federal id|federal tax|tax id|tin\\b|irs'),
      alone: 0.3,
      labelled: 0.95,
    },
    {
      type: 'US_EIN',
      written: ['#########'],
      check: n => EIN_PREFIX.test(n),
      label: words('ein\\b|fein|employer id'),
      alone: 0,
      labelled: 0.85,
    },
    {
      type: 'CA_SIN',
      written: ['### ### ###', '###-###-###'],
      check: n => luhn(n) && !/^[08]/.test(n),
      label: words('sin\\b|social insurance|nas\\b|assurance sociale'),
      alone: 0.5,
      labelled: 0.97,
    },
    {
      type: 'CA_SIN',
      written: ['### ### ###', '###-###-###'],
      check: luhn,
      label: words('sin\\b|social insurance|nas\\b|assurance sociale'),
      alone: 0,
      labelled: 0.9,
    },
    {
      type: 'CA_SIN',
      written: ['#########'],
      check: n => luhn(n) && !/^[08]/.test(n),
      label: words('sin\\b|social insurance|nas\\b|assurance sociale'),
      alone: 0,
      labelled: 0.95,
    },
  ],
  examples: [
    {
      type: 'US_SSN',
      found: [
        'SSN «536-90-4399»',
        'her social security number is «536904399»',
        '«536 90 4399» is my social',
        '{"customerSsn": "«536-90-4399»"}',
      ],
      ignored: ['000-12-3456', '666-12-3456', '536-00-4399', 'part 536904399', '1-536-90-4399', '536-90-4399-01'],
    },
    { type: 'US_ITIN', found: ['ITIN: «912-78-1234»'], ignored: ['912-49-1234', 'item 912781234'] },
    { type: 'US_EIN', found: ['EIN «12-3456789»', 'Federal Tax ID: «98-7654321»'], ignored: ['invoice 12-3456789', 'EIN 07-3456789'] },
    { type: 'CA_SIN', found: ['SIN «130 692 544»', 'social insurance number «130692544»'], ignored: ['SIN 130 692 545', '130692544'] },
  ],
}
