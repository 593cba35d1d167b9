import { IconAlertTriangle, IconCheck, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { ApiProblem, type Health } from '../../client.generated.ts'
import { keepsKeys, seesTargets, useHealth } from '../../data/health.ts'
import { useMe } from '../../data/me.ts'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useSettingsTexts } from '../../texts/settings/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { DataKeys } from './data-keys.tsx'
import { Facts } from './facts.tsx'
import { PrivateTargets } from './private-targets.tsx'
import css from './settings.module.css'

/** What this installation is, how it is set, and whether anything about it needs a person. */
export const SettingsPage = () => {
  const { t } = useTexts()
  const words = useSettingsTexts()
  const { data: me } = useMe()
  const health = useHealth()
  return (
    <Page title={words.name} crumbs={[{ label: t.shell.admin }, { label: words.name }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : health.data ? (
          <>
            <Checks checks={health.data.checks} />
            <Facts health={health.data} />
            {seesTargets(me?.person) && <PrivateTargets person={me?.person} />}
            {keepsKeys(me?.person) && <DataKeys />}
          </>
        ) : health.error === null ? (
          <SkeletonRows rows={8} busy={t.loading} title={words.name} />
        ) : health.error instanceof ApiProblem && health.error.status === 403 ? (
          <Note heading empty icon={IconLock} title={words.refused}>
            {words.refusedText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={health.error} retry={() => void health.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

/** Healthy is quiet: a sentence each, and colour for what needs somebody alone. */
const Checks = ({ checks }: Pick<Health, 'checks'>) => {
  const words = useSettingsTexts()
  const unwell = checks.filter(({ well }) => !well).length
  return (
    <>
      <div className={css.head}>
        <h1 tabIndex={-1}>{unwell === 0 ? words.titles.well : words.titles.unwell(unwell)}</h1>
        <p>{words.lead}</p>
      </div>
      <section className={css.part}>
        <h2>{words.health}</h2>
        <ul className={css.checks}>
          {checks.map(check => (
            <li key={check.check} data-unwell={!check.well || undefined}>
              {check.well ? <IconCheck size={16} stroke={1.6} aria-hidden /> : <IconAlertTriangle size={16} stroke={1.6} aria-hidden />}
              <b>{words.checks[check.check]}</b>
              <div>
                <span className={css.spoken}>{check.well ? words.well : words.unwell}. </span>
                <p>{words.says(check)}</p>
                {check.remedy !== null && <p className={css.remedy}>{words.remedy(check)}</p>}
                {check.check === 'jobs' && !check.well && <Link to="/jobs">{words.toJobs}</Link>}
                {check.check === 'ledger' && <p className={css.remedy}>{words.verify}</p>}
              </div>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
