import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem, type Job, type ListJobsOutput } from '../../client.generated.ts'
import { isOver, keepsJobs, useJobs, useStartJob } from '../../data/jobs.ts'
import { useMe } from '../../data/me.ts'
import { Action } from '../../parts/action.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Table } from '../../parts/table.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { JobsTexts } from '../../texts/jobs/en.ts'
import { useJobsTexts } from '../../texts/jobs/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { exactly, moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ForKeepers } from './for-keepers.tsx'
import { JobState, Progress } from './job-state.tsx'
import { calledIn, whenIn } from './job-words.ts'
import css from './jobs.module.css'

/** What runs and waits, which rounds come, and what failed and why. */
export const JobsPage = () => {
  const { t } = useTexts()
  const words = useJobsTexts()
  const { data: me } = useMe()
  const jobs = useJobs()
  return (
    <Page title={words.name} crumbs={[{ label: t.shell.admin }, { label: words.name }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : jobs.data ? (
          <Shown {...jobs.data} keeps={keepsJobs(me?.person)} />
        ) : jobs.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={words.name} />
        ) : jobs.error instanceof ApiProblem && jobs.error.status === 403 ? (
          <ForKeepers />
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={jobs.error} retry={() => void jobs.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const titleOf = ({ titles }: JobsTexts, { jobs, kinds }: ListJobsOutput): string => {
  const failed = kinds.filter(({ last }) => last?.state === 'failed').length
  if (failed > 0) return titles.failed(failed)
  const running = jobs.filter(({ state }) => state === 'running').length
  return running > 0 ? titles.running(running) : titles.quiet
}

const Shown = ({ jobs, kinds, keeps }: ListJobsOutput & { keeps: boolean }) => {
  const words = useJobsTexts()
  const [asked, setAsked] = useState(false)
  const open = jobs.filter(job => !isOver(job))
  const over = jobs.filter(isOver)
  const { columns, captions } = words
  return (
    <>
      <PageHead title={titleOf(words, { jobs, kinds })}>
        <p>{words.lead}</p>
      </PageHead>
      <p role="status" className={css.asked}>
        {asked ? words.started : ''}
      </p>
      <section className={css.part}>
        <h2>{words.now}</h2>
        {open.length === 0 ? (
          <Note empty title={words.nowNone} />
        ) : (
          <Table
            caption={captions.now}
            columns={[columns.job, columns.state, columns.progress, columns.due, columns.by]}
            rows={open.map(job => ({
              key: job.id,
              cells: [
                <Named job={job} />,
                <JobState state={job.state} />,
                <Progress job={job} />,
                <At at={job.dueAt} />,
                job.askedBy?.name ?? words.schedule,
              ],
            }))}
          />
        )}
      </section>
      <section className={css.part}>
        <h2>{words.rounds}</h2>
        <Table
          caption={captions.rounds}
          columns={[columns.job, columns.schedule, columns.last, columns.ended, ...(keeps ? [columns.run] : [])]}
          rows={kinds.map(kind => ({
            key: kind.name,
            cells: [
              <>
                <b>{calledIn(words, kind)}</b>
                {kind.last?.state === 'failed' && <small>{kind.last.trouble}</small>}
              </>,
              whenIn(words, kind.schedule),
              kind.last ? <JobState state={kind.last.state} /> : <span className={css.quiet}>{words.never}</span>,
              kind.last?.endedAt != null && <At at={kind.last.endedAt} />,
              ...(keeps ? [<RunNow kind={kind.name} called={calledIn(words, kind)} onAsked={() => setAsked(true)} />] : []),
            ],
          }))}
        />
      </section>
      <section className={css.part}>
        <h2>{words.over}</h2>
        {over.length === 0 ? (
          <Note empty title={words.overNone} />
        ) : (
          <Table
            caption={captions.over}
            columns={[columns.job, columns.state, columns.progress, columns.ended, columns.by]}
            rows={over.map(job => ({
              key: job.id,
              cells: [
                <Named job={job} />,
                <JobState state={job.state} />,
                <Progress job={job} />,
                job.endedAt !== null && <At at={job.endedAt} />,
                job.askedBy?.name ?? words.schedule,
              ],
            }))}
          />
        )}
      </section>
    </>
  )
}

const Named = ({ job }: { job: Job }) => {
  const words = useJobsTexts()
  return (
    <>
      <Link to="/jobs/$job" params={{ job: job.id }}>
        {calledIn(words, { name: job.kind, called: job.called })}
      </Link>
      {job.trouble !== null && <small>{job.trouble}</small>}
    </>
  )
}

const At = ({ at }: { at: string }) => {
  const { language } = useTexts()
  return (
    <time dateTime={at} title={exactly(at, language)}>
      {moment(at, language)}
    </time>
  )
}

const RunNow = ({ kind, called, onAsked }: { kind: string; called: string; onAsked: () => void }) => {
  const words = useJobsTexts()
  const start = useStartJob()
  return (
    <>
      <Action
        aria-label={words.runNowOf(called)}
        onClick={() => start.mutate({ kind, requestId: crypto.randomUUID() }, { onSuccess: onAsked })}
      >
        {words.runNow}
      </Action>
      {start.error && <Trouble title={words.failed} error={start.error} retry={() => start.reset()} />}
    </>
  )
}
