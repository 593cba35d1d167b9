import type { Letter } from './index.ts'

export const now = Temporal.Instant.from('2026-03-02T08:00:00Z')

export const letter = (more: Partial<Letter> = {}): Letter => ({
  id: '0195a3f2-6c3e-7cc1-9a51-3d2c4a5b6c7d',
  language: 'en',
  subject: 'Jo offers you “Invoices”',
  greeting: 'Good morning Kim,',
  lines: ['Jo asks you to answer for it from now on.', { text: 'Invoices', url: 'https://guildhall.example.com/solutions/7' }],
  action: { label: 'Accept or decline', url: 'https://guildhall.example.com/handovers/1?a=1&b=2' },
  reason: 'You get this because somebody named you as its next owner.',
  ...more,
})

/** What somebody may have typed who wishes nobody well. */
export const hostile =
  'x\r\nBcc: all@example.com <!channel> <https://evil.example|here> [a](https://evil.example) <img src=//evil.example> &amp; \u202e'
