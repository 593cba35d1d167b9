import { Link, useParams } from '@tanstack/react-router'
import { ApiProblem, type Job } from '../../client.generated.ts'
import { isOver, keepsJobs, useCancelJob, useJob } from '../../data/jobs.ts'
import { useMe } from '../../data/me.ts'
import { AskFirst } from '../../parts/ask-first.tsx'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useJobsTexts } from '../../texts/jobs/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ForKeepers } from './for-keepers.tsx'
import { JobState, Progress } from './job-state.tsx'
import { calledIn, secondsOf } from './job-words.ts'
import css from './jobs.module.css'

/** One job: how far it is, what went wrong, and the way to stop it. */
export const JobPage = () => {
  const { t } = useTexts()
  const words = useJobsTexts()
  const { job: id } = useParams({ from: '/jobs/$job' })
  const { data: me } = useMe()
  const job = useJob(id)
  const title = job.data ? calledIn(words, { name: job.data.kind, called: job.data.called }) : words.name
  const status = job.error instanceof ApiProblem ? job.error.status : null
  return (
    <Page
      title={title}
      crumbs={[{ label: t.shell.admin }, { label: words.name, to: '/jobs' }, { label: job.data ? title : '…' }]}
      step={id}
    >
      <Sheet width="reading">
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : job.data ? (
          <Overview job={job.data} title={title} keeps={keepsJobs(me?.person)} />
        ) : job.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={words.name} />
        ) : status === 403 ? (
          <ForKeepers />
        ) : status === 404 || status === 400 ? (
          <Note heading empty title={words.page.missing} action={<Link to="/jobs">{words.page.toList}</Link>}>
            {words.page.missingText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={job.error} retry={() => void job.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Overview = ({ job, title, keeps }: { job: Job; title: string; keeps: boolean }) => {
  const { language } = useTexts()
  const words = useJobsTexts()
  const { page } = words
  const seconds = secondsOf(job)
  return (
    <>
      <PageHead title={title} />
      <div className={css.part}>
        <FactList>
          <FactRow label={page.state}>
            <span role="status">
              <JobState state={job.state} />
            </span>
          </FactRow>
          <FactRow label={page.progress}>
            <Progress job={job} />
          </FactRow>
          {job.trouble !== null && (
            <FactRow label={page.trouble} note={job.tries > 0 ? words.tries(job.tries) : undefined}>
              {job.trouble}
            </FactRow>
          )}
          <FactRow label={page.asked}>{job.askedBy?.name ?? words.schedule}</FactRow>
          {!isOver(job) && <FactRow label={page.due}>{moment(job.dueAt, language)}</FactRow>}
          {job.startedAt !== null && <FactRow label={page.started}>{moment(job.startedAt, language)}</FactRow>}
          {job.endedAt !== null && <FactRow label={page.ended}>{moment(job.endedAt, language)}</FactRow>}
          {seconds !== null && <FactRow label={page.took}>{words.took(seconds)}</FactRow>}
        </FactList>
      </div>
      {keeps && !isOver(job) && <Cancel job={job.id} title={title} />}
    </>
  )
}

const Cancel = ({ job, title }: { job: string; title: string }) => {
  const words = useJobsTexts()
  const cancel = useCancelJob()
  return (
    <div className={css.buttons}>
      <AskFirst
        act={words.cancel}
        title={words.cancelOf(title)}
        leave={words.keep}
        step={cancel}
        failed={words.failed}
        onTake={close => cancel.mutate({ job }, { onSettled: close })}
      >
        {words.cancelText}
      </AskFirst>
    </div>
  )
}
