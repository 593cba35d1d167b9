import { findingRulesThere } from '#src/capabilities/findings/index.ts'

/** docs/findings.md: every rule of findings, as the rules themselves say. */
export const findingsPage = (): string =>
  [
    '# Findings',
    '',
    'A finding is something that is not as the charter wants it. Rules compare what is desired with what is there, one subject at a time;',
    'the list below is written by `npm run generate` from the rules themselves (`src/capabilities/findings/`). Each rule is off, only',
    'previewed, or on, and may have a cap on how many findings it opens a day; the program lead sets that (`set-finding-rule`).',
    '',
    '## How findings come and go',
    '',
    '- Each minute the subjects are looked at that new ledger entries are about, and those whose time has come: a rule says itself when',
    '  its answer changes next. Each night everything is looked at; that opens and clears nothing that the day should have.',
    '- Another charter, another tool list or another setting of a rule has everything looked at within a minute.',
    '- At most one finding of a rule is live for a subject. Opening, changing and clearing it stands in the ledger.',
    '- It is due when its rule says so, else as many business days after it was found as the charter gives its severity.',
    '- The center of excellence hands it to somebody, or puts it off with a reason, no longer than the charter lets anything be put off,',
    '  and nobody puts off what is found about their own. It comes back then, or before when it becomes graver.',
    '- A clock that goes back by up to two days makes nothing clear only to open again.',
    '- Findings enforce nothing: what must not happen is refused where it would happen, whether or not a sweep has run.',
    '',
    '## Rules',
    '',
    '| rule | about | what it finds | when that changes |',
    '|---|---|---|---|',
    ...findingRulesThere.map(({ id, subject, says, changes }) => `| \`${id}\` | ${subject} | ${says} | ${changes} |`),
    '',
  ].join('\n')
