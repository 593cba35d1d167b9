import type { LinkProps } from '@tanstack/react-router'
import type { Me } from '../../client.generated.ts'
import { overseesFindings } from '../../data/findings.ts'
import { seesSettings } from '../../data/health.ts'
import { seesJobs } from '../../data/jobs.ts'
import { looksAtReviews } from '../../data/reviews.ts'
import type { Texts } from '../../texts/en.ts'

interface Place {
  to: NonNullable<LinkProps['to']>
  name: string
}

/** Pages by name: those of the rail, and some that stand behind them. Whoever can't use one is not sent there. */
export const placesFor = (t: Texts, me: Me | undefined): Place[] => {
  const person = me?.person ?? null
  const leads = person?.roles.some(role => role === 'program-lead' || role === 'auditor') === true
  const all: (Place & { for?: boolean })[] = [
    { to: '/', name: t.shell.home },
    { to: '/check', name: t.check.name },
    { to: '/my-solutions', name: t.solutions.mine, for: person !== null },
    { to: '/reviews', name: t.shell.queue, for: looksAtReviews(person) },
    { to: '/figures', name: t.shell.figures, for: leads },
    { to: '/solutions', name: t.solutions.name },
    { to: '/tools', name: t.tools.name },
    { to: '/waivers', name: t.tools.waivers.name },
    { to: '/charter', name: t.charter.name },
    { to: '/charter/guardrails', name: t.charter.guardrails },
    { to: '/findings', name: t.shell.findings, for: person !== null },
    { to: '/findings/tonight', name: t.shell.tonight, for: overseesFindings(person) },
    { to: '/ledger', name: t.shell.ledger, for: person?.roles.includes('auditor') === true },
    { to: '/people', name: t.directory.people.name, for: person !== null },
    { to: '/units', name: t.directory.units.name, for: person !== null },
    { to: '/proposals', name: t.access.proposals.name, for: person !== null },
    { to: '/emergency', name: t.access.emergency.name, for: person !== null },
    { to: '/jobs', name: t.shell.jobs, for: seesJobs(person) },
    { to: '/settings', name: t.shell.settings, for: seesSettings(person) },
    { to: '/access', name: t.access.mine.name, for: person !== null },
  ]
  return all.filter(place => place.for !== false)
}
