import { createScanner } from '#src/engines/dlp/index.ts'

const MOST = 300

/** Who is mentioned stays, because a signature is evidence; what opens something, or reaches or pays somebody, does not. */
const scanner = createScanner({ types: ['SECRET', 'EMAIL_ADDRESS', 'PHONE_NUMBER', 'CREDIT_CARD', 'IBAN_CODE'] })

/**
 * Text out of somebody's file, as people may see it: short, without secrets, and without characters that could forge a line or
 * that a database refuses. Evidence quotes what a model is told, and people write passwords into prompts.
 */
export const shownText = (raw: string): string => {
  const line = raw
    .slice(0, 2 * MOST)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
  const { text } = scanner.redact(line)
  return text.length > MOST || raw.length > 2 * MOST ? `${text.slice(0, MOST).toWellFormed()}…` : text
}
