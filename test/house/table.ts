/**
 * Who may import what: the house's one table. Arrows point down only. A home is a folder that speaks for itself; its
 * files import each other freely, and from elsewhere only what its row names. Type-only, dynamic and re-exporting
 * imports count like all others. Where a row names an `index.ts`, the rest of that folder is private to it.
 */
export const table: Readonly<Record<string, readonly string[]>> = {
  'src/kernel': [],
  'src/engines/*': ['src/kernel/**'],
  'src/store': ['src/kernel/**'],
  'src/ledger': ['src/kernel/**', 'src/store/**', 'src/engines/merkle/**'],
  'src/vault': ['src/kernel/**', 'src/store/**'],
  'src/outbound': ['src/kernel/**'],
  // What a message looks like on each channel, and how it gets there; knows no capability.
  'src/sending': ['src/kernel/**', 'src/outbound/index.ts'],
  // Threads: an engine may not start one.
  'src/aside': ['src/kernel/**'],
  'src/scanning': ['src/kernel/**', 'src/aside/index.ts', 'src/engines/dlp/index.ts'],
  'src/inspecting': ['src/kernel/**', 'src/aside/index.ts', 'src/engines/inspect/index.ts'],
  // A company that lives through the HTTP door, and what must hold of it; the commands put it together.
  'src/simulation': ['src/kernel/**', 'src/engines/*/index.ts', 'src/store/index.ts', 'src/capabilities/*/index.ts'],
  // Lies directly in src/capabilities: what capabilities and doors share, no capability itself.
  'src/capabilities': ['src/kernel/**', 'src/store/**', 'src/ledger/index.ts'],
  'src/capabilities/*': [
    'src/kernel/**',
    'src/sending/index.ts',
    'src/engines/*/index.ts',
    'src/store/**',
    'src/ledger/index.ts',
    'src/vault/index.ts',
    'src/outbound/index.ts',
    'src/capabilities/*.ts',
  ],
  'src/doors/*': ['src/kernel/**', 'src/capabilities/*.ts', 'src/capabilities/*/index.ts'],
  'src/doors/cli': [
    'src/kernel/**',
    'src/capabilities/*.ts',
    'src/capabilities/*/index.ts',
    'src/engines/*/index.ts',
    'src/outbound/index.ts',
    'src/scanning/index.ts',
  ],
  // The gateway answers from a snapshot in memory and never reads the store.
  'src/doors/gateway': ['src/kernel/**', 'src/capabilities/boundary/index.ts', 'src/engines/dlp/index.ts', 'src/scanning/index.ts'],
  // The composition: main.ts, program.ts, runner.ts put everything together, and nobody imports them.
  src: ['src/**'],
  web: ['src/capabilities/*/contract.ts', 'src/engines/difference/index.ts'],
}

/** Which capability may use which other one, by its `index.ts`; no circles. */
export const capabilityUses: Readonly<Record<string, readonly string[]>> = {
  access: ['emergency', 'people', 'proposals'],
  answers: ['access', 'messages', 'people'],
  appeals: ['charter', 'intake', 'people', 'registry', 'review'],
  audit: ['people', 'registry', 'review'],
  charter: ['people', 'proposals'],
  endpoints: ['incidents', 'jobs', 'messages', 'outbound', 'registry', 'review', 'vault'],
  findings: ['charter', 'jobs', 'people', 'proposals', 'registry', 'review', 'standards', 'stewardship', 'tools'],
  health: ['charter', 'jobs', 'people', 'vault'],
  'human-review': ['charter', 'jobs', 'outbound', 'people', 'registry', 'vault'],
  incidents: ['charter', 'people', 'registry', 'stops'],
  intake: ['charter'],
  live: [
    'charter',
    'endpoints',
    'findings',
    'human-review',
    'incidents',
    'jobs',
    'outbound',
    'people',
    'proposals',
    'registry',
    'review',
    'stops',
    'tools',
    'vault',
  ],
  messages: ['charter', 'jobs', 'outbound', 'people', 'vault'],
  outbound: ['proposals'],
  people: ['proposals'],
  jobs: ['people'],
  registry: ['charter', 'intake', 'people', 'review', 'standards'],
  review: ['charter', 'jobs', 'people'],
  search: ['charter', 'incidents', 'people', 'registry', 'review', 'stops', 'tools'],
  standards: ['charter'],
  stewardship: ['charter', 'people', 'proposals', 'registry', 'review'],
  stops: ['charter', 'jobs', 'people', 'proposals', 'registry', 'stewardship', 'tools'],
  tools: ['charter', 'people', 'proposals', 'registry', 'review'],
  waivers: ['charter', 'people', 'registry', 'review'],
}

/** Which engine may use which other one, by its `index.ts`. */
export const engineUses: Readonly<Record<string, readonly string[]>> = { receipt: ['merkle'] }

/**
 * What an engine may have of Node: of its cryptography what follows from the arguments alone, and nothing else.
 * Drawing a new signing key is the exception: it must not follow from anything.
 */
export const engineBuiltins: Readonly<Record<string, readonly string[]>> = {
  'node:crypto': [
    'createHash',
    'createHmac',
    'hash',
    'hkdfSync',
    'timingSafeEqual',
    'createPublicKey',
    'createPrivateKey',
    'KeyObject',
    'sign',
    'verify',
    'generateKeyPairSync',
  ],
}
