import { Button } from '@mantine/core'
import {
  IconAlertCircle,
  IconArrowsExchange,
  IconCircleCheck,
  IconEdit,
  IconNote,
  IconPlayerPause,
  type TablerIcon,
} from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { ApiProblem, type FindingPage as Shown } from '../../client.generated.ts'
import { overseesFindings, useFinding, worksFindings } from '../../data/findings.ts'
import { useMe } from '../../data/me.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Timeline, TimelineEntry } from '../../parts/timeline.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useFindingsTexts } from '../../texts/findings/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { day, exactly, moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import css from './findings.module.css'
import { useSaid } from './say.ts'
import { Due, Severity } from './severity.tsx'
import { Steps } from './steps.tsx'
import { SubjectLink } from './subject-link.tsx'

/** One finding: why, what clears it, whose it is, and what happened to it. */
export const FindingPage = () => {
  const { t } = useTexts()
  const words = useFindingsTexts()
  const { finding: id } = useParams({ from: '/findings/$finding' })
  const { data: me } = useMe()
  const said = useSaid()
  const finding = useFinding(id)
  const title = finding.data ? `${said.rule(finding.data)}: ${said.about(finding.data.subject)}` : words.name
  return (
    <Page
      title={title}
      crumbs={[{ label: words.group }, { label: words.name, to: '/findings' }, { label: finding.data ? said.rule(finding.data) : '…' }]}
      step={id}
    >
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : finding.data ? (
          <Overview finding={finding.data} title={title} />
        ) : finding.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={words.name} />
        ) : finding.error instanceof ApiProblem && finding.error.status !== 0 && finding.error.status < 500 ? (
          <Note heading empty title={words.page.missing} action={<Link to="/findings">{words.page.toList}</Link>}>
            {words.page.missingText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={finding.error} retry={() => void finding.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Overview = ({ finding, title }: { finding: Shown; title: string }) => {
  const { language } = useTexts()
  const words = useFindingsTexts()
  const { page } = words
  const { data: me } = useMe()
  const said = useSaid()
  const { subject, severity, state, snoozed, assignee, foundAt, rule, changes, history } = finding
  return (
    <>
      <PageHead
        title={title}
        ways={
          <Button variant="subtle" onClick={() => print()}>
            {page.print}
          </Button>
        }
      >
        <p>{said.why(finding)}</p>
      </PageHead>
      <div className={css.columns}>
        <div>
          <FactList>
            <FactRow label={page.about}>
              <SubjectLink subject={subject} />
            </FactRow>
            <FactRow label={page.clears}>{said.remedy(finding) ?? changes}</FactRow>
            <FactRow label={page.severity}>
              <Severity severity={severity} />
            </FactRow>
            <FactRow label={page.state}>
              {page.states[state]}
              {state === 'snoozed' && snoozed && ` ${page.putOff(day(snoozed.until, language), snoozed.reason)}`}
            </FactRow>
            <FactRow label={page.due}>
              <Due finding={finding} />
            </FactRow>
            <FactRow label={page.who}>{assignee?.name ?? words.nobody}</FactRow>
            <FactRow label={page.found}>
              <time dateTime={foundAt} title={exactly(foundAt, language)}>
                {moment(foundAt, language)}
              </time>
            </FactRow>
            {/* The server's own sentence is English; it stands beside the rule for those who look after rules. */}
            {overseesFindings(me?.person) && (
              <FactRow label={page.rule} note={<span lang="en">{changes}</span>}>
                <Link to="/findings/rules" hash={rule}>
                  {rule}
                </Link>
              </FactRow>
            )}
          </FactList>
          {worksFindings(me?.person) && state !== 'cleared' && <Steps finding={finding} />}
        </div>
        <History history={history} />
      </div>
    </>
  )
}

const icons: Readonly<Record<string, TablerIcon>> = {
  'finding-opened': IconAlertCircle,
  'finding-changed': IconEdit,
  'finding-cleared': IconCircleCheck,
  'finding-assigned': IconArrowsExchange,
  'finding-snoozed': IconPlayerPause,
}

const History = ({ history }: Pick<Shown, 'history'>) => {
  const { t, language } = useTexts()
  const words = useFindingsTexts()
  const { data: me } = useMe()
  return (
    <section>
      <h2>{words.page.history}</h2>
      <Timeline>
        {history.map(({ entry, type, at, actor }) => (
          <TimelineEntry key={entry} icon={icons[type] ?? IconNote} title={words.entries[type] ?? words.otherEntry(type)}>
            <p>
              {actor === null ? words.program : actor.id === me?.person?.id ? t.result.you : actor.name},{' '}
              <time dateTime={at} title={exactly(at, language)}>
                {moment(at, language)}
              </time>{' '}
              · {words.ledger(entry)}
            </p>
          </TimelineEntry>
        ))}
      </Timeline>
    </section>
  )
}
