import {
  IconAlertCircle,
  IconAlertTriangle,
  IconBell,
  IconBooks,
  IconCalendarPause,
  IconChartBar,
  IconFingerprint,
  IconHandStop,
  IconHome,
  IconInbox,
  IconMail,
  IconMailCheck,
  IconProgress,
  IconScale,
  IconServerCog,
  IconSitemap,
  IconStack2,
  IconTools,
  IconUrgent,
  IconUsers,
  IconUsersGroup,
  IconVersions,
  IconWand,
  IconWebhook,
  type TablerIcon,
} from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import type { Me } from '../../client.generated.ts'
import { readsVersions } from '../../data/charter.ts'
import { seesEndpoints } from '../../data/endpoints.ts'
import { overseesFindings } from '../../data/findings.ts'
import { seesSettings } from '../../data/health.ts'
import { seesJobs } from '../../data/jobs.ts'
import { keepsMessages, readsTexts } from '../../data/messages.ts'
import { looksAtReviews } from '../../data/reviews.ts'
import { readsStops, stopsThings } from '../../data/stops.ts'
import type { Texts } from '../../texts/en.ts'

/** The groups of the rail, in its order. */
export const groups = ['build', 'review', 'registry', 'assurance', 'admin'] as const

export interface Place {
  to: NonNullable<LinkProps['to']>
  name: string
  /** Where it stands in the rail: in a group, above them all, or not at all. */
  rail: { icon: TablerIcon; group: (typeof groups)[number] | null; exact?: true } | null
}

/** Every page that is gone to by its name, in the order of the rail. Whoever can't use one is not sent there. */
export const placesFor = (t: Texts, me: Me | undefined): Place[] => {
  const person = me?.person ?? null
  const signedIn = person !== null
  const audits = person?.roles.includes('auditor') === true
  const leads = audits || person?.roles.includes('program-lead') === true
  const all: (Place & { for?: boolean })[] = [
    { to: '/', name: t.shell.home, rail: { icon: IconHome, group: null, exact: true } },
    { to: '/messages', name: t.shell.messages, rail: { icon: IconBell, group: null, exact: true }, for: signedIn },
    { to: '/check', name: t.check.name, rail: { icon: IconWand, group: 'build' } },
    { to: '/my-solutions', name: t.solutions.mine, rail: { icon: IconStack2, group: 'build' }, for: signedIn },
    { to: '/reviews', name: t.shell.queue, rail: { icon: IconInbox, group: 'review' }, for: looksAtReviews(person) },
    { to: '/content', name: t.shell.content, rail: { icon: IconMailCheck, group: 'review' }, for: signedIn },
    { to: '/figures', name: t.shell.figures, rail: { icon: IconChartBar, group: 'review' }, for: leads },
    { to: '/solutions', name: t.solutions.name, rail: { icon: IconBooks, group: 'registry' } },
    { to: '/tools', name: t.tools.name, rail: { icon: IconTools, group: 'registry' } },
    { to: '/waivers', name: t.tools.waivers.name, rail: { icon: IconCalendarPause, group: 'registry' } },
    { to: '/charter', name: t.charter.name, rail: { icon: IconScale, group: 'registry', exact: true } },
    { to: '/charter/guardrails', name: t.charter.guardrails, rail: null },
    { to: '/charter/versions', name: t.charter.versions, rail: { icon: IconVersions, group: 'registry' }, for: readsVersions(person) },
    { to: '/findings', name: t.shell.findings, rail: { icon: IconAlertCircle, group: 'assurance' }, for: signedIn },
    { to: '/findings/tonight', name: t.shell.tonight, rail: null, for: overseesFindings(person) },
    { to: '/stops', name: t.shell.stops, rail: { icon: IconHandStop, group: 'assurance' }, for: readsStops(person) },
    { to: '/stop', name: t.shell.stopNow, rail: null, for: stopsThings(person) },
    { to: '/incidents', name: t.shell.incidents, rail: { icon: IconAlertTriangle, group: 'assurance' }, for: readsStops(person) },
    { to: '/incidents/open', name: t.shell.openIncident, rail: null, for: stopsThings(person) },
    { to: '/ledger', name: t.shell.ledger, rail: { icon: IconFingerprint, group: 'assurance' }, for: audits },
    { to: '/people', name: t.directory.people.name, rail: { icon: IconUsers, group: 'admin' }, for: signedIn },
    { to: '/units', name: t.directory.units.name, rail: { icon: IconSitemap, group: 'admin' }, for: signedIn },
    { to: '/proposals', name: t.access.proposals.name, rail: { icon: IconUsersGroup, group: 'admin' }, for: signedIn },
    { to: '/emergency', name: t.access.emergency.name, rail: { icon: IconUrgent, group: 'admin' }, for: signedIn },
    { to: '/messages/deliveries', name: t.shell.letters, rail: { icon: IconMail, group: 'admin' }, for: keepsMessages(person) },
    { to: '/messages/sending', name: t.shell.sending, rail: null, for: keepsMessages(person) },
    { to: '/messages/texts', name: t.shell.messageTexts, rail: null, for: readsTexts(person) },
    { to: '/jobs', name: t.shell.jobs, rail: { icon: IconProgress, group: 'admin' }, for: seesJobs(person) },
    { to: '/settings', name: t.shell.settings, rail: { icon: IconServerCog, group: 'admin', exact: true }, for: seesSettings(person) },
    { to: '/settings/endpoints', name: t.shell.endpoints, rail: { icon: IconWebhook, group: 'admin' }, for: seesEndpoints(person) },
    { to: '/messages/preferences', name: t.shell.told, rail: null, for: signedIn },
    { to: '/access', name: t.access.mine.name, rail: null, for: signedIn },
  ]
  return all.filter(place => place.for !== false)
}
