/**
 * The scanner for sensitive data: pure functions over text, usable as a library.
 *
 *     const scanner = createScanner()
 *     scanner.scan('Card 4111 1111 1111 1111')  // [{ type: 'CREDIT_CARD', kind: 'visa', start: 5, end: 24, confidence: 0.99 }]
 *
 * What is found, how confidence is made and what cannot be caught: `docs/scanner.md`.
 */
export { companyDetector, exactHash, type CompanyDetector } from './company.ts'
export { createVault, redact, restore, type Originals, type Redacted, type Vault } from './redact.ts'
export { createScanner, type Scanner, type ScannerOptions } from './scanner.ts'
export { createStream, type Released, type ScanStream } from './stream.ts'
export { INFO_TYPES, type Finding, type InfoType } from './types.ts'
