import { did as de, kinds as kindsDe } from '../../web/texts/ledger/acts-de.ts'
import { did as en, kinds as kindsEn } from '../../web/texts/ledger/acts-en.ts'

/** The words of the ledger's page for what happened, for channels that are told by the server: one place says them. */
export const actsSource = (): string =>
  [
    '/* Written from web/texts/ledger by `npm run generate`; change it there. */',
    `export const acts: Record<'en' | 'de', Record<string, string>> = ${JSON.stringify({ en, de }, null, 2)}`,
    `export const kinds: Record<'en' | 'de', Record<string, string>> = ${JSON.stringify({ en: kindsEn, de: kindsDe }, null, 2)}`,
    '',
  ].join('\n\n')
