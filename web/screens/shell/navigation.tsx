import {
  IconAlertCircle,
  IconBooks,
  IconCalendarPause,
  IconChartBar,
  IconFingerprint,
  IconHome,
  IconInbox,
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
  type TablerIcon,
} from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import { readsVersions } from '../../data/charter.ts'
import { seesSettings } from '../../data/health.ts'
import { seesJobs } from '../../data/jobs.ts'
import { useMe } from '../../data/me.ts'
import { looksAtReviews, useWaitingForMe } from '../../data/reviews.ts'
import { useTexts } from '../../texts/language.tsx'
import css from './navigation.module.css'

/** The groups of the rail. An item stands here once its page exists. */
export const Navigation = () => {
  const { t } = useTexts()
  const { data: me } = useMe()
  const signedIn = me?.person != null
  const waiting = useWaitingForMe(me?.person)
  const leads = me?.person?.roles.some(role => role === 'program-lead' || role === 'auditor') === true
  const audits = me?.person?.roles.includes('auditor') === true
  return (
    <nav aria-label={t.shell.navigation} className={css.nav}>
      <Item to="/" icon={IconHome} exact>
        {t.shell.home}
      </Item>
      <Group title={t.shell.build}>
        <Item to="/check" icon={IconWand}>
          {t.check.name}
        </Item>
        {signedIn && (
          <Item to="/my-solutions" icon={IconStack2}>
            {t.solutions.mine}
          </Item>
        )}
      </Group>
      {looksAtReviews(me?.person) && (
        <Group title={t.shell.review}>
          <Item to="/reviews" icon={IconInbox} count={waiting > 0 ? { shown: waiting, said: t.shell.forYou(waiting) } : undefined}>
            {t.shell.queue}
          </Item>
          {leads && (
            <Item to="/figures" icon={IconChartBar}>
              {t.shell.figures}
            </Item>
          )}
        </Group>
      )}
      <Group title={t.shell.registry}>
        <Item to="/solutions" icon={IconBooks}>
          {t.solutions.name}
        </Item>
        <Item to="/tools" icon={IconTools}>
          {t.tools.name}
        </Item>
        <Item to="/waivers" icon={IconCalendarPause}>
          {t.tools.waivers.name}
        </Item>
        <Item to="/charter" icon={IconScale} exact>
          {t.charter.name}
        </Item>
        {readsVersions(me?.person) && (
          <Item to="/charter/versions" icon={IconVersions}>
            {t.charter.versions}
          </Item>
        )}
      </Group>
      {signedIn && (
        <Group title={t.shell.assurance}>
          <Item to="/findings" icon={IconAlertCircle}>
            {t.shell.findings}
          </Item>
          {audits && (
            <Item to="/ledger" icon={IconFingerprint}>
              {t.shell.ledger}
            </Item>
          )}
        </Group>
      )}
      {signedIn && (
        <Group title={t.shell.admin}>
          <Item to="/people" icon={IconUsers}>
            {t.directory.people.name}
          </Item>
          <Item to="/units" icon={IconSitemap}>
            {t.directory.units.name}
          </Item>
          <Item to="/proposals" icon={IconUsersGroup}>
            {t.access.proposals.name}
          </Item>
          <Item to="/emergency" icon={IconUrgent}>
            {t.access.emergency.name}
          </Item>
          {seesJobs(me?.person) && (
            <Item to="/jobs" icon={IconProgress}>
              {t.shell.jobs}
            </Item>
          )}
          {seesSettings(me?.person) && (
            <Item to="/settings" icon={IconServerCog}>
              {t.shell.settings}
            </Item>
          )}
        </Group>
      )}
    </nav>
  )
}

const Group = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div className={css.group}>
    <p>{title}</p>
    {children}
  </div>
)

interface ItemProps {
  to: NonNullable<LinkProps['to']>
  icon: TablerIcon
  exact?: boolean
  /** How much of it needs the reader, for the eye and for the ear. */
  count?: { shown: number; said: string } | undefined
  children: string
}

const Item = ({ to, icon: Icon, exact = false, count, children }: ItemProps) => (
  <Link to={to} className={css.item} activeOptions={{ exact, includeSearch: false }} activeProps={{ 'data-here': true }}>
    <Icon size={17} stroke={1.6} aria-hidden />
    {children}
    {count && (
      <span className={css.count}>
        <span aria-hidden="true">{count.shown}</span>
        <span className={css.spoken}>{count.said}</span>
      </span>
    )}
  </Link>
)
